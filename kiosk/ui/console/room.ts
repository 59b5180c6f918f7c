import { html, nothing, type TemplateResult } from 'lit';
import { checkstrip } from './checklist.js';
import type { Console } from './console.js';
import { pairing } from './pairing.js';
import './screens.js';
import { timers } from './timers.js';
import './visitors.js';

/** The room as it runs: who is where, and on what. */
export function roomPart(page: Console): TemplateResult | typeof nothing {
  const { room } = page;
  if (!room) return nothing;
  return html`<div class="above">${checkstrip(page)} ${pairing(page)} ${timers(page)}</div>
    <console-screens .page=${page} .rows=${room.screens} .visits=${room.visits} .scenario=${page.scenario}></console-screens>
    <console-visitors .page=${page} .rows=${room.visits} .screens=${room.screens} .scenario=${page.scenario}></console-visitors>`;
}
