import { css } from 'lit';

/** One thing at a time, read by a group from across the table. */
export const style = css`
  :host {
    --t0: max(14px, 1.8vmin);
    --t1: max(16px, 2vmin);
    --t2: max(18px, 2.5vmin);
    --t3: max(20px, 3.2vmin);
    --t4: max(24px, 4vmin);
    --station-line: var(--ink-soft);
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: var(--s3);
    min-height: 100vh;
    padding: var(--s4) max(var(--s4), 4vw);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: baseline;
    padding-bottom: var(--s2);
    border-bottom: 1px solid var(--hairline);
  }
  header .quiet {
    margin-inline-start: auto;
  }
  h1 {
    font-size: var(--t3);
  }
  h2 {
    font-size: var(--t4);
  }
  main {
    display: flex;
    flex-direction: column;
    gap: var(--s3);
    min-width: 0;
  }
  .stage {
    flex: 1;
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: var(--s3);
    min-height: 0;
  }
  .stage .map {
    flex: 1;
    grid-template-rows: 1fr 1fr auto;
    background: var(--card);
  }
  .stage .section h3 {
    font-size: var(--t2);
  }
  .stage .journey-chart {
    max-height: 68vh;
  }
  .stage .dots i {
    width: 1.5vmin;
    height: 1.5vmin;
  }
  .shifts {
    grid-template-columns: repeat(auto-fit, minmax(min(460px, 100%), 1fr));
  }
  .shifts .axis,
  .shifts .value {
    font-size: 22px;
  }
  .shifts .voice {
    font-size: var(--t3);
  }
  .question {
    max-width: 22em;
    font: 500 max(30px, 6.4vmin) / 1.2 var(--font-voice);
    text-wrap: balance;
  }
  .lead {
    max-width: 30em;
    font-size: var(--t3);
  }
  .begins {
    justify-content: center;
  }
  .sentences {
    columns: 2 20em;
    column-gap: 4vw;
  }
  .sentences li {
    padding: 0.35em 0;
    break-inside: avoid;
    font: 500 var(--t4) / 1.25 var(--font-voice);
  }
  nav {
    display: flex;
    gap: var(--s3);
    align-items: center;
    justify-content: space-between;
    padding: var(--s2) 0;
    background: var(--paper);
  }
  dialog {
    max-width: 34rem;
    padding: var(--s4);
    border: 1px solid var(--edge);
    border-radius: 12px;
    background: var(--card);
    color: inherit;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3);
    justify-content: flex-end;
    margin-top: var(--s4);
  }
  @media print {
    nav,
    header button {
      display: none;
    }
  }
`;
