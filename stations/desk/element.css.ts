import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    block-size: 100%;
    min-block-size: 0;
    box-sizing: border-box;
    padding: 7px; /* for the focus ring of what stands at the edge */
    overflow: auto;
    container-type: size;
    font: 400 var(--t1) / 1.4 var(--font-room);
    color: var(--ink);
  }
  * { box-sizing: border-box; }
  h1, h2, p, ol { margin: 0; }
  section { block-size: 100%; min-block-size: 0; }
  .eyebrow, h2 { font: 600 1em / 1.3 var(--font-room); color: var(--station-ink); }
  h1 {
    margin-block: var(--s2) var(--s3);
    font: 400 var(--t5) / 1.15 var(--font-voice);
    text-wrap: balance;
  }
  h1:focus { outline: none; }
  .next { display: flex; justify-content: flex-end; gap: var(--s3); align-items: flex-end; }

  .start {
    display: grid;
    grid-template: 1fr auto / minmax(0, 1.5fr) minmax(17rem, 1fr);
    gap: var(--s4) var(--s5);
    align-items: center;
    max-inline-size: 82rem;
    margin-inline: auto;
    padding: var(--s4);
  }
  .about { margin-block-end: var(--s3); font: 400 var(--t3) / 1.35 var(--font-voice); text-wrap: pretty; }
  .start .next { grid-column: 1 / -1; }
  .card {
    padding: var(--s3) var(--s4) var(--s4);
    border: 1px solid var(--hairline);
    border-block-start: 8px solid var(--office);
    border-radius: 3px;
    background: var(--card);
    box-shadow: 0 3px 10px rgb(29 27 22 / 14%);
    rotate: 0.8deg;
  }
  .card img { display: block; block-size: 2.4em; max-inline-size: 100%; margin-block-end: var(--s3); padding: 3px; border-radius: 3px; background: #fff; }
  .office { margin-block-end: var(--s3); font-weight: 600; }
  ol { padding-inline-start: 1.3em; }
  li { margin-block-start: var(--s2); line-height: 1.3; }
  li::marker { font-weight: 600; }

  .after {
    display: grid;
    grid-template: 1fr auto / minmax(0, 1fr) minmax(0, 1.1fr);
    gap: var(--s3) var(--s6);
    align-items: center;
    max-inline-size: 74rem;
    margin-inline: auto;
    padding: var(--s4);
  }
  .after affect-grid { inline-size: min(100%, 100cqb - 14rem); }
  .after .next { grid-column: 1 / -1; }

  @container (max-aspect-ratio: 1/1) {
    .start { grid-template: auto auto 1fr / minmax(0, 1fr); align-content: start; padding-block-start: 6cqb; }
    .start .next { align-self: end; }
    .after { grid-template: auto 1fr auto / minmax(0, 1fr); padding-block-start: 8cqb; }
    .after affect-grid { align-self: start; inline-size: min(100%, 44rem); }
  }
  @container (max-height: 620px) {
    h1 { font-size: var(--t4); }
    .start, .after { block-size: auto; min-block-size: 100%; }
  }
  @container (max-width: 700px) and (max-height: 620px) {
    .start, .after { grid-template: auto / minmax(0, 1fr); }
    .after affect-grid { inline-size: min(100%, 26rem); }
  }
`;
