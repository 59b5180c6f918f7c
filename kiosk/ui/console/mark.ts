import { svg, html, type TemplateResult } from 'lit';
import type { State } from './watch.js';

/** How an order fares. */
type Fate = 'sent' | 'done' | 'late';

/** How a thing on the checklist is. */
type Health = 'ok' | 'warn' | 'bad';

const tick = svg`<path d="M2.5 8.5 6.5 12.5 13.5 4" fill="none" />`;
const triangle = svg`<path d="M8 2.5 14.5 13.5H1.5Z" fill="currentColor" />`;

const shapes: Record<State | Fate | Health | 'stuck' | 'idle', TemplateResult> = {
  in_use: svg`<circle cx="8" cy="8" r="6" fill="currentColor" />`,
  ready: svg`<circle cx="8" cy="8" r="5.2" fill="none" />`,
  waiting: svg`<path d="M8 2 14 8 8 14 2 8Z" fill="none" />`,
  silent: triangle,
  off: svg`<path d="M3 3 13 13M13 3 3 13" fill="none" />`,
  unknown: svg`<circle cx="8" cy="8" r="5.2" fill="none" stroke-dasharray="2.2 2.4" />`,
  sent: svg`<path d="M2 8H13M9 4 13 8 9 12" fill="none" />`,
  done: tick,
  late: triangle,
  ok: tick,
  warn: svg`<path d="M8 2.5 14.5 13.5H1.5Z" fill="none" />`,
  bad: triangle,
  stuck: svg`<path d="M4 2.5V13.5M12 2.5V13.5" fill="none" stroke-width="3" />`,
  idle: svg`<path d="M3 3H11L4 13H12" fill="none" />`,
};

/** A state's own shape, beside its word. */
export const mark = (state: keyof typeof shapes): TemplateResult => html`<svg
  class="mark ${state}" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"
  stroke="currentColor" stroke-width="1.8">${shapes[state]}</svg>`;
