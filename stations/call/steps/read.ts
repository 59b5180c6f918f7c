import { html, type TemplateResult } from 'lit';
import type { Text } from '../../../kiosk/ui/shared/station.js';
import type { StationCall } from '../element.js';
import { clock, sorted, type View } from '../view.js';
import { head } from './hear.js';
import { margin } from './margin.js';

interface Line { from: number; who: string; words: Text; own: boolean; waits: boolean }

/** Captions and segments in the order they begin. */
function lines(view: View): Line[] {
  const waits = view.segments.map((s) => ({ from: s.from, who: '', words: s.label, own: false, waits: true }));
  const cues = view.cues.map((c) => ({
    from: c.from, who: c.speaker ?? '', words: c.text, own: c.speaker === view.caller.voice, waits: false,
  }));
  return sorted([...waits, ...cues], (a, b) => a.from - b.from);
}

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
    const here = el.marks.filter((m) => m.ms === line.from);
    return html`<li class="${line.own ? 'own' : ''} ${line.waits ? 'waits' : ''}">
      <button aria-current=${i === chosen} tabindex=${i === chosen ? 0 : -1}
        ?data-first=${i === chosen} @click=${() => el.choose(i, line.from)}>
        <time>${clock(line.from)}</time><b>${line.who}</b><span>${el.read(line.words)}</span>
        <em>${here.map(() => html`<i></i>`)}</em>
      </button></li>`;
  };
  return html`<div class="hear read">
    <section class="phone" aria-label=${el.t('call.transcript')}>
      ${head(el)}
      <p class="hint">${el.t('call.transcript.hint', { name: el.name })}</p>
      <ol class="transcript" @keydown=${move}>${all.map(item)}</ol>
      <div class="controls">
        <button class="primary" @click=${() => el.finishReading()}>${el.t('call.transcript.done')}</button>
      </div>
    </section>
    ${margin(el, el.t('call.ask.line', { name: el.name }))}
  </div>`;
}
