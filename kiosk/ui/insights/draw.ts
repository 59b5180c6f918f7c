import { html, svg, type TemplateResult } from 'lit';
import type { Cell, Figure, Point } from './release.js';
import type { Reader } from './reader.js';

/** One bar: part 0…1 of the width; words may be empty. */
export interface Bar { name: string; part: number; value: string; more: string }

export const bar = (b: Bar): TemplateResult => html`<div class="bar">
  <span class="bar-name">${b.name}</span> <b>${b.value}</b> <span class="soft small">${b.more}</span>
  <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6" /><rect class="fill" width=${100 * b.part} height="6" /></svg></div>`;

/** Means with their spread, on one axis from the least to the most. */
export function whiskers(rows: { cell: Cell; name: string; value: string; spread: string }[], f: Figure, r: Reader): TemplateResult {
  const ends = rows.map(({ cell: { mean = 0, spread = 0 } }) => f.log ? [mean / (spread || 1), mean * (spread || 1)] : [mean - spread, mean + spread]);
  const low = Math.min(...ends.map((e) => e[0]!)), high = Math.max(...ends.map((e) => e[1]!));
  const x = (v: number) => 2 + (96 * (v - low)) / (high - low || 1);
  return html`<div class="bars">${rows.map((b, i) => html`<div class="bar">
    <span class="bar-name">${b.name}</span> <b>${b.value}</b> <span class="soft small">${b.spread}, ${r.behind(b.cell)}</span>
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" y="2.5" width="100" height="1" />
      <rect class="fill" x=${x(ends[i]![0]!)} y="2" width=${Math.max(0.5, x(ends[i]![1]!) - x(ends[i]![0]!))} height="2" opacity="0.45" />
      <rect class="fill" x=${x(b.cell.mean ?? 0) - 0.8} width="1.6" height="6" /></svg></div>`)}</div>`;
}

const width = 760, height = 180, left = 40, bottom = 26, top = 12;

/** A level over media time; broken where too few were behind a second. */
export function curve(points: Point[], r: Reader): TemplateResult {
  const end = Math.max(10, points.at(-1)!.s);
  const reach = Math.max(...points.map((p) => Math.abs(p.mean)), 1e-9);
  const signed = points.some((p) => p.mean < 0);
  const most = signed && reach <= 4 ? 4 : reach;
  const x = (s: number) => left + (s / end) * (width - left - 6);
  const y = (v: number) => top + ((most - v) / (signed ? 2 * most : most)) * (height - top - bottom);
  const path = points.map((p, i) => `${i > 0 && points[i - 1]!.s === p.s - 1 ? 'L' : 'M'}${x(p.s).toFixed(1)} ${y(p.mean).toFixed(1)}h0`).join('');
  const lowest = points.reduce((a, b) => (b.mean < a.mean ? b : a));
  const under = y(lowest.mean) + 26 < height - bottom;
  const every = [10, 15, 30, 60, 120, 300].find((s) => end / s <= 8) ?? 600;
  const least = Math.min(...points.map((p) => p.n)), largest = Math.max(...points.map((p) => p.n));
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label=${r.t('insights.curve.alt', { time: r.time(lowest.s), mean: r.number(lowest.mean, 1, true) })}>
    ${(signed ? [most, 0, -most] : [most, 0]).map((v) => svg`<line class=${v === 0 ? 'zero' : 'grid'} x1=${left} x2=${width - 6} y1=${y(v)} y2=${y(v)} />
      <text class="axis" x=${left - 6} y=${y(v) + 5} text-anchor="end">${r.number(v, 1, signed)}</text>`)}
    ${Array.from({ length: Math.floor(end / every) + 1 }, (_, i) => svg`<text class="axis" x=${x(i * every)} y=${height - 5} text-anchor=${x(i * every) > width - 30 ? 'end' : 'middle'}>${r.time(i * every)}</text>`)}
    <path class="level" d=${path} />
    <circle class="point" cx=${x(lowest.s)} cy=${y(lowest.mean)} r="5" />
    <text class="value" x=${Math.min(x(lowest.s), width - 40)} y=${y(lowest.mean) + (under ? 22 : -12)} text-anchor="middle">${r.time(lowest.s)}</text></svg>
    <p class="small soft">${r.t('insights.curve.lowest', { time: r.time(lowest.s), mean: r.number(lowest.mean, 1, true) })} ${r.t(least === largest ? 'insights.curve.n' : 'insights.curve.ns', { n: least, most: largest })}</p>`;
}
