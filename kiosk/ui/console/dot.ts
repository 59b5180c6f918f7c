import { html, type TemplateResult } from 'lit';

/** A badge's colour. */
export const dot = (colour: string): TemplateResult =>
  html`<svg class="dot" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><circle cx="7" cy="7" r="6.3" fill=${colour} stroke="currentColor" /></svg>`;
