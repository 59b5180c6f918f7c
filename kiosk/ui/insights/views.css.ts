import { css } from 'lit';

/** What the views are made of. */
export const viewStyles = css`
  /* Too few and none look and read differently: a dashed frame, and plain soft words. */
  .few-mark {
    display: inline-block;
    padding: 0 0.45em;
    border: 1px dashed var(--edge);
    border-radius: 4px;
    color: var(--ink-soft);
    font-style: italic;
  }
  .none-mark {
    color: var(--ink-soft);
  }
  div.map {
    display: grid;
    grid-template: 'hear feel see' auto 'do feel say' auto 'pains pains gains' auto / 1fr 1.15fr 1fr;
    margin-top: var(--s2);
    border: 1px solid var(--edge);
  }
  div.map.four {
    grid-template: 'sees feels' auto 'hears does' auto / 1fr 1fr;
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
  .sees { grid-area: sees; }
  .hears { grid-area: hears; }
  .feels { grid-area: feels; background: var(--paper); }
  .section.does { grid-area: does; }
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
  .themes {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
    margin-top: var(--s2);
  }
  .themes li {
    padding: 0.1em 0.55em;
    border: 1px solid var(--hairline);
    border-radius: 99px;
    background: var(--card);
    font-family: var(--font-voice);
  }
  .themes small {
    color: var(--ink-soft);
    font-family: var(--font-room);
  }
  .themes .both {
    border: 1.5px solid var(--ink);
  }
  .face {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr));
    gap: var(--s4);
  }
  .face > div + div {
    padding-inline-start: var(--s4);
    border-inline-start: 1px solid var(--edge);
  }
  .by-station {
    margin-top: var(--s4);
  }
  .face-of {
    padding: var(--s3) 0;
    border-top: 1px solid var(--hairline);
  }
  .plain {
    padding: 0;
    list-style: none;
  }
  main > .journey.wide .chart {
    max-width: 70rem;
  }
  .shifts,
  .small-multiples,
  .groups {
    gap: var(--s4) var(--s5);
  }
  .shifts,
  .small-multiples,
  .groups {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(400px, 100%), 1fr));
    margin-top: var(--s2);
  }
  .small-multiples {
    grid-template-columns: repeat(auto-fill, minmax(min(330px, 100%), 1fr));
  }
  .shifts figure,
  .small-multiples figure {
    max-inline-size: 36rem;
  }
  .voice {
    font: 500 var(--t2) / 1.3 var(--font-voice);
  }
  .shifts .voice {
    min-height: 2.6em;
  }
  .interval {
    margin-top: var(--s2);
  }
  .verdict {
    font-weight: 600;
  }
  .verdict.up::before { content: '▲ '; }
  .verdict.down::before { content: '▼ '; }
  .verdict.open {
    color: var(--ink-soft);
  }
  .verdict.open::before { content: '◇ '; }
  .ends {
    display: flex;
    justify-content: space-between;
    color: var(--ink-soft);
  }
  .moments {
    display: grid;
    gap: var(--s2);
    margin-top: var(--s2);
  }
  .moments .voice {
    font-size: var(--t2);
  }
  article {
    display: grid;
    grid-template-columns: 14rem minmax(0, 1fr);
    gap: var(--s2) var(--s4);
    --station-line: color-mix(in oklab, var(--station) 72%, var(--ink));
    padding: var(--s4) 0;
    border-top: 1px solid var(--hairline);
  }
  article h3 {
    font: 600 var(--t2) / 1.3 var(--font-voice);
  }
  article .about dl {
    display: grid;
    gap: var(--s2);
    margin-top: var(--s2);
  }
  article dd {
    font: 600 var(--t1) / 1.3 var(--font-room);
  }
  article dd span {
    font-weight: 400;
  }
  .own > figure {
    padding-bottom: var(--s4);
  }
  .own figure > h4 + .scroll {
    margin-bottom: var(--s2);
  }
  .multiples {
    columns: 3 280px;
    column-gap: var(--s5);
  }
  .multiples figure {
    break-inside: avoid;
    padding-bottom: var(--s4);
  }
  .curve .chart {
    max-width: 70rem;
  }
  table.places td {
    min-width: 8rem;
    vertical-align: top;
  }
  table.heat {
    border-spacing: 3px;
    border-collapse: separate;
  }
  .heat th,
  .heat td {
    padding: 0.5em 0.7em;
    border: 0;
  }
  .heat thead th {
    vertical-align: bottom;
  }
  .heat td {
    min-width: 6.5rem;
    border-radius: 4px;
    background: var(--paper);
    white-space: nowrap;
  }
  .heat .low { background: color-mix(in oklab, var(--bad) var(--strength), var(--card)); }
  .heat .high { background: color-mix(in oklab, var(--good) var(--strength), var(--card)); }
  .heat .plain { background: color-mix(in oklab, var(--ink-soft) var(--strength), var(--card)); }
  .heat .few,
  .swatch.few {
    background: repeating-linear-gradient(135deg, var(--card) 0 6px, var(--shade) 6px 9px);
  }
  .heat .few-mark {
    background: var(--card);
  }
  .swatch {
    display: inline-block;
    width: 1.1em;
    height: 1.1em;
    margin-inline-start: 0.8em;
    border: 1px solid var(--edge);
    border-radius: 3px;
    vertical-align: -0.2em;
    background: var(--paper);
  }
  .swatch.low { background: color-mix(in oklab, var(--bad) 35%, var(--card)); }
  .swatch.high { background: color-mix(in oklab, var(--good) 35%, var(--card)); }
  .said {
    columns: 3 300px;
    column-gap: var(--s5);
  }
  .said > div {
    break-inside: avoid-column;
    padding-bottom: var(--s3);
  }
  .voices li {
    padding: 0.25em 0;
    font: 500 var(--t2) / 1.35 var(--font-voice);
  }
  .voices span::before { content: '“'; }
  .voices span::after { content: '”'; }
  .lines li {
    padding: 0.15em 0;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
    gap: var(--s2) var(--s4);
  }
  .pair dt {
    font-size: var(--t2);
    font-weight: 700;
  }
  .mark {
    display: inline-block;
    width: 0.7em;
    height: 0.7em;
    background: var(--ink);
  }
  .mark.a { border-radius: 50%; }
  .mark.b { border: 2.5px solid var(--ink); background: var(--card); box-sizing: border-box; }
  section.group {
    gap: var(--s3);
    padding: 0;
    border: 0;
  }
  .versus svg {
    display: block;
    width: 100%;
    height: auto;
  }
  .values {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
  }
  @media screen and (width < 1100px) {
    article {
      grid-template-columns: minmax(0, 1fr);
    }
    .face > div + div {
      padding-inline-start: 0;
      border: 0;
    }
  }
  @media screen and (width < 700px) {
    div.map,
    div.map.four {
      grid-template: none;
      grid-template-columns: minmax(0, 1fr);
    }
    div.map > .section {
      grid-area: auto;
    }
  }
`;
