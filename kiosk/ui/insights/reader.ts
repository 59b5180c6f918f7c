import type { Text } from '../shared/station.js';
import type { Cell, Cohort, Figure } from './release.js';

/** How a page says words and numbers in its language. */
export interface Words {
  t(key: string, args?: Record<string, string | number>): string;
  read(text: Text | undefined): string;
  readonly locale: string;
}

/** Says figures in words and numbers of a language. */
export class Reader {
  /**
   * Release is the number of the one that is read; open is the id of the table
   * that is open, and opened is told when one is opened or closed.
   */
  constructor(
    private readonly words: Words, private readonly release: number,
    readonly open = '', readonly opened: (id: string, open: boolean) => void = () => {},
  ) {}

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

  /** What a key stands for; of keys that were joined, from the first to the last. */
  key(f: Figure, key: string, last = ''): string {
    const one = f.keys?.[key] === undefined ? key : this.read(f.keys[key]);
    return last ? `${one} – ${this.key(f, last)}` : one;
  }

  /** "95 %: −3.4 to −1.6", where the mean has an interval; half for what is shown on half its scale. */
  interval(c: Cell, unit = '', scale = 1): string {
    if (c.low === undefined || c.high === undefined) return '';
    const say = (v: number) => (unit ? this.amount(v * scale, unit) : this.number(v * scale, 2, scale !== 1));
    return this.t('insights.interval', { low: say(c.low), high: say(c.high) });
  }

  /** What stands for a value: the value and its n, or why there is none. */
  said(c: Cell, value: () => string): string {
    return this.missing(c) || `${value()} (${this.behind(c)})`;
  }

  day(ms: number): string {
    return new Date(ms).toLocaleDateString(this.words.locale, { day: 'numeric', month: 'short', year: 'numeric' });
  }

  hour(ms: number): string {
    return new Date(ms).toLocaleTimeString(this.words.locale, { hour: '2-digit', minute: '2-digit' });
  }

  /** A cohort as readers know it: a department's name, an opening's day and hour, a month. */
  cohort(c: Cohort): string {
    if (c.by === 'department') return this.read(c.name) || this.t('insights.cohort.none');
    const at = new Date(c.at ?? 0);
    return c.by === 'month' ? at.toLocaleDateString(this.words.locale, { month: 'long', year: 'numeric' })
      : at.toLocaleString(this.words.locale, { dateStyle: 'medium', timeStyle: 'short' });
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
