import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    font-family: var(--font-room);
    font-size: var(--t1);
    line-height: 1.1;
    color: var(--ink-soft);
  }
  .field {
    position: relative;
    aspect-ratio: 1;
    margin-block: 0.4em;
    border-radius: calc(var(--radius) * 1.5);
    background: var(--card);
    box-shadow: inset 0 0 0 1.5px var(--edge);
    cursor: crosshair;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
    -webkit-tap-highlight-color: transparent;
  }
  .field:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 3px;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  .axis {
    stroke: var(--hairline);
    stroke-width: 0.5;
  }
  .point {
    fill: var(--edge);
  }
  .line {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .ink {
    fill: var(--ink);
  }
  .skin {
    fill: var(--card);
    stroke: var(--ink);
    stroke-width: 0.7;
  }
  .face,
  .dot {
    transition: scale var(--quick) var(--ease);
  }
  .before {
    fill: none;
    stroke: var(--ink-soft);
    stroke-width: 0.7;
  }
  .dot .skin {
    fill: var(--station);
    stroke: var(--card);
    stroke-width: 1.2;
  }
  .dot .line {
    stroke: var(--on-station);
    stroke-width: 1.2;
  }
  .dot .ink {
    fill: var(--on-station);
  }
  .word {
    position: absolute;
    translate: -50% -50%;
    padding: 0.2em 0.6em;
    border-radius: 999px;
    background: var(--ink);
    color: var(--paper);
    font-weight: 600;
    white-space: nowrap;
    pointer-events: none;
  }
  .top {
    text-align: center;
  }
  .bottom {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    column-gap: 0.4em;
  }
  .bottom :last-child {
    text-align: end;
  }
  .sliders {
    display: grid;
    grid-template-columns: max-content 1fr max-content;
    align-items: center;
    column-gap: 0.8em;
    margin-block-start: 0.5em;
  }
  input {
    inline-size: 100%;
    min-block-size: 48px;
    margin: 0;
    accent-color: var(--ink);
  }
  input:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: -6px;
    border-radius: 999px;
  }
  .compact.sliders:not(:focus-within) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
