import { html, nothing, svg, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { sorted, type Placed, type View } from './view.js';

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

/** What may lie over the band: lines as paths over 0…duration by 0…100, or a way to move in it. */
interface Over {
  felt?: string; trace?: string; reference?: string;
  seek?: { label: string; at: number; text: string; to(ms: number): void };
}

/**
 * The whole call in one band: waveform, holds hatched, who speaks below it, and
 * the moments marked, pleasant ones above the middle. `--played` tells how far it is.
 */
export function timeline(
  view: View, bar: string, marks: Placed[], label: string, names: Names, over: Over = {},
): TemplateResult {
  const turn = (own: boolean) => view.cues
    .filter((c) => (c.speaker === view.caller.voice) === own)
    .map((c) => html`<i style=${styleMap({ left: place(c.from, view), width: place(c.to - c.from, view) })}></i>`);
  const { seek } = over;
  return html`<div class="timeline">
    <div class="ends" aria-hidden="true"><span>${names.top}</span><span>${names.bottom}</span></div>
    <div class="wave">
      <div role="img" aria-label=${label}>
        ${view.begins ? html`<i class="segment menu" style=${styleMap({ left: '0', width: place(view.begins, view) })}></i>` : nothing}
        ${view.segments.map((s) => html`<i class="segment ${s.what}"
          style=${styleMap({ left: place(s.from, view), width: place(s.to - s.from, view) })}></i>`)}
        ${[1, 2].map(() => html`<svg viewBox="0 0 600 100" preserveAspectRatio="none" aria-hidden="true">
          <path d=${bar} /></svg>`)}
        ${over.felt === undefined ? nothing : html`<svg class="felt" viewBox="0 0 ${view.duration} 100" preserveAspectRatio="none" aria-hidden="true">
          ${svg`<path d="M0 50H${view.duration}" class="zero" /><path class="theirs" d=${over.reference ?? ''} />
            <path class="traced" d=${over.trace ?? ''} /><path d=${over.felt} />`}</svg>`}
        <i class="head"></i>
        ${marks.map((m) => html`<b class="mark"
          style=${styleMap({ left: place(m.ms, view), top: `${height(m.valence)}%` })}></b>`)}
      </div>
      ${seek ? html`<input class="seek" type="range" min=${view.begins} max=${view.duration} step="1000" .value=${String(seek.at)}
        aria-label=${seek.label} aria-valuetext=${seek.text} @keydown=${(e: KeyboardEvent) => arrow(e, seek)}
        @change=${(e: Event) => seek.to(Number((e.target as HTMLInputElement).value))} />` : nothing}
    </div>
    <span>${names.own}</span><div class="turns own">${turn(true)}</div>
    <span>${names.others}</span><div class="turns">${turn(false)}</div>
  </div>`;
}

const stride = 5000; // ms that an arrow key goes

function arrow(e: KeyboardEvent, seek: NonNullable<Over['seek']>): void {
  const by = { ArrowLeft: -stride, ArrowDown: -stride, ArrowRight: stride, ArrowUp: stride }[e.key];
  if (!by) return;
  e.preventDefault();
  seek.to(seek.at + by);
}

/** The visitor's own curve: a feeling holds until the next one, the last to `end`. */
export function curve(marks: Placed[], end: number): string {
  const all = sorted(marks, (a, b) => a.ms - b.ms);
  return all.map((m, i) => {
    const to = all[i + 1]?.ms ?? Math.max(end, m.ms);
    return `${i ? 'V' : `M${m.ms} `}${height(m.valence).toFixed(1)}H${to}`;
  }).join('');
}

/** A curve from point to point. */
export function path(points: [ms: number, feeling: number][]): string {
  return points.map(([ms, feeling], i) => `${i ? 'L' : 'M'}${Math.round(ms)} ${height(feeling).toFixed(1)}`).join('');
}
