import { html, nothing, type TemplateResult } from 'lit';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import { icon } from '../../kiosk/ui/shared/icon.js';
import type { StationObserve } from './element.js';
import { senses, type Stage, type Touchpoint } from './view.js';

const stageOf = (walk: StationObserve): Stage => walk.view.stages.find((s) => s.id === walk.memory.stage)!;

/** Where one is: the stage, then the touchpoint. */
export function where(walk: StationObserve): TemplateResult {
  const now = stageOf(walk);
  return html`<section class="where">
    <header><h1 tabindex="-1">${walk.say('where')}</h1><p class="task">${walk.read(walk.view.task)}</p></header>
    <div class="told" role="status">${told(walk)}</div>
    <div class="points" role="group" aria-label=${walk.say('points')}>${now.touchpoints.map((p) => {
      const n = walk.memory.notes[p.id] ?? 0;
      const title = walk.read(p.title);
      return html`<button class="chip" aria-label=${n ? walk.say('point.notes', { point: title, n }) : title} @click=${() => begin(walk, p)}>
        <span>${title}</span>${n ? html`<span class="n" aria-hidden="true">${n}</span>` : nothing}</button>`;
    })}</div>
    <div class="stages" role="group" aria-label=${walk.say('stages')}>${walk.view.stages.map((s) => html`
      <button class="chip" aria-pressed=${s === now ? 'true' : 'false'} @click=${() => walk.remember({ stage: s.id })}>${walk.read(s.title)}</button>`)}
    </div>
  </section>`;
}

/** What is noted there: how one knows, and a few words. */
export function what(walk: StationObserve, point: Touchpoint): TemplateResult {
  const { sense } = walk.memory;
  return html`<section class="what">
    <header><p class="at">${walk.read(point.title)}</p>
      <h1 tabindex="-1">${point.look ? walk.read(point.look) : walk.say('what')}</h1></header>
    <textarea rows="4" maxlength="600" autocomplete="off" aria-label=${walk.say('text')} placeholder=${walk.say(`text.hint.${sense}`)}
      .value=${walk.text} @input=${(e: Event) => (walk.text = (e.target as HTMLTextAreaElement).value)}></textarea>
    <div class="senses" role="radiogroup" aria-label=${walk.say('sense')} @keydown=${(e: KeyboardEvent) => turn(walk, e)}>${senses.map((s) => html`
      <button class="chip" role="radio" tabindex=${s === sense ? 0 : -1} aria-checked=${s === sense ? 'true' : 'false'}
        @click=${() => walk.remember({ sense: s })}>${walk.say(`sense.${s}`)}</button>`)}
    </div>
    <div class="foot">
      <button class="quiet" @click=${() => end(walk)}>${walk.say('back')}</button>
      <button class="primary" ?disabled=${!walk.text.trim()} @click=${() => keep(walk, point)}>${walk.say('keep')}</button>
    </div>
  </section>`;
}

function told(walk: StationObserve): unknown {
  const { latest } = walk;
  if (!latest) return nothing;
  if (!latest.id) return walk.say('undone');
  return html`<span>${walk.say('kept', { point: walk.read(latest.point.title) })}</span>
    <button class="quiet" @click=${() => takeBack(walk)}>${icon(undo)} ${walk.say('undo')}</button>`;
}

function begin(walk: StationObserve, point: Touchpoint): void {
  walk.latest = undefined;
  walk.point = point;
}

function end(walk: StationObserve): void {
  walk.point = undefined;
  walk.text = '';
}

/** What was written is a fact at once: on its way, or waiting for one. */
function keep(walk: StationObserve, point: Touchpoint): void {
  const { stage, sense } = walk.memory;
  const id = walk.stop.emit('observe.noted', { stage, touchpoint: point.id, sense, text: walk.text.trim() });
  walk.latest = { id, point };
  tally(walk, point, 1);
  end(walk);
}

function takeBack(walk: StationObserve): void {
  const { id, point } = walk.latest!;
  walk.stop.emit('observe.taken', { note: id });
  walk.latest = { id: '', point };
  tally(walk, point, -1);
}

function tally(walk: StationObserve, point: Touchpoint, by: number): void {
  const { notes } = walk.memory;
  walk.remember({ notes: { ...notes, [point.id]: Math.max(0, (notes[point.id] ?? 0) + by) } });
}

/** Arrow keys go through the senses, as in any group of radio buttons. */
function turn(walk: StationObserve, e: KeyboardEvent): void {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
  if (!by) return;
  e.preventDefault();
  const along = getComputedStyle(walk).direction === 'rtl' && e.key.match(/Left|Right/) ? -by : by;
  const sense = senses[(senses.indexOf(walk.memory.sense) + along + senses.length) % senses.length]!;
  walk.remember({ sense });
  void walk.updateComplete.then(() => walk.renderRoot.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus());
}
