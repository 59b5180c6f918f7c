import { css } from 'lit';

/**
 * Organiser and manager sit closer than a visitor stands: the same paper and
 * ink, smaller. Body text is 16 px at 1080 p.
 */
export const page = css`
  :host {
    --t0: 0.68rem;
    --t1: 0.74rem;
    --t2: 0.86rem;
    --t3: 1.1rem;
    --t4: 1.5rem;
    --t5: 2.1rem;
    --s1: 4px;
    --s2: 8px;
    --s3: 14px;
    --s4: 22px;
    --s5: 34px;
    --radius: 8px;
    display: block;
    min-height: 100vh;
    box-sizing: border-box;
    color: var(--ink);
    font: 400 var(--t1) / 1.4 var(--font-room);
  }
  h1, h2, h3, p, dl, dd, ol, ul, figure, fieldset {
    margin: 0;
    padding: 0;
  }
  ol, ul {
    list-style: none;
  }
  h1 {
    font: 600 var(--t4) / 1.15 var(--font-voice);
  }
  h2 {
    font: 600 var(--t3) / 1.2 var(--font-voice);
  }
  h3 {
    font: 600 var(--t1) / 1.3 var(--font-room);
  }
  .soft {
    color: var(--ink-soft);
  }
  .small {
    font-size: var(--t0);
  }
  .error {
    color: var(--bad);
    font-weight: 600;
  }
  .primary,
  .quiet {
    min-height: 44px;
    font-size: var(--t1);
  }
  .primary {
    min-height: 52px;
    font-size: var(--t2);
  }
  input,
  select {
    box-sizing: border-box;
    min-height: 44px;
    padding: 0.3em 0.6em;
    border: 1.5px solid var(--edge);
    border-radius: var(--radius);
    background: var(--card);
    color: var(--ink);
    font: inherit;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.35em 0.7em 0.35em 0;
    border-bottom: 1px solid var(--hairline);
    text-align: start;
    vertical-align: middle;
  }
  th {
    color: var(--ink-soft);
    font-weight: 600;
  }
  .numeral {
    display: inline-grid;
    place-items: center;
    min-width: 1.55em;
    height: 1.55em;
    border-radius: 50%;
    background: var(--station);
    color: var(--on-station);
    font: 700 0.95em / 1 var(--font-room);
    print-color-adjust: exact;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
