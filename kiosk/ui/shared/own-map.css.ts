import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: var(--s5);
    color: var(--ink);
    font: 400 var(--t1) / 1.4 var(--font-room);
  }
  h1,
  h2,
  p,
  ul,
  figure,
  blockquote {
    margin: 0;
    padding: 0;
  }
  h1 {
    font: 480 var(--t5) / 1.1 var(--font-voice);
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h1:focus {
    outline: none;
  }
  h2 {
    font: 600 var(--t2) / 1.2 var(--font-room);
  }
  figure {
    display: grid;
    gap: var(--s3);
  }
  blockquote {
    font: 400 var(--t4) / 1.28 var(--font-voice);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  figcaption,
  .soft,
  small {
    color: var(--ink-soft);
  }
  .pledge {
    display: grid;
    gap: var(--s2);
    justify-items: start;
    padding: var(--s4);
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--card);
  }
  .voice {
    font: 400 var(--t3) / 1.35 var(--font-voice);
    overflow-wrap: anywhere;
  }
  .sections {
    columns: 20em auto;
    column-gap: var(--s5);
  }
  .sections section {
    display: grid;
    gap: var(--s2);
    margin-block-end: var(--s5);
    break-inside: avoid;
  }
  .sections h2 {
    padding-block-end: var(--s1);
    border-block-end: 2px solid var(--ink);
  }
  ul {
    display: grid;
    gap: var(--s2);
    list-style: none;
  }
  li {
    display: grid;
    gap: 0.1em;
    padding: 0.4em 0.7em 0.5em;
    border: 1px solid var(--edge);
    border-radius: 3px;
    background: var(--card);
    overflow-wrap: anywhere;
    break-inside: avoid;
  }
  li.inferred {
    border-style: dashed;
    border-width: 1.5px;
  }
  b {
    font-weight: 600;
    line-height: 1.25;
  }
  q {
    font-family: var(--font-voice);
    quotes: none;
  }
  small {
    font-size: 0.9em;
  }
  .self {
    display: grid;
    gap: var(--s3);
    max-inline-size: 32em;
    break-inside: avoid;
  }
  @media print {
    :host {
      --t1: 10.5pt;
      --t2: 12pt;
      --t3: 13pt;
      --t4: 16pt;
      --t5: 22pt;
      --s1: 3pt;
      --s2: 5pt;
      --s3: 8pt;
      --s4: 10pt;
      --s5: 14pt;
    }
    .sections {
      columns: 2;
    }
  }
`;
