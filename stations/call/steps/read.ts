import { html, nothing, type TemplateResult } from 'lit';
import headphones from 'lucide-static/icons/headphones.svg?raw';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import type { StationCall } from '../element.js';
import { lines, type Line } from '../lines.js';
import { clock, lasting, type Segment } from '../view.js';
import { head } from './head.js';
import { margin } from './margin.js';

/** The call to read: choose a line, tap a feeling. */
export function read(el: StationCall): TemplateResult {
  const all = lines(el.view);
  const chosen = Math.min(el.line, all.length - 1);
  const move = (e: KeyboardEvent) => {
    const to = chosen + ({ ArrowDown: 1, ArrowUp: -1 }[e.key] ?? 0);
    if (to === chosen || !all[to]) return;
    e.preventDefault();
    el.choose(to, all[to].from);
    const list = e.currentTarget as HTMLElement;
    void el.updateComplete.then(() => list.querySelector<HTMLElement>('[aria-current=true]')?.focus());
  };
  const item = (line: Line, i: number) => {
    const here = el.placed.filter((m) => m.ms === line.from);
    return html`<li class="${line.own ? 'own' : ''} ${line.wait ? 'waits' : ''}" data-to=${all[i + 1]?.from ?? el.view.duration}>
      <button aria-current=${i === chosen} tabindex=${i === chosen ? 0 : -1}
        ?data-first=${i === chosen} @click=${() => el.choose(i, line.from)}>
        <time>${clock(line.from)}</time><b>${line.who}</b><span>${el.read(line.words)} ${line.wait ? waited(el, line.wait) : nothing}</span>
        <em>${here.map(() => html`<i></i>`)}</em>
      </button></li>`;
  };
  requestAnimationFrame(() => seen(el));
  const gate = el.view.listen.through && el.shown < el.view.duration;
  return html`<div class="hear read">
    <section class="phone" aria-label=${el.t('call.transcript')}>
      ${head(el)}
      <p class="hint">${el.t('call.transcript.hint', { name: el.name })}</p>
      <ol class="transcript" @keydown=${move} @scroll=${() => seen(el)}>${all.map(item)}</ol>
      <div class="controls">
        ${el.recording.loaded ? html`<button class="quiet" @click=${() => el.begin(false)}>${icon(headphones)} ${el.t('call.transcript.hear')}</button>` : nothing}
        ${gate ? html`<p class="gate">${el.t('call.gate.read')}</p>` : nothing}
        <button class="primary" ?disabled=${gate} @click=${() => el.finishReading()}>${el.t('call.transcript.done')}</button>
      </div>
    </section>
    ${margin(el, el.t('call.ask.line', { name: el.name }))}
  </div>`;
}

/** How long a wait was for the customer. */
const waited = (el: StationCall, s: Segment) =>
  s.what === 'hold' ? el.t('call.wait.waited', { name: el.name, waited: lasting(s.waited, el.stop.language) }) : '';

/** The lines that are in view count as read. */
function seen(el: StationCall): void {
  const list = el.renderRoot.querySelector('.transcript');
  if (!list) return;
  const foot = list.getBoundingClientRect().bottom + 4;
  const last = [...list.children].filter((li) => li.getBoundingClientRect().bottom <= foot).at(-1);
  if (last) el.saw(Number((last as HTMLElement).dataset['to']));
}
