import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { reach } from './draw.js';
import { feltUnit, type Across, type Cell, type Figure, type Release, type Station } from './release.js';
import type { Reader } from './reader.js';
import { table } from './table.js';

/** A column of what is compared over cohorts: a station, or a key of a figure of the whole walk. */
export interface Column { station?: Station; key: string; name: string }

/** A figure that can be compared over cohorts: one of the whole walk, or one that stations have by the same name. */
export const comparable = (release: Release): Figure[] => {
  const all = [...release.figures.filter((f) => !['people', 'themes'].includes(f.name)), ...release.stations.flatMap((s) => s.figures)];
  return all.filter((f, i) => f.shape !== 'curve' && f.shape !== 'flow' && !f.joins && all.findIndex((g) => g.name === f.name) === i);
};

export const same = (a: Cell, c: Column) => (a.station ?? '') === (c.station?.id ?? '') && (a.key ?? '') === c.key;

/** The columns of a figure over cohorts; those where nobody did anything are left out. */
export function columns(across: Across, release: Release, f: Figure, r: Reader): Column[] {
  return across.all.filter((c) => c.few || c.n > 0).map((c) => {
    const station = release.stations.find((s) => s.id === c.station);
    const key = c.key ?? '';
    const name = station ? (key ? r.key(f, key) : r.read(station.title)) : keyName(across.figure, key, release, r);
    return { ...(station && { station }), key, name };
  });
}

function keyName(figure: string, key: string, release: Release, r: Reader): string {
  const asked = release.assumptions.find((a) => a.id === key);
  if (asked) return r.read(asked.ask);
  return figure === 'map' ? r.t(`section.${key}`) : key;
}

/** How a figure's values are shown: feelings on the journey's −2…2. */
export class Scale {
  readonly half: number;
  readonly least: number;
  readonly most: number;
  /** Whether the values have a good and a bad side, with 0 between. */
  readonly signed: boolean;

  constructor(readonly f: Figure, cells: Cell[]) {
    this.half = f.unit === feltUnit ? 0.5 : 1;
    this.signed = this.half !== 1 || f.name === 'shift';
    const all = cells.filter((c) => !c.few && c.n > 0).map((c) => this.of(c));
    this.least = this.signed ? (this.half === 1 ? -10 : -2) : Math.min(0, ...all);
    this.most = this.signed ? -this.least : f.shape === 'share' ? 1 : Math.max(...all, 1e-9);
  }

  of(c: Cell): number {
    if (this.f.shape === 'share') return c.whole ? (c.part ?? 0) / c.whole : 0;
    return this.f.shape === 'count' ? (c.count ?? 0) / (c.n || 1) : (c.mean ?? 0) * this.half;
  }

  say(c: Cell, r: Reader): string {
    if (this.f.shape === 'share') return r.percent(this.of(c));
    return this.f.unit && this.half === 1 ? r.amount(this.of(c), this.f.unit) : r.number(this.of(c), 1, this.signed);
  }

  /** From where to where a value surely lies; undefined without an interval. */
  ends(c: Cell): [number, number] | undefined {
    if (this.f.shape !== 'number') return undefined;
    const [low, high] = reach(c, this.f);
    return [low * this.half, high * this.half];
  }

  /** Where a value lies, 0…1. */
  at(v: number): number {
    return Math.max(0, Math.min(1, (v - this.least) / (this.most - this.least || 1)));
  }
}

/** Cohorts × stages: shade, mark and number say the same. */
export function heat(across: Across, release: Release, f: Figure, r: Reader): TemplateResult {
  const heads = columns(across, release, f, r);
  const scale = new Scale(f, [...across.all, ...across.rows.flatMap((row) => row.cells)]);
  const cell = (cells: Cell[], column: Column) => cells.find((c) => same(c, column)) ?? { figure: f.name, n: 0, few: true };
  const rows = [
    { name: r.t('insights.cohort.all'), cells: across.all, few: false },
    ...across.rows.map((row) => ({ name: r.cohort(row), cells: row.cells, few: row.few ?? false })),
  ];
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${r.t('insights.departments')}><table class="heat">
    <caption class="hidden">${r.t(f.label)}</caption>
    <thead><tr><th scope="col"><span class="hidden">${r.t('insights.cohort')}</span></th>
      ${heads.map((h) => html`<th scope="col" style=${h.station ? styleMap({ '--station': h.station.colour }) : nothing}>
        ${h.station ? html`<span class="numeral">${h.station.number}</span> ` : nothing}${h.name}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr><th scope="row">${row.name}</th>${heads.map((h) => square(cell(row.cells, h), scale, r))}</tr>`)}</tbody></table></div>
    <p class="small soft legend">${scale.signed ? html`<span class="swatch low"></span> ▼ ${r.t('insights.heat.low')} <span class="swatch high"></span> ▲ ${r.t('insights.heat.high')} ` : nothing}
      <span class="swatch few"></span> ${r.t('insights.few')}: ${r.t('insights.heat.few')} <span class="swatch"></span> – ${r.t('insights.nobody')}</p>
    ${table(r, `by-${f.name}`, r.t(f.label), [r.t('insights.cohort'), ...heads.flatMap((h) => [h.name, r.t('insights.n')])],
      rows.map((row) => [row.name, ...heads.flatMap((h) => {
        const c = cell(row.cells, h);
        return r.missing(c) ? [r.missing(c), ''] : [scale.say(c, r), c.n];
      })]))}`;
}

function square(c: Cell, scale: Scale, r: Reader): TemplateResult {
  if (c.few) return html`<td class="few"><span class="few-mark">${r.t('insights.few')}</span></td>`;
  if (c.n === 0) return html`<td class="none"><span class="none-mark">– <span class="hidden">${r.t('insights.nobody')}</span></span></td>`;
  const v = scale.of(c);
  const strength = Math.round(40 * (scale.signed ? Math.abs(v) / scale.most : scale.at(v)));
  const side = scale.signed ? (v < 0 ? 'low' : 'high') : 'plain';
  return html`<td class=${side} style="--strength: ${strength}%"><b>${scale.say(c, r)}</b>
    ${scale.signed && strength > 4 ? html`<span aria-hidden="true">${v < 0 ? '▼' : '▲'}</span>` : nothing} <span class="small">${r.behind(c)}</span></td>`;
}
