import type { Text } from '../shared/station.js';
import type { Cell, Figure } from './release.js';

/** How a page says words and numbers in its language. */
export interface Words {
  t(key: string, args?: Record<string, string | number>): string;
  read(text: Text | undefined): string;
  readonly locale: string;
}

/** Says figures in words and numbers of a language. */
export class Reader {
  /** Release is the number of the one that is read. */
  constructor(private readonly words: Words, private readonly release: number) {}

  t(key: string, args?: Record<string, string | number>): string {
    return this.words.t(key, args);
  }

  read(text: Text | undefined): string {
    return this.words.read(text);
  }

  /** A number with at most so many decimals, with its sign if asked. */
  number(value: number, decimals = 1, sign = false): string {
    const rounded = Math.round(value * 10 ** decimals) / 10 ** decimals || 0; // no −0
    return new Intl.NumberFormat(this.words.locale, {
      maximumFractionDigits: decimals, signDisplay: sign ? 'exceptZero' : 'auto',
    }).format(rounded).replace('-', '−');
  }

  percent(part: number): string {
    return new Intl.NumberFormat(this.words.locale, { style: 'percent', maximumFractionDigits: 0 }).format(part);
  }

  /** A number with its unit: ms as minutes and seconds, a currency as money. */
  amount(value: number, unit = ''): string {
    if (unit === 'ms') return this.duration(value);
    if (/^[A-Z]{3}$/.test(unit)) return new Intl.NumberFormat(this.words.locale, { style: 'currency', currency: unit }).format(value).replace('-', '−');
    const n = this.number(value, Math.abs(value) < 10 ? 2 : 1);
    return unit ? `${n} ${unit}` : n;
  }

  duration(ms: number): string {
    const s = Math.round(ms / 1000);
    const args = { m: Math.floor(s / 60), s: s % 60 };
    return this.t(args.m > 0 ? 'insights.minutes' : 'insights.seconds', args);
  }

  /** Minutes and seconds of a recording, as its player shows them. */
  time(second: number): string {
    return `${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}`;
  }

  date(ms: number): string {
    return new Date(ms).toLocaleString(this.words.locale, { dateStyle: 'long', timeStyle: 'short' });
  }

  /** How a mean varies: ± one standard deviation; the range of it where the mean is geometric. */
  spread(c: Cell, f: Figure): string {
    if (!f.log) return `± ${this.amount(c.spread ?? 0, f.unit)}`;
    const mean = c.mean ?? 0, factor = c.spread || 1;
    return this.t('insights.between', { low: this.amount(mean / factor, f.unit), high: this.amount(mean * factor, f.unit) });
  }

  key(f: Figure, key: string): string {
    return f.keys?.[key] === undefined ? key : this.read(f.keys[key]);
  }

  /** "n 7", and where an earlier release was the last to move it, "n 7, as of release 2". */
  behind(c: { n: number; asOf?: number }): string {
    return this.t(this.old(c) ? 'insights.behind.old' : 'insights.behind', { n: c.n, release: c.asOf ?? 0 });
  }

  old(c: { asOf?: number }): boolean {
    return c.asOf !== undefined && c.asOf < this.release;
  }

  /** What stands where there is no value; "" where there is one. */
  missing(c: Cell): string {
    if (c.few) return this.t('insights.few');
    return c.n === 0 && !c.points && !c.edges ? this.t('insights.nobody') : '';
  }
}
