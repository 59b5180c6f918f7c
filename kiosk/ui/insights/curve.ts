import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Point, Sound, Worst } from './release.js';
import type { Reader } from './reader.js';

const width = 1000, height = 250, left = 44, right = 10, bottom = 28, top = 14;

/**
 * A level over media time upon the recording's waveform: each stretch stands
 * until the next, one standard deviation around it, its worst moments numbered.
 */
export function curve(told: Point[], lowest: Worst[], feeling: boolean, sound: Sound | undefined, r: Reader): TemplateResult {
  const points = told.map((p) => halved(p, feeling)), worst = lowest.map((p) => halved(p, feeling));
  const end = Math.max((sound?.duration ?? 0) / 1000, points.at(-1)!.s + 5);
  const reach = Math.max(...points.map((p) => Math.abs(p.mean)), 1e-9);
  const signed = feeling || points.some((p) => p.mean < 0);
  const most = feeling ? 2 : reach;
  const x = (s: number) => left + (s / end) * (width - left - right);
  const y = (v: number) => top + ((most - Math.max(signed ? -most : 0, Math.min(most, v))) / (signed ? 2 * most : most)) * (height - top - bottom);
  const until = (i: number) => points[i + 1]?.s ?? end;
  const steps = (of: (p: Point) => number) => points.map((p, i) => `${x(p.s).toFixed(1)} ${y(of(p)).toFixed(1)}L${x(until(i)).toFixed(1)} ${y(of(p)).toFixed(1)}`);
  const lower = points.map((p, i) => `${x(until(i)).toFixed(1)} ${y(p.mean - p.spread).toFixed(1)}L${x(p.s).toFixed(1)} ${y(p.mean - p.spread).toFixed(1)}`);
  lower.reverse();
  const every = [10, 15, 30, 60, 120, 300].find((s) => end / s <= 9) ?? 600;
  const least = Math.min(...points.map((p) => p.n)), largest = Math.max(...points.map((p) => p.n));
  const said = worst.map((w) => `${r.time(w.s)} ${r.number(w.mean, 1, true)}`).join(', ');
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label=${r.t('insights.curve.alt', { worst: said })}>
    ${sound?.peaks ? svg`<path class="wave" d=${wave(sound.peaks, x, end)} />` : nothing}
    ${(signed ? [most, most / 2, 0, -most / 2, -most] : [most, 0]).map((v) => svg`<line class=${v === 0 ? 'zero' : 'grid'} x1=${left} x2=${width - right} y1=${y(v)} y2=${y(v)} />
      <text class="axis" x=${left - 8} y=${y(v) + 5} text-anchor="end">${r.number(v, 1, signed)}</text>`)}
    ${Array.from({ length: Math.floor(end / every) + 1 }, (_, i) => svg`<text class="axis" x=${x(i * every)} y=${height - 6} text-anchor=${x(i * every) > width - 30 ? 'end' : 'middle'}>${r.time(i * every)}</text>`)}
    <path class="spread" d="M${[...steps((p) => p.mean + p.spread), ...lower].join('L')}Z" />
    <path class="level" d="M${steps((p) => p.mean).join('L')}" />
    ${worst.map((w, i) => svg`<circle class="point" cx=${middle(w, points, until, x)} cy=${y(w.mean)} r="13" />
      <text class="numeral-text" x=${middle(w, points, until, x)} y=${y(w.mean) + 6} text-anchor="middle">${i + 1}</text>`)}</svg>
    <p class="small soft">${r.t(least === largest ? 'insights.curve.n' : 'insights.curve.ns', { n: least, most: largest })}</p>
    ${moments(lowest, feeling, r)}`;
}

/** Feelings are shown on the journey's −2…2. */
const halved = <P extends Point>(p: P, feeling: boolean): P => (feeling ? { ...p, mean: p.mean / 2, spread: p.spread / 2 } : p);

const middle = (w: Worst, points: Point[], until: (i: number) => number, x: (s: number) => number) => {
  const i = points.findIndex((p) => p.s === w.s);
  return x((w.s + (i < 0 ? w.s + 5 : until(i))) / 2);
};

/** The worst moments, with what was being said. */
export const moments = (worst: Worst[], feeling: boolean, r: Reader): TemplateResult => html`<ol class="moments">${worst.map((p) => halved(p, feeling)).map((w, i) => html`<li>
  <span class="numeral">${i + 1}</span> ${w.caption ? html`<span class="voice">${r.read(w.caption)}</span>` : html`<b>${r.time(w.s)}</b>`}
  <span class="soft small">${r.number(w.mean, 1, true)} ± ${r.number(w.spread, 1)}, ${r.behind(w)}</span></li>`)}</ol>`;

/** Peaks as one shape around the middle. */
function wave(peaks: string, x: (s: number) => number, end: number): string {
  const bytes = Uint8Array.from(atob(peaks), (c) => c.charCodeAt(0));
  const centre = top + (height - top - bottom) / 2, half = (height - top - bottom) / 2;
  const at = (i: number) => x((i / bytes.length) * end).toFixed(1);
  const upper = Array.from(bytes, (b, i) => `${at(i)} ${(centre - (b / 255) * half).toFixed(1)}`);
  const under = Array.from(bytes, (b, i) => `${at(i)} ${(centre + (b / 255) * half).toFixed(1)}`);
  under.reverse();
  return `M${[...upper, ...under].join('L')}Z`;
}
