import { css } from 'lit';

export const style = css`
  :host {
    display: block;
    min-block-size: 100vh;
    color: var(--ink);
    font: 400 var(--t1) / 1.45 var(--font-room);
  }
  main {
    max-inline-size: 54rem;
    box-sizing: border-box;
    margin-inline: auto;
    padding: var(--s5) var(--s4) var(--s6);
  }
  .calm {
    display: grid;
    align-content: center;
    gap: var(--s3);
    max-inline-size: 34rem;
    min-block-size: 100vh;
  }
  h1,
  h2,
  p {
    margin: 0;
  }
  h1,
  h2 {
    font: 480 var(--t5) / 1.12 var(--font-voice);
    text-wrap: balance;
  }
  h2 {
    font-size: var(--t4);
  }
  a.quiet {
    color: var(--ink);
    text-decoration: none;
  }
  footer {
    display: grid;
    gap: var(--s4);
    padding-block-start: var(--s4);
    border-block-start: 1px solid var(--hairline);
    color: var(--ink-soft);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s3);
  }
  dialog {
    max-inline-size: min(34rem, calc(100vw - 2 * var(--s4)));
    box-sizing: border-box;
    padding: var(--s5);
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--card);
    color: var(--ink);
  }
  dialog[open] {
    display: grid;
    gap: var(--s4);
  }
  dialog .ways {
    justify-content: flex-end;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .failed {
    color: var(--bad);
    font-weight: 600;
  }
  .failed:empty {
    display: none;
  }
  @media print {
    main {
      max-inline-size: none;
      padding: 0;
    }
    .quiet,
    .ways {
      display: none;
    }
  }
`;
