import { html, nothing, type TemplateResult } from 'lit';
import { zone } from '../../../kiosk/ui/shared/feeling.js';
import type { StationCall } from '../element.js';
import { curve, timeline } from '../timeline.js';
import { before, clock, sorted } from '../view.js';
import { head } from './hear.js';

/** After the call: the visitor's own curve, and nothing to compare it with. */
export function end(el: StationCall): TemplateResult {
  const { view, marks } = el;
  const label = el.t('call.timeline', { at: clock(el.end), of: el.total, n: marks.length });
  const names = { ...el.names, top: el.t('feeling.pleasant'), bottom: el.t('feeling.unpleasant') };
  return html`<div class="end">
    <h1 tabindex="-1" data-first>${el.t('call.end.title')}</h1>
    <section class="phone over" aria-label=${el.read(view.called)}>
      ${head(el)}
      ${timeline(view, el.path, marks, label, names, curve(marks, el.end))}
      ${most(el)}
    </section>
    <footer>
      <p>${el.t(marks.length ? 'call.end.kept' : 'call.end.none')}</p>
      <button class="primary" @click=${() => el.stop.finish('done')}>${el.t('call.end.done')}</button>
    </footer>
  </div>`;
}

/** What was being said where the visitor felt it most. */
function most(el: StationCall): TemplateResult | typeof nothing {
  const [mark] = sorted(el.marks, (a, b) => Math.abs(b.valence) - Math.abs(a.valence) || b.arousal - a.arousal);
  if (!mark) return nothing;
  const cue = before(el.view.cues, mark.ms);
  const wait = el.view.segments.find((s) => s.from <= mark.ms && mark.ms < s.to);
  const words = wait && (!cue || cue.from < wait.from) ? html`${el.read(wait.label)}` : html`${cue?.text}`;
  return html`<figure class="most">
    <figcaption>${el.t('call.end.most', { at: clock(mark.ms) })} · ${el.t(`feeling.${zone(mark)}`)}</figcaption>
    <blockquote>${words}</blockquote>
  </figure>`;
}
