import { css } from 'lit';

/** The papers beside the invoice, each as its sort looks, and the pile of them. */
export const papers = css`
  .paper {
    padding: 1.9em 1.8em 2em;
    max-inline-size: 36rem;
    }
  .paper > * + * {
    margin-block-start: 0.7em;
  }
  .paper > h2 {
    font-family: inherit;
    font-size: 1em;
    font-weight: 650;
  }
  .paper > p,
  .paper > address {
    white-space: pre-line;
  }
  .paper > .head {
    font-weight: 650;
    letter-spacing: 0.01em;
    color: var(--paper-soft);
  }
  .paper > .small {
    font-size: 0.84em;
    color: var(--paper-soft);
  }
  .paper > table :is(th, td) {
    border-block-end: 1px solid var(--rule);
  }
  .paper > table th {
    font-size: 0.86em;
    color: var(--paper-soft);
  }

  .contract {
    font-family: Georgia, 'Times New Roman', serif;
    line-height: 1.42;
  }
  .contract > h2 + :is(p, table) {
    margin-block-start: 0.15em;
  }
  .contract > h2:nth-of-type(1) {
    padding-block-end: 0.4em;
    border-block-end: 1px solid var(--paper-ink);
    font-size: 1.25em;
  }
  .contract > .hand {
    margin-block-start: 1.4em;
    font-size: 1.4em;
  }
  .contract > .hand + .small {
    margin-block-start: 0;
    padding-block-start: 0.2em;
    border-block-start: 1px solid var(--rule);
  }

  .meter {
    border-radius: 14px;
    background-color: light-dark(#f4e9c6, #d8cdab);
    border-block-start: 0.7em solid #d89a2b;
    rotate: -0.6deg;
  }
  .meter > h2 {
    font-size: 1.2em;
  }
  .meter > table :is(th, td) {
    border: 1.5px solid #b9a878;
  }
  .meter > table td {
    color: var(--pen);
    font-family: 'Segoe Print', 'Bradley Hand', 'Noteworthy', 'Ink Free', 'Coming Soon', var(--font-voice);
    font-style: italic;
    font-size: 1.12em;
  }
  .meter > table td:first-child {
    white-space: nowrap;
  }
  .meter > .hand {
    font-size: 1.12em;
    rotate: -1.2deg;
  }
  .meter > .hand:last-child {
    margin-block-start: 1.1em;
    rotate: 0.6deg;
  }

  .letter > .head {
    padding-block-end: 0.6em;
    border-block-end: 2px solid currentColor;
  }
  .letter > address {
    margin-block: 1.4em 1em;
  }
  .letter > .small + h2 {
    margin-block-start: 1.4em;
  }

  .email {
    border-radius: var(--radius);
    font-family: system-ui, 'Segoe UI', Arial, sans-serif;
  }
  .email > table:first-child :is(th, td) {
    padding-inline-start: 0;
    border: 0;
    font-size: 0.9em;
    color: var(--paper-soft);
  }
  .email > table:first-child :is(th, td):first-child {
    inline-size: 4em;
  }
  .email > h2 {
    padding-block: 0.6em;
    border-block: 1px solid var(--rule);
    font-size: 1.15em;
  }

  .pile {
    align-self: center;
    padding: var(--s4);
    text-align: center;
  }
  .pile > p {
    color: var(--ink);
  }
  .pile > div {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--s4);
    margin-block-start: var(--s4);
  }
  .piece {
    position: relative;
    transition: translate var(--quick) var(--ease);
  }
  .piece:nth-child(odd) {
    rotate: -1.6deg;
  }
  .piece:nth-child(3n + 2) {
    rotate: 1.4deg;
  }
  .mini {
    block-size: 11em;
    overflow: hidden;
    text-align: start;
    box-shadow: 0 1px 2px rgb(0 0 0 / 20%), 0 var(--s2) var(--s4) rgb(60 45 20 / 18%);
  }
  .mini .sheet {
    min-block-size: 25em;
    zoom: 0.46;
    rotate: none;
    box-shadow: none;
  }
  .piece button {
    position: absolute;
    inset: 0;
    display: flex;
    align-items: end;
    justify-content: center;
    gap: 0.4em;
    padding: 3em 0.5em 0.6em;
    border: 0;
    background: linear-gradient(transparent 45%, light-dark(#fffefb, #ded8cb) 78%);
    color: #211f1b;
    font: 650 var(--t1) / 1.2 var(--font-room);
    cursor: pointer;
    touch-action: manipulation;
  }
  .piece button:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 3px;
  }
`;
