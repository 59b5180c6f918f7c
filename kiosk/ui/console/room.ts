import { html, nothing, type TemplateResult } from 'lit';
import type { Console } from './console.js';
import { pairing } from './pairing.js';
import './screens.js';
import './visitors.js';

/** The room as it runs: who is where, and on what. */
export function roomPart(page: Console): TemplateResult | typeof nothing {
  const { room } = page;
  if (!room) return nothing;
  return html`${pairing(page)}
    <console-screens .page=${page} .rows=${room.screens} .visits=${room.visits} .scenario=${page.scenario}></console-screens>
    <console-visitors .page=${page} .rows=${room.visits} .screens=${room.screens} .scenario=${page.scenario}></console-visitors>`;
}
