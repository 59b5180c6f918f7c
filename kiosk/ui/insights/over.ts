import { html, nothing, svg, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { Scale, columns, same, type Column } from './across.js';
import type { Across, Cell, Figure, Release } from './release.js';
import type { Reader } from './reader.js';
import { table } from './table.js';

const width = 330, height = 150, left = 46, right = 16, top = 14, bottom = 34;

/** Opening over opening: a small chart for each station or key, with how far each value may lie off. */
export function overTime(across: Across, release: Release, f: Figure, r: Reader): TemplateResult {
  const scale = new Scale(f, [...across.all, ...across.rows.flatMap((row) => row.cells)]);
  const heads = columns(across, release, f, r);
  const days = across.rows.map((row) => (across.by === 'month' ? r.cohort(row) : r.day(row.at ?? 0)));
  const rows = across.rows.map((row, i) => ({ name: r.cohort(row), day: days.indexOf(days[i]!) === days.lastIndexOf(days[i]!) ? days[i]! : r.hour(row.at ?? 0), cells: row.cells }));
  const cell = (cells: Cell[], column: Column) => cells.find((c) => same(c, column)) ?? { figure: f.name, n: 0, few: true };
  if (!rows.length) return html`<p><span class="few-mark">${r.t('insights.openings.few', { k: release.k })}</span></p>`;
  return html`<div class="small-multiples">${heads.map((h) => html`<figure style=${h.station ? styleMap({ '--station': h.station.colour }) : nothing}>
      <h4>${h.station ? html`<span class="numeral">${h.station.number}</span> ` : nothing}${h.name}</h4>
      ${chart(rows.map((row) => ({ day: row.day, cell: cell(row.cells, h) })), scale, h.name, r)}</figure>`)}</div>
    ${rows.length === 1 ? html`<p class="soft">${r.t('insights.openings.one')}</p>` : nothing}
    ${table(r, `over-${f.name}`, r.t(f.label), [r.t('insights.cohort'), ...heads.flatMap((h) => [h.name, r.t('insights.n')])],
      rows.map((row) => [row.name, ...heads.flatMap((h) => {
        const c = cell(row.cells, h);
        return r.missing(c) ? [r.missing(c), ''] : [scale.say(c, r), c.n];
      })]))}`;
}

function chart(points: { day: string; cell: Cell }[], scale: Scale, name: string, r: Reader): TemplateResult {
  const step = (width - left - right) / points.length;
  const x = (i: number) => left + step * (i + 0.5);
  const y = (v: number) => top + (1 - scale.at(v)) * (height - top - bottom);
  const told = points.map((p, i) => ({ ...p, i })).filter((p) => !r.missing(p.cell));
  const few = step < 62; // too narrow for every name
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}: ${told.map((p) => `${p.day} ${scale.say(p.cell, r)}`).join(', ')}">
    ${[scale.most, ...(scale.signed ? [0] : []), scale.least].map((v) => svg`<line class=${v === 0 ? 'zero' : 'grid'} x1=${left} x2=${width - right} y1=${y(v)} y2=${y(v)} />
      <text class="axis" x=${left - 6} y=${y(v) + 5} text-anchor="end">${scale.f.shape === 'share' ? r.percent(v) : r.number(scale.f.unit === 'ms' ? v / 1000 : v, 1, scale.signed)}</text>`)}
    <path class="line thin" fill="none" d=${told.length > 1 ? `M${told.map((p) => `${x(p.i)} ${y(scale.of(p.cell))}`).join('L')}` : ''} />
    ${points.map((p, i) => {
      if (r.missing(p.cell)) return svg`<circle class="none" cx=${x(i)} cy=${y((scale.most + scale.least) / 2)} r="7" />
        ${few ? nothing : svg`<text class="axis tiny" x=${x(i)} y=${y((scale.most + scale.least) / 2) + 22} text-anchor="middle">${r.missing(p.cell)}</text>`}`;
      const ends = scale.ends(p.cell);
      return svg`${ends ? svg`<line class="whisker" x1=${x(i)} x2=${x(i)} y1=${y(ends[0])} y2=${y(ends[1])} />` : nothing}
        <circle class="point" cx=${x(i)} cy=${y(scale.of(p.cell))} r="6" />
        ${few ? nothing : svg`<text class="value thin" x=${x(i) + 11} y=${y(scale.of(p.cell)) + 5}>${scale.say(p.cell, r)}</text>`}`;
    })}
    ${points.map((p, i) => few && i % Math.ceil(62 / step) ? nothing : svg`<text class="axis tiny" x=${x(i)} y=${height - 18} text-anchor="middle">${p.day}</text>
      <text class="axis tiny" x=${x(i)} y=${height - 4} text-anchor="middle">${r.missing(p.cell) ? '' : r.behind(p.cell)}</text>`)}
  </svg>`;
}
