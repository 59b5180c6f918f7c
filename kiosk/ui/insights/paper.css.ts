import { css } from 'lit';

/** The handout on paper: two sheets that fit A4 and Letter; on a screen it is not there. */
export const print = css`
  .paper {
    display: none;
  }
  @media print {
    :host {
      --t0: 8pt;
      --t1: 9pt;
      --t2: 10.5pt;
      --t3: 13pt;
      --t4: 16pt;
      --t5: 23pt;
      --s2: 4px;
      --s3: 7px;
      --s4: 10px;
      --s5: 16px;
      --card: #fff;
      --paper: #fff;
      --shade: #ece8df;
      min-height: 0;
      padding: 0;
      max-width: none;
    }
    .screen:has(+ .paper) {
      display: none;
    }
    .tools,
    .ways {
      display: none;
    }
    .paper {
      display: block;
    }
    .sheet {
      display: flex;
      flex-direction: column;
      gap: 4px;
      height: 250mm;
      overflow: clip;
    }
    .sheet + .sheet {
      break-before: page;
    }
    .paper header {
      grid-template-columns: minmax(0, 1fr) auto;
      padding: 0 0 var(--s2);
      border-bottom: 1px solid var(--hairline);
    }
    .paper .facts {
      text-align: end;
    }
    .paper h2 {
      margin-top: var(--s2);
    }
    .paper .map {
      margin: 0;
    }
    .paper .section {
      padding: var(--s2) var(--s3);
    }
    .paper .dots {
      gap: 2px;
      margin-top: 3px;
    }
    .paper .dots i {
      width: 6px;
      height: 6px;
    }
    .paper .themes {
      gap: 2px 4px;
      margin-top: 3px;
    }
    .paper .shifts {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: var(--s2) var(--s4);
      margin: 0;
    }
    .paper .shifts .value,
    .paper .shifts .axis {
      font-size: 24px;
    }
    .paper .voice {
      font-size: var(--t2);
    }
    .paper .columns {
      columns: 2;
      column-gap: var(--s5);
    }
    .paper article {
      display: block;
      padding: var(--s2) 0;
      --station-line: var(--station);
    }
    .paper .scroll {
      flex: none;
      overflow: visible;
    }
    .paper .journey-chart {
      max-height: 56mm;
    }
    .paper article > .chart {
      max-height: 42mm;
    }
    .paper .moments {
      gap: 2px;
    }
    .paper .moments .voice {
      font-size: var(--t1);
    }
    .paper dl div {
      display: flex;
      gap: var(--s3);
      justify-content: space-between;
      padding: 1px 0;
      border-bottom: 0.5px solid var(--hairline);
      break-inside: avoid;
    }
    .paper dl .keyed {
      display: block;
    }
    .paper dd span {
      display: inline-block;
      margin-inline-end: 0.8em;
      font-weight: 400;
    }
    .paper dt,
    .paper dd {
      font: 400 var(--t1) / 1.3 var(--font-room);
    }
    .paper dd {
      font-weight: 600;
      text-align: end;
    }
    .paper .keyed dd {
      text-align: start;
    }
    .paper footer {
      margin-top: auto;
      padding-top: var(--s2);
      border-top: 1px solid var(--hairline);
      font-size: var(--t0);
    }
  }
`;
