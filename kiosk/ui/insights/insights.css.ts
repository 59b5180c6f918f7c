import { css } from 'lit';

/** Of the sheet itself, which no shadow tree can set. */
export const sheet = css`
  @page {
    size: A4;
    margin: 12mm 13mm;
  }
`;

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
    gap: var(--s4);
    align-items: center;
    padding: var(--s4) 0;
    border-bottom: 1px solid var(--hairline);
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
  .map:is(section) {
    grid-column: span 5;
  }
  .journey {
    grid-column: span 7;
  }
  .shift,
  .stations {
    grid-column: 1 / -1;
  }
  section > details {
    margin-top: auto;
  }
  div.map {
    display: grid;
    grid-template: 'hear feel see' auto 'do feel say' auto 'pains pains gains' auto / 1fr 1.15fr 1fr;
    margin-top: var(--s2);
    border: 1px solid var(--edge);
  }
  .section {
    padding: var(--s2) var(--s3) var(--s3);
    outline: 0.5px solid var(--edge);
  }
  .see { grid-area: see; }
  .say { grid-area: say; }
  .do { grid-area: do; }
  .hear { grid-area: hear; }
  .feel { grid-area: feel; background: var(--paper); }
  .pains { grid-area: pains; }
  .gains { grid-area: gains; }
  .dots {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-top: var(--s2);
  }
  .dots i {
    width: 9px;
    height: 9px;
    border-radius: 50%;
    background: var(--ink-soft);
  }
  .pains .dots i { background: var(--bad); }
  .gains .dots i { background: var(--good); }
  .shifts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr));
    gap: var(--s4) var(--s5);
    margin-top: var(--s2);
  }
  .shifts figure {
    max-inline-size: 36rem;
  }
  .voice {
    min-height: 2.6em;
    font: 500 var(--t2) / 1.3 var(--font-voice);
  }
  .ends {
    display: flex;
    justify-content: space-between;
    color: var(--ink-soft);
  }
  article {
    display: grid;
    grid-template-columns: 15rem minmax(0, 1fr);
    gap: var(--s2) var(--s4);
    --station-line: color-mix(in oklab, var(--station) 72%, var(--ink));
    padding: var(--s3) 0;
    border-top: 1px solid var(--hairline);
  }
  article h3 {
    font: 600 var(--t2) / 1.3 var(--font-voice);
  }
  article .reached {
    grid-column: 1;
  }
  .multiples {
    grid-column: 2;
    grid-row: 1 / span 3;
    columns: 3 280px;
    column-gap: var(--s5);
  }
  .multiples figure {
    break-inside: avoid;
    padding-bottom: var(--s4);
  }
  figure.curve {
    column-span: all;
    max-width: 50rem;
  }
  h4 {
    margin: 0 0 var(--s1);
    font: 600 var(--t1) / 1.3 var(--font-room);
  }
  summary {
    display: inline-block;
    padding: 0.3em 0;
    color: var(--ink-soft);
    font-size: var(--t0);
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  details table {
    font-size: var(--t0);
  }
  footer {
    padding-top: var(--s4);
  }
  .few {
    display: flex;
    flex-direction: column;
    gap: var(--s3);
    justify-content: center;
    max-width: 38rem;
    min-height: 80vh;
    margin: 0 auto;
  }
  .few svg {
    height: 44px;
    align-self: start;
  }
  .few p {
    font-size: var(--t2);
  }
  @media print {
    :host {
      --t0: 7.5pt;
      --t1: 8.5pt;
      --t2: 10pt;
      --t3: 12.5pt;
      --t4: 15pt;
      --t5: 20pt;
      --s2: 5px;
      --s3: 8px;
      --s4: 12px;
      --s5: 20px;
      --card: #fff;
      --paper: #fff;
      --shade: #ece8df;
      min-height: 0;
      padding: 0;
    }
    header {
      padding-top: 0;
    }
    header .quiet,
    details {
      display: none;
    }
    section {
      padding: 0;
      border: 0;
    }
    .map:is(section),
    .journey {
      grid-column: 1 / -1;
    }
    .stations {
      break-before: page;
    }
    article {
      grid-template-columns: auto minmax(0, 1fr);
      break-inside: avoid;
      padding: var(--s2) 0;
    }
    article .reached {
      grid-column: 2;
      align-self: end;
    }
    .multiples {
      grid-column: 1 / -1;
      grid-row: auto;
      columns: 4;
      column-gap: var(--s4);
    }
    .multiples figure {
      padding-bottom: var(--s3);
    }
    figure.curve {
      max-width: 65%;
    }
    .bars {
      gap: 0.25em;
    }
    .bar svg {
      height: 5px;
    }
    .dots {
      gap: 2.5px;
    }
    .dots i {
      width: 5.5px;
      height: 5.5px;
    }
    .shifts {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .shifts .value,
    .shifts .axis {
      font-size: 21px;
    }
  }
  @media screen and (width < 1600px) {
    .map:is(section),
    .journey {
      grid-column: 1 / -1;
    }
    .journey .chart {
      max-width: 64rem;
    }
  }
  @media screen and (width < 1100px) {
    header,
    article {
      grid-template-columns: minmax(0, 1fr);
    }
    .multiples {
      grid-column: 1;
      grid-row: auto;
    }
  }
`;
