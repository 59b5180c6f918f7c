import { html, nothing } from 'lit';
import type { Note, Section, Stop } from '../../../kiosk/ui/shared/station.js';

/** The map's sections in the order of Dave Gray's canvas of 2017; who and goal come before them. */
export const sections: Section[] = ['see', 'say', 'do', 'hear', 'feel', 'pains', 'gains'];

/** What a visitor does to a note, as the body of note.put. */
export interface NoteEdit { note: string; section: Section; text?: string; inferred: boolean }

/** What a note says: its own text, or its kind's words for what happened. */
export function wording(stop: Stop, note: Note): string {
  if (note.text || !note.key) return note.text ?? '';
  const words = stop.t(note.key, note.args);
  return words.charAt(0).toLocaleUpperCase(stop.language) + words.slice(1);
}

/** A note as a label in a museum: what, what was said there, where from, how known. */
export function label(stop: Stop, note: Note) {
  const { evidence } = note;
  const place = stop.scenario.stations.find((s) => s.id === evidence?.station);
  const where = evidence && (stop.read(evidence.label) || (place && stop.read(place.title)));
  const words = wording(stop, note);
  return html`
    <span class="text">${words}</span>
    ${evidence?.quote && !words.includes(evidence.quote) ? html`<span class="quote">${evidence.quote}</span>` : nothing}
    <span class="from">
      ${place ? html`<i style="--of:${place.colour}">${place.number}</i>` : nothing}
      ${where ? html`<span class="where">${where}</span>` : nothing}
      <span class="known">${stop.t(note.inferred ? 'exit.note.is.inferred' : 'exit.note.is.observed')}</span>
    </span>
  `;
}
