import { css } from 'lit';

export const style = css`
  :host {
    --flash: color-mix(in oklab, var(--focus) 34%, transparent);
    --hover: color-mix(in oklab, var(--shade) 45%, transparent);
    display: grid;
    grid-template: auto minmax(0, 1fr) / auto minmax(0, 1fr);
    height: 100dvh;
  }
  .over {
    grid-column: 1 / -1;
  }
  .rail {
    grid-area: 2 / 1;
    width: 10.5rem;
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    gap: 2px;
    padding: var(--s3) var(--s2);
    border-inline-end: 1px solid var(--hairline);
    overflow-y: auto;
  }
  .rail a,
  .rail button {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-height: 48px;
    box-sizing: border-box;
    padding: 0.3em 0.7em;
    border: 0;
    border-radius: var(--radius);
    background: none;
    color: var(--ink-soft);
    font: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .rail [aria-current='page'] {
    background: var(--shade);
    color: var(--ink);
    font-weight: 600;
  }
  .rail hr {
    width: 100%;
    margin: auto 0 var(--s2);
    border: 0;
    border-top: 1px solid var(--hairline);
  }
  .wants {
    display: inline-grid;
    place-items: center;
    min-width: 1.5em;
    height: 1.5em;
    border-radius: 0.75em;
    background: var(--bad);
    color: var(--paper);
    font-size: var(--t0);
  }
  main {
    grid-area: 2 / 2;
    display: grid;
    grid-auto-rows: max-content;
    align-content: start;
    gap: var(--s3);
    padding: var(--s3);
    overflow-y: auto;
  }
  main.room {
    grid-template: auto minmax(0, 1fr) / repeat(2, minmax(0, 1fr));
    align-content: stretch;
  }
  .above {
    grid-column: 1 / -1;
  }
  .above:not(:has(*)) {
    margin-block-end: calc(-1 * var(--s3));
  }
  console-screens,
  console-visitors {
    grid-row: 2;
  }
  .above {
    display: grid;
    gap: var(--s2);
  }
  .strip,
  .timers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: center;
    padding: var(--s2) var(--s3);
  }
  .strip h2 {
    font-size: var(--t2);
  }
  .strip ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s4);
  }
  .strip .quiet {
    margin-inline-start: auto;
  }
  .timers .left {
    font: 600 var(--t5) / 1 var(--font-voice);
    font-variant-numeric: tabular-nums;
  }
  .hands {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    margin-inline-start: auto;
  }
  .hands button {
    min-height: 48px;
  }
  .checks {
    display: grid;
  }
  .checks li {
    display: grid;
    grid-template-columns: 1.2em 9rem minmax(0, 1fr);
    gap: var(--s3);
    align-items: baseline;
    padding: var(--s2) 0;
    border-top: 1px solid var(--hairline);
  }
  .strip p .mark,
  .checks .ok .mark {
    color: var(--good);
  }
  li.bad > .mark,
  li.bad > b {
    color: var(--bad);
  }
  section {
    display: grid;
    align-content: start;
    gap: var(--s3);
    padding: var(--s4);
    border: 1px solid var(--hairline);
    border-radius: 12px;
    background: var(--card);
    overflow-x: auto;
  }
  .icon {
    flex: none;
  }
  .mark {
    margin-inline-end: 0.3em;
    vertical-align: -0.12em;
  }
  .station {
    white-space: nowrap;
  }
  .code {
    font-weight: 600;
    letter-spacing: 0.08em;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  tbody th {
    color: var(--ink);
  }
  .end {
    padding-inline-end: 0;
    text-align: end;
  }
  .pair,
  .source,
  .waits,
  .numerals {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s3);
    align-items: center;
  }
  .waits {
    padding: var(--s2) var(--s3);
    border: 1.5px solid var(--ink);
    border-radius: var(--radius);
    background: var(--card);
  }
  .numerals {
    gap: var(--s1);
  }
  .numerals .quiet {
    min-width: 48px;
    min-height: 48px;
    padding: 0 0.4em;
  }
  .pair {
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
  a.quiet {
    text-decoration: none;
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
  p.bad,
  .bad > .mark {
    color: var(--bad);
  }
  main.setup {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  main.setup .wide {
    grid-column: 1 / -1;
  }
  main.setup .tall {
    grid-row: span 2;
  }
  @media (width < 1500px) {
    .rail {
      width: 5.2rem;
      padding-inline: var(--s1);
    }
    .rail a,
    .rail button {
      flex-direction: column;
      justify-content: center;
      gap: 2px;
      min-height: 48px;
      padding: 0.2em;
      font-size: var(--t0);
      line-height: 1.15;
      text-align: center;
    }
  }
  /* Where there is no width for rail and tables beside each other, the page runs downwards. */
  @media (width < 1100px) {
    :host {
      display: block;
      height: auto;
    }
    header,
    .rail {
      flex-flow: row wrap;
      width: auto;
    }
    .rail hr {
      display: none;
    }
    main.room,
    main.setup {
      grid-template: none / minmax(0, 1fr);
    }
    console-screens,
    console-visitors {
      grid-row: auto;
    }
  }
`;
