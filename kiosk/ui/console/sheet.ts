import { html, nothing, type TemplateResult } from 'lit';
import cross from 'lucide-static/icons/x.svg?raw';
import { icon } from '../shared/icon.js';
import type { Console } from './console.js';
import { allScreensSheet, screenSheet } from './screen-sheet.js';
import { visitorSheet } from './visitor-sheet.js';

/** A dialog tells late that it was closed: the next question may be in it by then. */
export const shut = (e: Event) => !(e.currentTarget as HTMLDialogElement).open;

/** What is looked at closely, beside the tables, with all that can be done about it. */
export function sheet(page: Console): TemplateResult {
  const shown = content(page);
  return html`<dialog class="sheet" aria-labelledby="sheet" @close=${(e: Event) => { if (shut(e)) page.sheet = undefined; }}
    @click=${(e: MouseEvent) => { if (e.target === e.currentTarget) page.close(); }}>${page.sheet ? html`
    <div class="inside"><button class="quiet cross" aria-label=${page.t('console.sheet.close')} @click=${() => page.close()}>${icon(cross)}</button>
      ${shown ?? html`<h2 id="sheet">${page.t('console.sheet.gone')}</h2>`}</div>` : nothing}</dialog>`;
}

function content(page: Console): TemplateResult | undefined {
  const { sheet: of, room } = page;
  if (!of || !room) return undefined;
  if (of.of === 'visit') return room.visits[of.id] && visitorSheet(page, room.visits[of.id]!);
  if (of.id === 'all') return allScreensSheet(page);
  return room.screens[of.id] && screenSheet(page, room.screens[of.id]!);
}
