import { css } from 'lit';

/** The rehearsal's part of the page. */
export const style = css`
  :host {
    display: block;
    min-height: 0;
  }
  section {
    display: grid;
    gap: var(--s3);
    padding: var(--s4);
    border: 1px solid var(--hairline);
    border-radius: 12px;
    background: var(--card);
    overflow-x: auto;
  }
  form,
  .running {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s3);
    align-items: end;
  }
  .running {
    align-items: center;
  }
  label {
    display: grid;
    gap: 2px;
    color: var(--ink-soft);
    font-size: var(--t0);
  }
  label input,
  label select {
    min-height: 48px;
    font-size: var(--t1);
  }
  label input {
    width: 7em;
  }
  .quiet {
    min-height: 48px;
  }
  progress {
    flex: 1;
    min-width: 8rem;
    height: 12px;
    accent-color: var(--ink);
  }
  .strong {
    font-weight: 600;
  }
  table {
    max-width: 56rem;
  }
  .number {
    padding-inline-end: 0;
    text-align: end;
    white-space: nowrap;
  }
  th.number {
    white-space: normal;
    vertical-align: bottom;
  }
  tbody th {
    color: var(--ink);
    white-space: nowrap;
  }
  .narrow > * {
    background: var(--shade);
    font-weight: 700;
  }
  .mark {
    color: var(--bad);
    vertical-align: -0.12em;
  }
  summary {
    padding: 0.7em 0;
    cursor: pointer;
  }
  details > * + * {
    margin-block-start: var(--s2);
  }
  pre {
    padding: var(--s2) var(--s3);
    border: 1px solid var(--hairline);
    border-radius: var(--radius);
    background: var(--paper);
    font-size: var(--t0);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
