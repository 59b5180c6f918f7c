import { css } from 'lit';

export const styles = css`
  :host {
    position: fixed;
    inset: 0;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    background: var(--paper);
    color: var(--ink);
  }
  header {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 var(--s3);
    padding: var(--s2) var(--s3);
    padding-block-start: max(var(--s2), env(safe-area-inset-top));
    background: var(--station);
    color: var(--on-station);
  }
  .numeral {
    font: 600 2.4rem / 1 var(--font-voice);
    font-variant-numeric: lining-nums;
  }
  .title {
    margin: 0;
    font: 600 var(--t1) / 1.2 var(--font-room);
    overflow-wrap: anywhere;
  }
  .title:first-child {
    grid-column: 1 / 3;
  }
  .badge {
    max-inline-size: 46vw;
    font-size: calc(var(--t1) * 0.85);
    box-shadow: 0 0 0 2px var(--card);
  }
  .status {
    grid-column: 1 / -1;
  }
  .status p {
    display: flex;
    gap: 0.5em;
    margin: var(--s2) 0 0;
    padding: var(--s2) var(--s3);
    border-radius: var(--radius);
    background: var(--card);
    color: var(--ink);
    font-size: var(--t1);
    line-height: 1.3;
  }
  main {
    min-block-size: 0;
    overflow: auto;
  }
  section {
    display: grid;
    align-content: end;
    gap: var(--s4);
    box-sizing: border-box;
    min-block-size: 100%;
    padding: var(--s4);
  }
  h1 {
    margin: 0;
    font: 500 var(--t5) / 1.1 var(--font-voice);
  }
`;
