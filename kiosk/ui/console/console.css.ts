import { css } from 'lit';

export const style = css`
  :host {
    padding: 0 var(--s5) var(--s5);
  }
  header {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    gap: var(--s4);
    align-items: center;
    padding: var(--s3) 0;
    border-bottom: 1px solid var(--hairline);
  }
  .doors {
    display: flex;
    gap: var(--s4);
    align-items: center;
    min-height: 52px;
  }
  nav {
    display: flex;
    gap: var(--s2);
    justify-content: end;
  }
  nav a {
    text-decoration: none;
  }
  .band:not(:empty) {
    padding: var(--s2) var(--s3);
    border-radius: 0 0 var(--radius) var(--radius);
    background: var(--ink);
    color: var(--paper);
  }
  .error:empty {
    display: none;
  }
  p.error {
    padding-top: var(--s3);
  }
  main {
    display: grid;
    gap: var(--s4);
    grid-template: auto 1fr / repeat(2, minmax(0, 1fr));
    align-items: start;
    padding-top: var(--s4);
  }
  main.faulty {
    grid-template-rows: auto auto 1fr;
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
  .tall {
    grid-row: span 2;
  }
  .wide {
    grid-column: 1 / -1;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  tbody th {
    color: var(--ink);
  }
  .number,
  .end {
    text-align: end;
  }
  .number {
    padding-inline-end: 1.2em;
  }
  .end {
    padding-inline-end: 0;
  }
  td select {
    max-width: 13em;
  }
  .state {
    white-space: nowrap;
  }
  .mark {
    margin-inline-end: 0.3em;
    vertical-align: -0.12em;
  }
  .in_use,
  .ready {
    color: var(--good);
  }
  .silent,
  .off {
    color: var(--bad);
  }
  .badge,
  .station {
    white-space: nowrap;
  }
  .dot {
    vertical-align: -0.08em;
  }
  .code {
    font-weight: 600;
    letter-spacing: 0.08em;
  }
  .pair,
  .sound,
  .source,
  .waits {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s3);
    align-items: end;
  }
  .pair label {
    display: grid;
    gap: 2px;
    color: var(--ink-soft);
    font-size: var(--t0);
  }
  .pair input,
  .pair select {
    font-size: var(--t1);
  }
  .pair input {
    width: 9em;
    text-transform: uppercase;
  }
  .waits,
  .source,
  .sound {
    align-items: center;
  }
  .upload {
    position: relative;
    cursor: pointer;
  }
  .upload input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .upload:focus-within {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  details table {
    margin-block-start: var(--s2);
  }
  .faults {
    display: grid;
    gap: var(--s3);
    max-height: 24rem;
    overflow-y: auto;
  }
  .place {
    overflow-wrap: anywhere;
  }
  pre {
    margin: var(--s1) 0 0;
    padding: var(--s2) var(--s3);
    overflow-x: auto;
    border: 1px solid var(--hairline);
    border-radius: var(--radius);
    background: var(--paper);
    font-size: var(--t0);
  }
  .addresses {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(330px, 1fr));
    gap: var(--s3);
  }
  .addresses li {
    display: flex;
    gap: var(--s3);
    align-items: center;
  }
  .addresses img {
    flex: none;
    border: 1px solid var(--hairline);
    background: #fff;
  }
  .address {
    overflow-wrap: anywhere;
  }
  dialog {
    max-width: 28rem;
    padding: var(--s5);
    border: 1px solid var(--edge);
    border-radius: 12px;
    background: var(--card);
    color: var(--ink);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  dialog p {
    margin: var(--s3) 0 var(--s4);
  }
  .answers {
    display: flex;
    gap: var(--s3);
    align-items: center;
    justify-content: end;
  }
  @media (width < 1500px) {
    main,
    main.faulty {
      grid-template: none / minmax(0, 1fr);
    }
    .tall {
      grid-row: auto;
    }
  }
`;
