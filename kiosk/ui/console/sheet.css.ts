import { css } from 'lit';

/** What opens over the page: the sheet at its side, the question in its middle, the way back at its foot. */
export const sheetStyle = css`
  dialog {
    padding: var(--s5);
    border: 1px solid var(--edge);
    border-radius: 12px;
    background: var(--card);
    color: var(--ink);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  dialog.ask {
    max-width: 28rem;
  }
  dialog.ask p {
    margin: var(--s3) 0 var(--s4);
  }
  .answers {
    display: flex;
    gap: var(--s3);
    align-items: center;
    justify-content: end;
  }
  dialog.sheet {
    inset: 0 0 0 auto;
    width: min(28rem, 100vw);
    height: 100dvh;
    max-height: none;
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    border-width: 0 0 0 1px;
    border-radius: 0;
  }
  dialog.sheet::backdrop {
    background: rgb(0 0 0 / 18%);
  }
  .inside {
    display: grid;
    gap: var(--s3);
    align-content: start;
    min-height: 100%;
    box-sizing: border-box;
    padding: var(--s4);
  }
  .inside h2 {
    padding-inline-end: 3.4rem;
  }
  .cross {
    position: absolute;
    inset: var(--s3) var(--s3) auto auto;
    width: 48px;
    min-height: 48px;
    padding: 0;
  }
  .tag {
    display: inline-grid;
    place-items: center;
    min-width: 1.7em;
    height: 1.5em;
    border: 2px solid var(--edge);
    border-radius: 6px;
    font: 700 var(--t2) / 1 var(--font-room);
  }
  .inside label {
    display: grid;
    gap: var(--s1);
  }
  .inside input,
  .inside select,
  .inside .quiet {
    width: 100%;
    min-height: 48px;
  }
  .inside .quiet.cross {
    width: 48px;
  }
  .acts {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--s2);
  }
  .inside .volume {
    grid-template-columns: auto minmax(0, 1fr) 2.2em;
    align-items: center;
    gap: var(--s3);
  }
  .inside .volume input {
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--ink);
  }
  .volume output {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .message {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--s2);
  }
  .message label {
    grid-column: 1 / -1;
  }
  .inside .numerals {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--s2);
  }
  .inside .numerals .quiet {
    justify-content: start;
    text-align: start;
  }
  .numerals [aria-pressed='true'] {
    background: var(--shade);
    border-color: var(--ink);
  }
  .deeds {
    display: grid;
    gap: var(--s2);
  }
  .inside .deed {
    justify-content: start;
    text-align: start;
  }
  .deed.merge {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: start;
    padding: 0.5em 1em;
    border: 1.5px solid var(--edge);
    border-radius: var(--radius);
  }
  .merge label {
    flex: 1;
  }
  .undo:not(:empty) {
    position: fixed;
    inset: auto auto var(--s4) 50%;
    translate: -50% 0;
    display: flex;
    gap: var(--s4);
    align-items: center;
    padding: var(--s2) var(--s2) var(--s2) var(--s4);
    border-radius: 12px;
    background: var(--ink);
    color: var(--paper);
    box-shadow: 0 6px 24px rgb(0 0 0 / 28%);
  }
  .undo .quiet {
    min-height: 48px;
    border-color: currentcolor;
    color: inherit;
    font-weight: 600;
  }
  .undo time-label {
    min-width: 1.4em;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
`;
