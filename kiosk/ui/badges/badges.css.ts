import { css } from 'lit';

export const style = css`
  :host {
    padding: var(--s5);
    font-size: var(--t2);
  }
  header {
    display: grid;
    gap: var(--s3);
    max-inline-size: 44rem;
  }
  .soft {
    color: var(--ink-soft);
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3) var(--s4);
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: var(--s2);
    font-weight: 600;
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: var(--s2);
    min-block-size: 44px;
  }
  input {
    inline-size: 1.3em;
    block-size: 1.3em;
    accent-color: var(--ink);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s3);
  }
  a {
    color: inherit;
  }
  .sheet {
    display: grid;
    grid-template-columns: repeat(auto-fill, 85mm);
    gap: var(--s4);
    margin-block-start: var(--s5);
  }
  /* The size of a bank card, so that holders and lanyards fit. */
  .card {
    display: grid;
    grid-template: auto minmax(0, 1fr) / auto minmax(0, 1fr);
    align-items: center;
    box-sizing: border-box;
    inline-size: 85mm;
    block-size: 54mm;
    padding: 3mm;
    gap: 2mm;
    border: 1px dashed #857b68;
    background: #fff;
    color: #1d1b16;
    break-inside: avoid;
  }
  .card .badge {
    grid-column: 1 / -1;
    font-size: 6mm;
  }
  .card img {
    inline-size: 27mm;
    block-size: 27mm;
  }
  .code {
    display: grid;
    justify-items: center;
    font: 600 13mm / 1.1 var(--font-room);
    letter-spacing: 0.06em;
    font-feature-settings: 'zero', 'lnum';
  }
  .code small {
    font: 400 4mm / 1.2 var(--font-room);
    letter-spacing: 0;
  }
  @media print {
    :host {
      padding: 0;
      background: #fff;
    }
    header {
      display: none;
    }
    .sheet {
      grid-template-columns: 85mm 85mm;
      justify-content: center;
      gap: 0;
      margin: 0;
    }
  }
`;

export const paper = css`
  @page {
    size: A4;
    margin: 12mm 10mm;
  }
  @media print {
    html {
      background: #fff;
    }
  }
`;
