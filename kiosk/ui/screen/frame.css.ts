import { css } from 'lit';

export const styles = css`
  :host {
    position: fixed;
    inset: 0 0 var(--keys, 0px); /* above the keyboard */
    display: grid;
    grid-template-columns: var(--margin) minmax(0, 1fr);
    --margin: calc(clamp(10.5rem, 15vw, 14rem) * (0.4 + var(--big) * 0.6));
    background: var(--paper);
    color: var(--ink);
    transition: grid-template-columns var(--slow) var(--ease);
  }
  :host([wide]) {
    --margin: 40vw;
  }
  aside {
    display: flex;
    flex-direction: column;
    gap: var(--s4);
    min-block-size: 0;
    padding: var(--s4);
    background: var(--station);
    color: var(--on-station);
    overflow: auto;
  }
  .numeral {
    font: 600 clamp(5rem, 11vw, 9rem) / 0.85 var(--font-voice);
    font-variant-numeric: lining-nums;
    letter-spacing: -0.03em;
  }
  .title {
    margin: 0;
    font: 600 var(--t2) / 1.2 var(--font-room);
    text-wrap: balance;
    overflow-wrap: break-word;
  }
  .who {
    display: grid;
    gap: var(--s2);
    justify-items: start;
    font-size: var(--t1);
  }
  .code {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.12em;
  }
  .space {
    flex: 1;
  }
  .time {
    display: flex;
    gap: 0.4em;
    margin: 0;
    font-size: var(--t1);
    line-height: 1.3;
  }
  .time .icon {
    flex: none;
    margin-block-start: 0.1em;
  }
  .ways {
    display: grid;
    gap: var(--s2);
  }
  .offline {
    margin: 0;
    padding: var(--s2) var(--s3);
    border-radius: var(--radius);
    background: var(--card);
    color: var(--ink);
    font-size: var(--t1);
    line-height: 1.3;
  }
  .offline .icon {
    margin-inline-end: 0.2em;
    vertical-align: -0.2em;
  }
  aside .badge {
    box-shadow: 0 0 0 2px var(--card);
  }
  aside .quiet {
    justify-content: flex-start;
    padding-inline: 0.7em;
    text-align: start;
    border-color: currentColor;
    color: inherit;
  }
  aside .quiet:active {
    background: rgb(0 0 0 / 0.2);
  }
  aside .quiet:focus-visible {
    outline-color: currentColor;
  }
  main {
    min-inline-size: 0;
    min-block-size: 0;
    overflow: auto;
    outline: none;
    scroll-padding-block: var(--s3);
  }
  :host([wide]) aside {
    justify-content: center;
    align-items: center;
  }
  :host([wide]) .numeral {
    font-size: min(58vh, 32vw);
  }
  :host([wide]) .title,
  :host([wide]) .space {
    display: none;
  }
  @media (orientation: portrait) {
    :host {
      grid-template-columns: none;
      grid-template-rows: auto minmax(0, 1fr);
    }
    :host([wide]) {
      grid-template-rows: 42vh minmax(0, 1fr);
    }
    aside {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: center;
      gap: var(--s2) var(--s4);
      padding: var(--s3) var(--s4);
    }
    :host([wide]) aside {
      display: flex;
    }
    :host([wide]) .numeral {
      font-size: min(34vh, 60vw);
    }
    .numeral {
      grid-row: 1 / span 2;
      font-size: clamp(4rem, 10vw, 8rem);
    }
    .title {
      grid-column: 2;
      align-self: end;
    }
    .title:not(:has(+ .who)) {
      grid-row: 1 / span 2;
      align-self: center;
    }
    .who {
      grid-column: 2;
      grid-row: 2;
      align-self: start;
      display: flex;
      align-items: center;
      flex-wrap: wrap;
      column-gap: var(--s3);
    }
    .space {
      display: none;
    }
    .time {
      grid-column: 2;
    }
    .ways {
      grid-column: 3;
      grid-row: 1 / span 2;
    }
    .status {
      grid-column: 1 / -1;
    }
  }
`;
