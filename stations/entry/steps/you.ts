import { html, nothing } from 'lit';
import type { StationEntry } from '../element.js';

/** Department, from the room's closed list, and how many share the badge. */
export function you(entry: StationEntry) {
  const { departments } = entry.stop.room;
  const department = (id: string | undefined, name: string) => html`<label class="choice">
    <input
      type="radio" name="department" .checked=${entry.department === id}
      @change=${() => (entry.department = id)}
    />
    ${name}
  </label>`;
  return html`<div class="you">
    <h1 tabindex="-1">${entry.t('entry.you.title')}</h1>
    ${departments?.length
      ? html`<fieldset>
          <legend>${entry.t('entry.you.department')}</legend>
          <div class="grid">
            ${departments.map((d) => department(d.id, entry.read(d.name)))}
            ${department(undefined, entry.t('entry.you.department.none'))}
          </div>
        </fieldset>`
      : nothing}
    <fieldset>
      <legend>${entry.t('entry.you.party')}</legend>
      <div class="people">
        ${[1, 2, 3, 4, 5, 6].map((n) => html`<label class="choice">
          <input type="radio" name="party" .checked=${entry.party === n} @change=${() => (entry.party = n)} />
          <span>${n}${n === 1 ? html` <small>${entry.t('entry.you.party.one')}</small>` : nothing}</span>
        </label>`)}
      </div>
    </fieldset>
  </div>`;
}
