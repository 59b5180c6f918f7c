import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Section } from '../../../kiosk/ui/shared/station.js';
import { card, more } from './canvas.js';
import type { ExitMap } from './map.js';

/** The four quarters, and which sections of the map lie in each. */
export const quarters: [Section, ...Section[]][] = [['see'], ['hear'], ['do', 'say'], ['feel', 'pains', 'gains']];

/** The map as four quarters: does, sees, hears, feels. Notes are moved on the whole map. */
export function quadrants(map: ExitMap) {
  return html`<div class="quarters">
    ${quarters.map(([main, ...others]) => {
      const notes = map.of(main);
      const name = (section: Section) => map.stop.t(`exit.section.${section}`);
      return html`<section class="part quarter" data-section=${main}>
        <header><h2>${map.stop.t(`exit.quadrant.${main}`)}</h2>${more(map, main)}</header>
        <ul>${repeat(notes, (note) => note.id, (note) => html`<li data-note=${note.id}>
          ${card(map, note, others.includes(note.section) ? name(note.section) : '')}
        </li>`)}</ul>
        ${notes.length ? nothing : html`<p class="question">${map.question(main)}</p>`}
      </section>`;
    })}
  </div>`;
}
