import { css } from 'lit';

/** What can be marked on the sheet, the visitor's pencil, and the red of what was wrong. */
export const marks = css`
  .spot {
    position: relative;
    transition: background-color var(--quick) var(--ease);
  }
  .line.spot {
    block-size: 64px;
  }
  .lines .whole.spot,
  .taxes .spot {
    block-size: 48px;
  }
  .line .no {
    position: static;
    inline-size: 2.4em;
  }
  .spot button {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
  }
  .spot button::after {
    content: '';
    position: absolute;
    inset: 0 -0.5em;
    border-radius: var(--radius);
  }
  .spot button:disabled {
    cursor: default;
  }
  .spot button:focus-visible {
    outline: 0;
  }
  .spot button:focus-visible::after {
    outline: 3px solid #1b4fa0;
    outline-offset: -2px;
  }
  .spot[data-held] {
    background: color-mix(in oklab, var(--station) 13%, transparent);
    box-shadow: inset 4px 0 var(--station);
  }
  .spot[data-held]:dir(rtl) {
    box-shadow: inset -4px 0 var(--station);
  }
  .pencil {
    display: inline-block;
    vertical-align: -0.15em;
    font-size: 1.2em;
    line-height: 1;
    color: var(--pen);
    rotate: -6deg;
  }
  .no .pencil {
    position: absolute;
    inset-inline-start: 1.35em;
  }
  .pencil .icon {
    stroke-width: 2.6;
  }
  .spot.wrong > .n:last-child,
  .spot.wrong > dd {
    text-decoration: line-through 2px var(--pen);
  }
  .spot .hand {
    display: block;
    line-height: 1.2;
  }
  /* What was wrong, once the visitor has finished: as a teacher writes it who likes the pupil. */
  .red {
    display: block;
    margin-block: 0.35em 0.2em;
    padding-inline-start: 0.6em;
    border-inline-start: 3px solid #a3231d;
    color: #8d1c17;
    font-size: 0.94em;
    font-weight: 400;
  }
  .told td {
    padding-block-start: 0;
  }
  .line:has(+ .told) > * {
    border-block-end: 0;
  }
  .red b {
    display: block;
  }
`;
