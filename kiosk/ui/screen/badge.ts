import { css, html, type TemplateResult } from 'lit';
import type { Badge } from '../shared/station.js';
import { inkOn } from './comfort.js';

/** A badge as the visitor wears it: a tag in its colour, with its two words. */
export function badge(b: Badge): TemplateResult {
  return html`<span class="badge" style="--badge:${b.colour};--on-badge:${inkOn(b.colour)}">
    <span class="hole" aria-hidden="true"></span>${b.words}</span>`;
}

export const badges = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.6em;
    box-sizing: border-box;
    max-inline-size: 100%;
    padding: 0.45em 0.9em 0.45em 0.6em;
    border-radius: 0.5em;
    background: var(--badge);
    color: var(--on-badge);
    font: 600 var(--t1) / 1.15 var(--font-room);
    text-align: start;
  }
  .hole {
    flex: none;
    inline-size: 0.7em;
    block-size: 0.7em;
    border-radius: 50%;
    background: var(--paper);
    box-shadow: inset 0 1px 2px rgb(0 0 0 / 0.35);
  }
`;
