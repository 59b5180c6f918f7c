import { html, nothing } from 'lit';
import { quoted, source, wording } from '../../../kiosk/ui/shared/own-map.js';
import type { Note, Section, Stop } from '../../../kiosk/ui/shared/station.js';

/** What a visitor does to a note, as the body of note.put. */
export interface NoteEdit { note: string; section: Section; text?: string; inferred: boolean }

/** A note as a label in a museum: what, what was said there, where from, how known; and its section, where that is not plain. */
export function label(stop: Stop, note: Note, part = '') {
  const { stations } = stop.scenario;
  const place = stations.find((s) => s.id === note.evidence?.station);
  const where = source(stop, stations, note);
  const words = wording(stop, note);
  const quote = quoted(note, words);
  return html`
    <span class="text">${words}</span>
    ${quote ? html`<span class="quote">${quote}</span>` : nothing}
    <span class="from">
      ${place ? html`<i style="--of:${place.colour}">${place.number}</i>` : nothing}
      ${where ? html`<span class="where">${where}</span>` : nothing}
      <span class="known">${part ? html`${part} · ` : nothing}${stop.t(note.inferred ? 'note.inferred' : 'note.observed')}</span>
    </span>
  `;
}

/** Two notes as one: it keeps the evidence there is, lies where the second lay, and is noticed only if both were. */
export function joined(from: Note, into: Note, text: string): { put: NoteEdit; off: string } {
  const [keep, off] = into.evidence || !from.evidence ? [into, from] : [from, into];
  return { put: { note: keep.id, section: into.section, text, inferred: from.inferred || into.inferred }, off: off.id };
}
