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
  h1, h2, p { margin: 0; }
  section { block-size: 100%; min-block-size: 0; }
  .eyebrow, h2, .brief h1 { font: 600 1em / 1.3 var(--font-room); color: var(--station-ink); }
  h1 {
    margin-block: var(--s3);
    font: 400 var(--t5) / 1.2 var(--font-voice);
    text-wrap: pretty;
  }
  h1:focus { outline: none; }
  .next { display: flex; justify-content: flex-end; gap: var(--s3); align-items: flex-end; }

  .start, .after {
    display: grid;
    gap: var(--s5);
    grid-template-columns: minmax(0, 1.7fr) minmax(16rem, 1fr);
    grid-template-rows: 1fr auto;
    align-items: center;
    max-inline-size: 82rem;
    margin-inline: auto;
    padding: var(--s5);
  }
  .start portal-hand { justify-self: center; inline-size: min(100%, 22rem); rotate: 1.2deg; }
  .start .next, .after .next { grid-column: 1 / -1; align-self: end; }

  .running {
    display: grid;
    gap: var(--s4);
    grid-template-columns: minmax(0, 1fr) clamp(15.5rem, 23cqi, 22rem);
    padding-inline-end: calc(var(--s4) - 7px);
  }
  aside {
    display: flex;
    flex-direction: column;
    gap: var(--s3);
    min-block-size: 0;
    min-inline-size: 0;
  }
  .brief h1 { margin: 0; }
  .brief p { line-height: 1.3; }
  .hint { margin-block-start: var(--s2); }
  .ask {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 48px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--ink);
    font: 500 1em / 1.2 var(--font-room);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
    touch-action: manipulation;
  }
  .ask:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }

  aside portal-hand { flex: none; }
  .about { margin-block-end: var(--s3); font: 400 var(--t3) / 1.4 var(--font-voice); }
  .now {
    flex: 1 1 0;
    min-block-size: 8rem;
    display: flex;
    flex-direction: column;
    container-type: size;
  }
  .now affect-grid {
    margin-inline: auto;
    inline-size: min(100%, 100cqb - 5rem);
    font-size: min(var(--t1), 5.4cqb);
  }
  .act { display: grid; grid-template-columns: 1fr 1.35fr; gap: var(--s2); }
  .act button { min-block-size: 64px; padding-inline: 0.4em; }
  @container (max-height: 760px) {
    aside { gap: var(--s2); font-size: 0.92em; }
    
    .brief:has(b) h1 { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  }
  @container (max-height: 600px) {
    aside { overflow-y: auto; }
    .now { flex: none; block-size: 18rem; }
  }

  .after {
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto auto auto 1fr auto;
    align-content: center;
    align-items: start;
    gap: var(--s3);
    max-inline-size: 64rem;
    padding-block-start: 14cqb;
  }
  .after h1 { margin: 0; }
  .after > * { margin: 0; }
  .seq {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    gap: var(--s2);
    margin-block-start: var(--s4);
  }
  .seq button { min-block-size: clamp(64px, 12cqb, 120px); padding: 0; font-size: var(--t4); }
  .seq span { grid-column: 1 / 5; color: var(--ink-soft); }
  .seq span:last-child { grid-column: 5 / 8; text-align: end; }
  .fared { display: grid; gap: var(--s4); margin-block-start: var(--s4); }
  .people { inline-size: min(100%, 44rem); block-size: auto; }
  .people svg { fill: none; stroke: var(--edge); stroke-width: 1.5; }
  .people .did { fill: var(--station); stroke: var(--station); }
  .many { font: 400 var(--t3) / 1.4 var(--font-voice); }
  .source { color: var(--ink-soft); }
  .after.wide {
    grid-template: 1fr auto / minmax(0, 1fr) minmax(0, 1.1fr);
    column-gap: var(--s6);
    align-items: center;
    padding: var(--s4);
  }
  .after.wide affect-grid { inline-size: min(100%, 100cqb - 14rem); }

  @container (max-aspect-ratio: 1/1) {
    .start { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto auto 1fr; align-content: start; padding-block-start: 6cqb; }
    .running { grid-template-columns: minmax(0, 1fr); grid-template-rows: minmax(0, 1fr) auto; padding: 0; }
    aside {
      display: grid;
      grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr);
      grid-template-rows: auto auto 1fr;
      gap: var(--s3) var(--s4);
      padding-inline: calc(var(--s4) - 7px);
    }
    portal-window { min-block-size: 20rem; }
    aside portal-hand { align-self: start; }
    .now { grid-column: 2; grid-row: 1 / 3; min-block-size: 21rem; }
    .act { grid-column: 1 / -1; }
    .after.wide { grid-template: auto 1fr auto / minmax(0, 1fr); padding-block-start: 8cqb; }
    .after.wide affect-grid { align-self: start; inline-size: min(100%, 44rem); }
  }

  /* A small or much magnified page: as high as it needs, and it scrolls. */
  @container (max-height: 600px) or (max-width: 700px) {
    .start, .after { block-size: auto; min-block-size: 100%; gap: var(--s4); padding: var(--s3); }
    .start { grid-template-columns: minmax(0, 1fr) 15.5rem; }
    .start h1 { font-size: var(--t4); }
    .about { font-size: var(--t2); }
    .after.wide affect-grid { inline-size: min(100%, max(100cqb - 14rem, 14rem)); }
  }
  @container (max-width: 700px) {
    .start, .after.wide { grid-template: none / minmax(0, 1fr); }
    .running { block-size: auto; grid-template: none / minmax(0, 1fr); padding: 0; }
    portal-window { block-size: max(20rem, 90cqb); }
    aside { display: flex; overflow: visible; padding: 0; }
    aside portal-hand { align-self: stretch; }
    .now { flex: none; block-size: 19rem; min-block-size: 0; }
  }
`;
