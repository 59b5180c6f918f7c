import { LitElement, css, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Console } from './console.js';

const still = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * A row of one of the page's tables: draws itself when what it shows has
 * changed, and no other row with it. Its cells are `data-cell` elements.
 */
export abstract class Row extends LitElement {
  @property({ attribute: false }) page!: Console;
  /** The scenario in use; stations are called by it. */
  @property({ attribute: false }) scenario: unknown;
  private told: Record<string, string> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = 'row';
  }

  /** The Tab key comes to it. */
  @property({ type: Boolean }) stop = false;

  /** Id of what it shows. */
  abstract get key(): string;

  /** What each cell says, as far as a change of it is to be noticed. */
  protected abstract telling(): Record<string, string>;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.open')?.focus();
  }

  /** A cell that has changed flashes once. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const now = this.telling();
    const before = this.told;
    this.told = now;
    if (!before || still.matches) return;
    for (const cell of this.renderRoot.querySelectorAll<HTMLElement>('[data-cell]')) {
      const name = cell.dataset['cell']!;
      if (before[name] !== now[name]) cell.animate([{ background: 'var(--flash)' }, { background: 'transparent' }], { duration: 1500, easing: 'ease-out' });
    }
  }
}

/** A row is a strip of cells as wide as its table says; all of it is one target. */
export const row = css`
  :host {
    display: grid;
    grid-template-columns: var(--columns);
    gap: 0 var(--s3);
    align-items: center;
    position: relative;
    min-height: 52px;
    padding: 3px var(--s3);
    border-bottom: 1px solid var(--hairline);
    box-sizing: border-box;
    content-visibility: auto; /* rows out of sight cost nothing */
    contain-intrinsic-size: auto 52px;
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]) {
    display: none;
  }
  :host(:hover) {
    background: var(--hover);
  }
  [data-cell] {
    min-width: 0;
    border-radius: 6px;
    padding: 1px 4px;
    margin-inline: -4px;
  }
  .line {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .soft {
    color: var(--ink-soft);
    font-weight: 400;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .small {
    font-size: var(--t0);
    line-height: 1.3;
  }
  .code {
    font-weight: 600;
    letter-spacing: 0.06em;
  }
  .open {
    display: inline;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  .open::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .open:focus-visible {
    outline: none;
  }
  .open:focus-visible::after {
    outline: 3px solid var(--focus);
    outline-offset: -3px;
    border-radius: 6px;
  }
  .numeral {
    display: inline-grid;
    place-items: center;
    min-width: 1.5em;
    height: 1.5em;
    border-radius: 50%;
    background: var(--station);
    color: var(--on-station);
    font: 700 0.92em / 1 var(--font-room);
  }
  .mark {
    margin-inline-end: 0.2em;
    vertical-align: -0.14em;
  }
  .icon {
    vertical-align: -0.2em;
  }
  .dot {
    vertical-align: -0.08em;
  }
  .good {
    color: var(--good);
  }
  .bad {
    color: var(--bad);
  }
  .strong {
    font-weight: 600;
  }
`;
