import { html, nothing, type TemplateResult } from 'lit';
import again from 'lucide-static/icons/rotate-ccw.svg?raw';
import next from 'lucide-static/icons/chevron-right.svg?raw';
import previous from 'lucide-static/icons/chevron-left.svg?raw';
import { zone } from '../../../kiosk/ui/shared/feeling.js';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import type { StationCall } from '../element.js';
import { curve, path, timeline } from '../timeline.js';
import { before, clock, sorted, type Placed } from '../view.js';
import { head } from './head.js';
import { words } from './margin.js';

/** After the call: the visitor's own curve, beside that of somebody who knows; never a score. */
export function end(el: StationCall): TemplateResult {
  const { view, placed } = el;
  const label = el.t('call.timeline', { at: clock(el.end), of: el.total, n: placed.length });
  const names = { ...el.names, top: el.t('feeling.pleasant'), bottom: el.t('feeling.unpleasant') };
  const by = el.reference.length ? el.read(view.reference?.by) : '';
  return html`<div class="end">
    <h1 tabindex="-1" data-first>${el.t('call.end.title')}</h1>
    <section class="phone over" aria-label=${el.read(view.called)}>
      ${head(el)}
      ${timeline(view, el.path, placed, label, names, {
        felt: curve(placed, el.end), trace: el.trace.runs.map(path).join(''), reference: path(el.reference) })}
      ${by || el.trace.traced ? legend(el, by) : nothing}
      ${moment(el)}
    </section>
    <footer>
      <p>${el.open ? el.t(placed.length ? 'call.end.kept' : 'call.end.none') : el.t('call.end.left', { left: clock(missing(el)) })}</p>
      ${view.listen.replay && el.open ? html`<button class="quiet" @click=${() => el.jump(view.begins)}>${icon(again)} ${el.t('call.end.again')}</button>` : nothing}
      ${el.open ? html`<button class="primary" @click=${() => el.stop.finish('done')}>${el.t('call.end.done')}</button>`
        : html`<button class="primary" @click=${() => el.jump(el.left[0]![0])}>${el.t('call.end.hear')}</button>`}
    </footer>
  </div>`;
}

const missing = (el: StationCall) => el.left.reduce((n, [from, to]) => n + to - from, 0);

/** Whose line is whose. */
function legend(el: StationCall, by: string): TemplateResult {
  return html`<p class="legend">
    ${el.placed.length ? html`<span class="own">${el.t('call.end.own')}</span>` : nothing}
    ${el.trace.traced ? html`<span class="traced">${el.t('call.end.trace')}</span>` : nothing}
    ${by ? html`<span class="theirs">${el.t('call.end.reference', { by })}</span>` : nothing}
  </p>`;
}

/** What was being said at a moment, the one felt most to begin with, and words for it. */
function moment(el: StationCall): TemplateResult | typeof nothing {
  const all = sorted(el.placed, (a, b) => a.ms - b.ms);
  const [most] = sorted(all, (a, b) => Math.abs(b.valence) - Math.abs(a.valence) || b.arousal - a.arousal);
  const mark = all.find((m) => m.id === el.chosen) ?? most;
  if (!mark) return nothing;
  const i = all.indexOf(mark);
  const go = (to: number, name: string, svg: Svg) => html`<button class="quiet step" aria-label=${el.t(name)} ?disabled=${!all[to]}
    @click=${() => (el.chosen = all[to]!.id)}>${icon(svg)}</button>`;
  const at = el.t(mark === most ? 'call.end.most' : 'call.end.at', { at: clock(mark.ms) });
  const said = el.words.get(mark.id);
  return html`<div class="moment">
    <figure class="most">
      <figcaption>${all.length > 1 ? go(i - 1, 'call.end.previous', previous) : nothing}
        <span>${at} · ${el.t(`feeling.${zone(mark)}`)}${said ? html` · “${said}”` : nothing}</span>
        ${all.length > 1 ? go(i + 1, 'call.end.next', next) : nothing}</figcaption>
      <blockquote>${spoken(el, mark)}</blockquote>
    </figure>
    ${words(el, mark)}
  </div>`;
}

function spoken(el: StationCall, mark: Placed): string {
  const cue = before(el.view.cues, mark.ms);
  const wait = el.view.segments.find((s) => s.from <= mark.ms && mark.ms < s.to);
  return wait && (!cue || cue.from < wait.from) ? el.read(wait.label) : cue?.text ?? '';
}
