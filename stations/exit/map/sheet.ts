import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { wording } from '../../../kiosk/ui/shared/own-map.js';
import type { Note, Section } from '../../../kiosk/ui/shared/station.js';
import { card } from './canvas.js';
import type { ExitMap } from './map.js';

/** What lies over the map: a note being written, two being joined, or all notes of one section. */
export type Sheet =
  | { is: 'list'; section: Section }
  | { is: 'note'; section: Section; note?: Note; text: string; inferred: boolean }
  | { is: 'join'; section: Section; from: Note; into: Note; text: string };

export function sheet(map: ExitMap, open: Sheet) {
  const title = { list: `exit.section.${open.section}`, note: `exit.ask.${open.section}`, join: 'exit.note.join' }[open.is];
  return html`<div class="veil">
    <div
      class="sheet" role="dialog" aria-modal="true" aria-labelledby="sheet-title"
      @keydown=${(e: KeyboardEvent) => e.key === 'Escape' && map.close()}
    >
      <h2 id="sheet-title">${map.stop.t(title, { customer: map.stop.scenario.customer.short })}</h2>
      ${open.is === 'list' ? list(map, open.section) : open.is === 'note' ? form(map, open) : join(map, open)}
    </div>
  </div>`;
}

function list(map: ExitMap, section: Section) {
  return html`
    <ul class="all">${map.of(section).map((note) => html`<li>${card(map, note)}</li>`)}</ul>
    <div class="ways"><button class="quiet" @click=${() => map.close()}>${map.stop.t('exit.note.close')}</button></div>
  `;
}

function words(map: ExitMap, label: string, text: string, rows: number) {
  return html`<label class="words">
    <span>${map.stop.t(label)}</span>
    <textarea
      rows=${rows} maxlength="200" .value=${live(text)}
      @input=${(e: InputEvent) => map.draft({ text: (e.target as HTMLTextAreaElement).value })}
      @keydown=${(e: KeyboardEvent) => { if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) { e.preventDefault(); map.put(); } }}
    ></textarea>
  </label>`;
}

function form(map: ExitMap, open: Sheet & { is: 'note' }) {
  const known = (inferred: boolean, key: string) => html`<label class="choice">
    <input type="radio" name="known" .checked=${open.inferred === inferred} @change=${() => map.draft({ inferred })} />
    ${map.stop.t(key)}
  </label>`;
  const starters = open.text.trim() ? [] : map.starters(open.section);
  return html`<form @submit=${(e: Event) => { e.preventDefault(); map.put(); }}>
    ${words(map, 'exit.note.words', open.text, 2)}
    ${starters.length
      ? html`<div class="starters">
          <span>${map.stop.t('exit.note.starters')}</span>
          ${starters.map((s) => html`<button type="button" class="quiet" @click=${() => map.begin(s)}>${s}</button>`)}
        </div>`
      : nothing}
    <fieldset class="how">
      <legend>${map.stop.t('exit.note.how')}</legend>
      ${known(false, 'exit.note.observed')} ${known(true, 'exit.note.inferred')}
    </fieldset>
    <div class="ways">
      <button type="button" class="quiet" @click=${() => map.close()}>${map.stop.t('exit.note.cancel')}</button>
      <button class="primary" ?disabled=${!open.text.trim()}>${map.stop.t('exit.note.put')}</button>
    </div>
  </form>`;
}

function join(map: ExitMap, open: Sheet & { is: 'join' }) {
  const apart = open.from.section === open.section ? 'exit.note.join.leave' : 'exit.note.join.beside';
  return html`<form @submit=${(e: Event) => { e.preventDefault(); map.put(); }}>
    ${words(map, 'exit.note.join.words', open.text, 3)}
    <div class="ways">
      <button type="button" class="quiet" @click=${() => map.close()}>${map.stop.t('exit.note.cancel')}</button>
      <button type="button" class="quiet" @click=${() => map.apart(open)}>${map.stop.t(apart)}</button>
      <button class="primary" ?disabled=${!open.text.trim()}>${map.stop.t('exit.note.join.put')}</button>
    </div>
  </form>`;
}

/** Two notes' words, one after the other; once where they say the same. */
export function both(map: ExitMap, from: Note, into: Note): string {
  const [first, second] = [wording(map.stop, into), wording(map.stop, from)];
  return first === second ? first : `${first.replace(/[\s.…]+$/, '')}; ${second}`;
}

/** The starters of a section: the scenario's, or else the room's. */
export function starters(map: ExitMap, section: Section): string[] {
  const own = map.settings.starters?.[section];
  return own ? own.map((s) => map.stop.read(s)) : [1, 2, 3].map((n) => map.stop.t(`exit.starter.${section}.${n}`));
}
