import { svg, html, type TemplateResult } from 'lit';
import type { State } from './watch.js';

const shapes: Record<State, TemplateResult> = {
  in_use: svg`<circle cx="8" cy="8" r="6" fill="currentColor" />`,
  ready: svg`<circle cx="8" cy="8" r="5.2" fill="none" />`,
  waiting: svg`<path d="M8 2 14 8 8 14 2 8Z" fill="none" />`,
  silent: svg`<path d="M8 2.5 14.5 13.5H1.5Z" fill="currentColor" />`,
  off: svg`<path d="M3 3 13 13M13 3 3 13" fill="none" />`,
  unknown: svg`<circle cx="8" cy="8" r="5.2" fill="none" stroke-dasharray="2.2 2.2" />`,
};

/** A state's own shape, beside its word. */
export const mark = (state: State): TemplateResult => html`<svg
  class="mark ${state}" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"
  stroke="currentColor" stroke-width="1.8">${shapes[state]}</svg>`;
