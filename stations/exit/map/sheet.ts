import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Note, Section } from '../../../kiosk/ui/shared/station.js';
import { card } from './canvas.js';
import type { ExitMap } from './map.js';

/** What lies over the map: a note being written, or all notes of one section. */
export type Sheet =
  | { section: Section; list: true }
  | { section: Section; list: false; note?: Note; text: string; inferred: boolean };

export function sheet(map: ExitMap, open: Sheet) {
  const title = open.list ? map.stop.t(`exit.section.${open.section}`) : map.question(open.section);
  return html`<div class="veil">
    <div
      class="sheet" role="dialog" aria-modal="true" aria-labelledby="sheet-title"
      @keydown=${(e: KeyboardEvent) => e.key === 'Escape' && map.close()}
    >
      <h2 id="sheet-title">${title}</h2>
      ${open.list ? list(map, open.section) : form(map, open)}
    </div>
  </div>`;
}

function list(map: ExitMap, section: Section) {
  return html`
    <ul class="all">${map.of(section).map((note) => html`<li>${card(map, note)}</li>`)}</ul>
    <div class="ways"><button class="quiet" @click=${() => map.close()}>${map.stop.t('exit.note.close')}</button></div>
  `;
}

function form(map: ExitMap, open: Sheet & { list: false }) {
  const known = (inferred: boolean, key: string) => html`<label class="choice">
    <input type="radio" name="known" .checked=${open.inferred === inferred} @change=${() => map.draft({ inferred })} />
    ${map.stop.t(key)}
  </label>`;
  const starters = open.text.trim() ? [] : map.starters(open.section);
  return html`<form @submit=${(e: Event) => { e.preventDefault(); map.put(); }}>
    <label class="words">
      <span>${map.stop.t('exit.note.words')}</span>
      <textarea
        rows="2" maxlength="200" .value=${live(open.text)}
        @input=${(e: InputEvent) => map.draft({ text: (e.target as HTMLTextAreaElement).value })}
        @keydown=${(e: KeyboardEvent) => { if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) { e.preventDefault(); map.put(); } }}
      ></textarea>
    </label>
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

/** The starters of a section: the scenario's, or else the room's. */
export function starters(map: ExitMap, section: Section): string[] {
  const own = map.settings.starters?.[section];
  return own ? own.map((s) => map.stop.read(s)) : [1, 2, 3].map((n) => map.stop.t(`exit.starter.${section}.${n}`));
}
