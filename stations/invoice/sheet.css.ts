import { css } from 'lit';

/** The invoice on paper. Paper is paper in every theme, a little darker in a darkened room. */
export const sheets = css`
  .sheet {
    --paper-ink: #211f1b;
    --paper-soft: #575249;
    --rule: #c9c3b6;
    --pen: #23418f;
    --crease: light-dark(rgb(255 255 255 / 60%), rgb(255 255 255 / 12%));
    position: relative;
    box-sizing: border-box;
    margin-inline: auto;
    background: light-dark(#fffefb, #ded8cb);
    color: var(--paper-ink);
    box-shadow: 0 1px 2px rgb(0 0 0 / 20%), 0 var(--s2) var(--s4) rgb(60 45 20 / 18%);
    font: 400 calc(var(--t1) * 0.9) / 1.35 var(--font-room);
    font-variant-numeric: lining-nums tabular-nums;
    overflow-wrap: break-word;
  }
  .sheet :where(h2, h3, p, dl, dd, address) {
    margin: 0;
    font-style: normal;
  }
  /* A paper keeps its own language's direction in whatever language the room speaks. */
  .sheet :is(h2, h3, p, dt, dd, th, td:not(.no), small, span) {
    unicode-bidi: plaintext;
  }
  .sheet table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .sheet :where(th, td) {
    padding: 0.3em 0.4em;
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  .sheet .n {
    text-align: end;
    white-space: nowrap;
  }
  .sheet caption {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .hand {
    color: var(--pen);
    font-family: 'Segoe Print', 'Bradley Hand', 'Noteworthy', 'Ink Free', 'Coming Soon', var(--font-voice);
    font-style: italic;
  }

  .leaves {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s4);
  }
  .again {
    align-items: baseline;
  }
  .again span,
  .over {
    color: var(--paper-soft);
    font-size: 0.86em;
  }
  .over {
    margin-block-start: 1em;
    text-align: end;
  }
  .leaves > :not(:only-child) {
    min-block-size: 60em;
  }
  .note {
    white-space: pre-line;
  }
  .bill {
    inline-size: 100%;
    container: sheet / inline-size;
    max-inline-size: 46rem;
    padding: 2em 1.8em 1.6em;
    /* Folded in three to fit its envelope. */
    background-image: linear-gradient(
      transparent calc(33.3% - 5px), rgb(0 0 0 / 5%) 33.3%, var(--crease) calc(33.3% + 1px), transparent calc(33.3% + 6px),
      transparent calc(66.6% - 5px), rgb(0 0 0 / 5%) 66.6%, var(--crease) calc(66.6% + 1px), transparent calc(66.6% + 6px));
  }
  .bill header {
    display: flex;
    justify-content: space-between;
    gap: 1em;
    padding-block-end: 0.9em;
    border-block-end: 3px solid var(--brand);
  }
  .logo {
    display: grid;
    gap: 0.1em;
    align-content: start;
    color: var(--brand);
  }
  .logo b {
    font-size: 1.5em;
    letter-spacing: -0.02em;
  }
  .logo img {
    block-size: 2.9em;
    max-inline-size: 100%;
  }
  .logo span {
    font-style: italic;
    color: var(--paper-soft);
  }
  .contact {
    display: grid;
    font-size: 0.86em;
    text-align: end;
    color: var(--paper-soft);
  }
  .window {
    float: inline-start;
    inline-size: 50%;
    margin-block: 1.3em 1.6em;
  }
  .sender {
    padding-block-end: 0.2em;
    border-block-end: 1px solid var(--rule);
    font-size: 0.62em;
    color: var(--paper-soft);
  }
  address span {
    display: block;
  }
  .window address {
    padding-block-start: 0.5em;
    min-block-size: 6em;
  }
  .facts {
    float: inline-end;
    display: grid;
    gap: 0.25em;
    inline-size: 44%;
    padding-block-start: 1.5em;
    font-size: 0.92em;
  }
  .facts dt {
    font-size: 0.84em;
    line-height: 1.15;
    color: var(--paper-soft);
  }
  .bill h2 {
    clear: both;
    padding-block-start: 0.4em;
    font-size: 1.5em;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  .note {
    margin-block: 0.3em 0.8em;
    font-size: 0.92em;
  }
  .lines thead th {
    padding-block: 0.35em;
    border-block: 1.5px solid var(--paper-ink);
    font-size: 0.86em;
    font-weight: 600;
    vertical-align: bottom;
  }
  .lines td,
  .lines tbody th {
    border-block-end: 1px solid var(--rule);
  }
  .lines small {
    display: block;
    font-size: 0.84em;
    color: var(--paper-soft);
  }
  .lines .line > * {
    vertical-align: middle;
  }
  .sums {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.05fr);
    gap: 1.5em;
    align-items: end;
    margin-block: 1em 1.2em;
  }
  .taxes {
    font-size: 0.84em;
    color: var(--paper-soft);
  }
  .taxes th {
    border-block-end: 1px solid var(--rule);
  }
  .totals div {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 1em;
    padding: 0.2em 0.4em;
  }
  .totals .spot {
    min-block-size: 48px;
    box-sizing: border-box;
  }
  .totals dd {
    white-space: nowrap;
  }
  .taxes small,
  .other {
    display: block;
    font-size: 0.9em;
  }
  .other {
    margin-block-start: 0.5em;
    color: var(--paper-soft);
  }
  .totals .due {
    margin-block-start: 0.2em;
    border-block: 1.5px solid var(--paper-ink);
    font-weight: 700;
  }
  .slip {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5em 1.5em;
    margin-block-start: 1.6em;
    padding-block-start: 1em;
    border-block-start: 2px dashed var(--rule);
  }
  .slip h3 {
    grid-column: 1 / -1;
    font-size: 1em;
    font-weight: 650;
    color: var(--brand);
  }
  .slip dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.25em 1.2em;
    font-size: 0.9em;
  }
  .slip dl div {
    display: contents;
  }
  .slip dt {
    color: var(--paper-soft);
  }
  .slip .box {
    align-self: end;
    padding: 0.45em 0.9em;
    border: 1.5px solid var(--paper-ink);
    font-size: 1.2em;
    font-weight: 700;
  }
  .bill footer {
    display: flex;
    justify-content: space-between;
    gap: 2em;
    margin-block-start: 1.6em;
    font-size: 0.7em;
    color: var(--paper-soft);
  }
  @container sheet (max-width: 24em) {
    .window,
    .facts {
      float: none;
      inline-size: auto;
    }
    .window {
      margin-block-end: 0.6em;
    }
    .window address {
      min-block-size: 0;
    }
    .facts {
      padding-block-start: 0;
    }
    .facts div {
      display: grid;
      grid-template-columns: 9em minmax(0, 1fr);
      align-items: baseline;
    }
    .lines :is(td, th) {
      padding-inline: 0.2em;
    }
    .lines .n {
      white-space: normal;
    }
    .sums,
    .slip {
      grid-template-columns: minmax(0, 1fr);
    }
    .line > td:nth-of-type(3),
    .lines thead th:nth-of-type(4) {
      display: none;
    }
    .whole > td[colspan] {
      inline-size: 60%;
    }
  }
`;
