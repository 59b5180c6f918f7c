import { css } from 'lit';

/** Of the sheet itself, which no shadow tree can set. */
export const sheet = css`
  @page {
    margin: 12mm 13mm;
  }
`;

/** The page around the views: head, ways, sections. */
export const style = css`
  :host {
    --station-line: var(--ink-soft);
    max-width: 1720px;
    margin: 0 auto;
    padding: 0 var(--s5) var(--s5);
  }
  .error:empty {
    display: none;
  }
  header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: var(--s3) var(--s4);
    align-items: center;
    padding: var(--s4) 0 var(--s3);
  }
  h1 {
    font-size: var(--t5);
  }
  header dl {
    display: flex;
    gap: var(--s4);
  }
  dt {
    color: var(--ink-soft);
    font-size: var(--t0);
  }
  dd {
    font: 600 var(--t3) / 1.2 var(--font-voice);
  }
  dd.date {
    font: 600 var(--t1) / 1.4 var(--font-room);
  }
  .tools,
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    justify-content: flex-end;
  }
  .tools {
    flex-direction: column;
    align-items: flex-end;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
  }
  a {
    color: inherit;
    text-underline-offset: 3px;
  }
  .links a {
    display: inline-flex;
    align-items: center;
    min-height: 32px;
  }
  .exports {
    position: relative;
  }
  .exports summary {
    list-style: none;
    text-decoration: none;
  }
  .exports summary::-webkit-details-marker {
    display: none;
  }
  .exports[open] {
    z-index: 2;
  }
  .exports ul,
  .exports p {
    width: min(22rem, 80vw);
    padding: var(--s2) var(--s3);
    background: var(--card);
  }
  .exports ul {
    border-radius: var(--radius) var(--radius) 0 0;
  }
  .exports[open] > ul {
    margin-top: var(--s2);
  }
  .exports a {
    display: flex;
    align-items: center;
    min-height: 44px;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: end;
    justify-content: space-between;
    border-bottom: 1px solid var(--hairline);
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s1);
  }
  nav a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    padding: 0 0.8em;
    border-bottom: 3px solid transparent;
    text-decoration: none;
  }
  nav a:hover {
    background: var(--shade);
  }
  nav a[aria-current='page'] {
    border-color: var(--ink);
    font-weight: 700;
  }
  .choose {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s3);
    align-items: end;
    padding-bottom: var(--s2);
  }
  .choose label {
    display: grid;
    color: var(--ink-soft);
    font-size: var(--t0);
  }
  .choose select {
    max-width: min(22rem, 84vw);
    color: var(--ink);
    font-size: var(--t1);
  }
  .switch {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
  }
  .switch button[aria-pressed='true'] {
    border-color: var(--ink);
    background: var(--shade);
    font-weight: 700;
  }
  main {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    gap: var(--s4);
    padding-top: var(--s4);
  }
  section {
    display: flex;
    flex-direction: column;
    gap: var(--s2);
    min-width: 0;
    padding: var(--s4);
    border: 1px solid var(--hairline);
    border-radius: 12px;
    background: var(--card);
  }
  main > .map {
    grid-column: span 5;
    grid-row: span 2;
  }
  main > .journey,
  main > .worst {
    grid-column: span 7;
  }
  main > .wide {
    grid-column: 1 / -1;
  }
  section > details {
    margin-top: auto;
  }
  h4 {
    margin: 0 0 var(--s1);
    font: 600 var(--t1) / 1.3 var(--font-room);
  }
  summary {
    display: inline-flex;
    align-items: center;
    min-height: 32px;
    color: var(--ink-soft);
    font-size: var(--t0);
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  summary.quiet {
    color: var(--ink);
    font-size: var(--t1);
  }
  details table {
    font-size: var(--t0);
  }
  .scroll {
    overflow-x: auto;
  }
  footer {
    padding-top: var(--s4);
  }
  main.few {
    display: flex;
    flex-direction: column;
    gap: var(--s3);
    justify-content: center;
    max-width: 38rem;
    min-height: 60vh;
    margin: 0 auto;
  }
  main.few svg {
    height: 44px;
    align-self: start;
  }
  main.few p {
    font-size: var(--t2);
  }
  @media screen and (width < 1600px) {
    main > .map,
    main > .journey,
    main > .worst {
      grid-column: 1 / -1;
      grid-row: auto;
    }
  }
  @media screen and (width < 700px) {
    nav {
      flex-wrap: nowrap;
      overflow-x: auto;
    }
    nav a {
      white-space: nowrap;
    }
    .journey .scroll .chart {
      min-width: 620px;
    }
  }
  @media screen and (width < 1100px) {
    :host {
      padding: 0 var(--s3) var(--s4);
    }
    header {
      grid-template-columns: minmax(0, 1fr);
    }
    header dl {
      flex-wrap: wrap;
    }
    .tools {
      align-items: flex-start;
    }
    .acts {
      justify-content: flex-start;
    }
    section {
      padding: var(--s3);
    }
  }
`;
