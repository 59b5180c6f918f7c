import { html, nothing, svg, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { sorted, type Mark, type View } from './view.js';

/** The waveform's bars as one path over 0…600 by 0…100; a plain bar without peaks. */
export function bars(peaks: string | undefined): string {
  if (!peaks) return 'M0 50H600';
  const levels = Array.from(atob(peaks), (c) => c.charCodeAt(0) / 255);
  return levels.map((v, i) => {
    const x = ((i + 0.5) * 600) / levels.length;
    const half = Math.max(0.8, v ** 0.8 * 46); // quiet voices show too
    return `M${x.toFixed(1)} ${(50 - half).toFixed(1)}V${(50 + half).toFixed(1)}`;
  }).join('');
}

const place = (ms: number, view: View) => `${((100 * ms) / view.duration).toFixed(2)}%`;

/** How far up a feeling lies, in % from the top. */
const height = (valence: number) => 50 - valence * 10.5;

/** What stands at the left of the band, from its top to its foot. */
interface Names { top: string; bottom?: string; own: string; others: string }

/**
 * The whole call in one band: waveform, holds hatched, who speaks below it, and
 * the moments marked, pleasant ones above the middle. `--played` tells how far it is.
 */
export function timeline(
  view: View, path: string, marks: Mark[], label: string, names: Names, line?: string,
): TemplateResult {
  const turn = (own: boolean) => view.cues
    .filter((c) => (c.speaker === view.caller.voice) === own)
    .map((c) => html`<i style=${styleMap({ left: place(c.from, view), width: place(c.to - c.from, view) })}></i>`);
  return html`<div class="timeline" role="img" aria-label=${label}>
    <div class="ends"><span>${names.top}</span><span>${names.bottom}</span></div>
    <div class="wave">
      ${view.segments.map((s) => html`<i class="segment ${s.what}"
        style=${styleMap({ left: place(s.from, view), width: place(s.to - s.from, view) })}></i>`)}
      ${[1, 2].map(() => html`<svg viewBox="0 0 600 100" preserveAspectRatio="none" aria-hidden="true">
        <path d=${path} /></svg>`)}
      ${line ? html`<svg class="felt" viewBox="0 0 ${view.duration} 100" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<path d="M0 50H${view.duration}" class="zero" /><path d=${line} />`}</svg>` : nothing}
      <i class="head"></i>
      ${marks.map((m) => html`<b class="mark"
        style=${styleMap({ left: place(m.ms, view), top: `${height(m.valence)}%` })}></b>`)}
    </div>
    <span>${names.own}</span><div class="turns own">${turn(true)}</div>
    <span>${names.others}</span><div class="turns">${turn(false)}</div>
  </div>`;
}

/** The visitor's own curve: a feeling holds until the next one, the last to `end`. */
export function curve(marks: Mark[], end: number): string {
  const all = sorted(marks, (a, b) => a.ms - b.ms);
  return all.map((m, i) => {
    const to = all[i + 1]?.ms ?? Math.max(end, m.ms);
    return `${i ? 'V' : `M${m.ms} `}${height(m.valence).toFixed(1)}H${to}`;
  }).join('');
}
