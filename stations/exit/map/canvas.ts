import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import plus from 'lucide-static/icons/plus.svg?raw';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import type { Note, Section } from '../../../kiosk/ui/shared/station.js';
import type { ExitMap } from './map.js';
import { wording } from '../../../kiosk/ui/shared/own-map.js';
import { label } from './note.js';

/** A head as one draws it: face, ears. In a box of 100 by 100, stretched to its place. */
const head = html`<svg class="contour" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
  <path d="M15 1.6 Q48 -0.6 85 1.4 C95 2 98.2 6 98.6 14 Q100.2 48 98.4 84 C98 94 94 98 86 98.6 Q52 100.4 14 98.4 C5.6 98 2 94 1.6 85 Q-0.3 50 1.4 14 C2 6 5.4 1.9 18 0.9" />
  <path d="M0.6 41 C-2.6 38 -3 58 0.8 56 M99.4 40 C102.4 38 103 57 99.3 55.4" />
</svg>`;

/** The empathy map canvas, after Dave Gray (2017), with the customer in the middle. Pains and gains come last. */
export function canvas(map: ExitMap) {
  const { customer } = map.stop.scenario;
  return html`<div class="canvas">
    ${part(map, 'see', 3)} ${part(map, 'say', 4)} ${part(map, 'do', 5)} ${part(map, 'hear', 6)}
    <div class="head ${map.inner ? '' : 'closed'}">
      ${head}
      <div class="who">
        ${customer.picture ? html`<img src=${map.stop.file(customer.picture)} alt="" />` : nothing}
        <p><span class="tag"><i>1</i> ${map.stop.t('exit.who')}</span> <b>${customer.name}</b></p>
        <p class="wish"><span class="tag"><i>2</i> ${map.stop.t('exit.goal')}</span> ${map.stop.read(customer.goal)}</p>
      </div>
      ${part(map, 'feel', 7)} ${map.inner ? html`${part(map, 'pains')} ${part(map, 'gains')}` : nothing}
    </div>
  </div>`;
}

function part(map: ExitMap, section: Section, number?: number) {
  const notes = map.of(section);
  const name = map.stop.t(`exit.section.${section}`);
  const target = map.chosen !== undefined && map.chosen.section !== section;
  const over = map.drag.dragged?.over === section;
  return html`<section
    class="part ${section} ${target ? 'target' : ''} ${over ? 'over' : ''}" data-section=${section}
    @click=${() => target && map.moveChosen(section)}
  >
    <header>
      <h2>${heading(map, section, name, target, number)}</h2>
      ${more(map, section)}
    </header>
    <ul>${repeat(notes, (note) => note.id, (note) => html`<li data-note=${note.id}>${card(map, note)}</li>`)}</ul>
    ${notes.length ? nothing : html`<p class="question">${map.question(section)}</p>`}
  </section>`;
}

/** The way to the notes for which a part has no room. */
export function more(map: ExitMap, section: Section) {
  const n = map.more[section];
  if (!n) return nothing;
  return html`<button
    class="more" aria-label=${map.stop.t('exit.note.more.in', { n, section: map.stop.t(`exit.section.${section}`) })}
    @click=${(e: Event) => { e.stopPropagation(); map.list(section); }}
  >${map.stop.t('exit.note.more', { n })}</button>`;
}

function heading(map: ExitMap, section: Section, name: string, target: boolean, number?: number) {
  const no = number ? html`<i>${number}</i>` : nothing;
  if (map.look) return html`${no} ${name}`;
  return target
    ? html`${no} <button class="add here" @click=${(e: Event) => { e.stopPropagation(); map.moveChosen(section); }}>
        <span>${name}</span> <em>${map.stop.t('exit.note.here')}</em>
      </button>`
    : html`${no} <button class="add" aria-label=${map.stop.t('exit.note.add', { section: name })} @click=${() => map.write(section)}>
        <span>${name}</span> ${icon(plus)}
      </button>`;
}

/** A note to touch: a tap takes it up, a drag moves it. `part` names its section where that is not plain. */
export function card(map: ExitMap, note: Note, part = '') {
  const looks = `note ${note.inferred ? 'inferred' : ''}`;
  if (map.look) return html`<div class=${looks}>${label(map.stop, note, part)}</div>`;
  const { dragged } = map.drag;
  return html`<button
    class="${looks} ${map.chosen?.id === note.id ? 'chosen' : ''} ${dragged?.note === note.id ? 'lifted' : ''} ${dragged?.on === note.id ? 'on' : ''}"
    aria-pressed=${map.chosen?.id === note.id}
    @pointerdown=${(e: PointerEvent) => !map.projected && map.drag.down(note.id, e)}
    @click=${(e: Event) => { e.stopPropagation(); map.choose(note); }}
  >${label(map.stop, note, part)}</button>`;
}

/** What hangs on the finger while a note is dragged. */
export function ghost(map: ExitMap) {
  const { dragged } = map.drag;
  const note = map.notes.find((n) => n.id === dragged?.note);
  if (!dragged || !note) return nothing;
  const box = map.getBoundingClientRect();
  return html`<div class="ghost" style="translate:${dragged.x - box.left}px ${dragged.y - box.top}px">
    ${wording(map.stop, note)}
  </div>`;
}
