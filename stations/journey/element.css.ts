import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    block-size: 100%;
    min-block-size: 0;
    box-sizing: border-box;
    overflow: auto;
    container-type: size;
    font: 400 var(--t1) / 1.4 var(--font-room);
    color: var(--ink);
  }
  * { box-sizing: border-box; }
  h1, h2, p, ul, figure, blockquote { margin: 0; padding: 0; }
  h1:focus, h2:focus { outline: none; }
  h1 { font: 400 var(--t4) / 1.15 var(--font-voice); text-wrap: balance; }
  .eyebrow { font-weight: 600; line-height: 1.3; color: var(--station-ink); }

  .way {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: var(--s3);
    min-block-size: 100%;
    block-size: 100%;
    padding: var(--s4) var(--s4) var(--s3);
  }
  .way.near { grid-template-rows: clamp(7.5rem, 20cqb, 17rem) minmax(0, 1fr); }
  .way.near.upright { grid-template: minmax(0, 1fr) / clamp(8rem, 22cqi, 15rem) minmax(0, 1fr); gap: var(--s4); }
  header { display: flex; gap: var(--s4); align-items: start; justify-content: space-between; }
  header p { line-height: 1.3; }
  .legend { flex: none; display: grid; gap: 0.1em; list-style: none; line-height: 1.3; }
  .legend li { display: flex; gap: 0.5em; align-items: center; }
  .legend li::before { content: ''; inline-size: 2.2em; border-block-start: 5px solid var(--station); }
  .legend .ideal::before { border-block-start: 3px dashed var(--ink-soft); }
  .legend .felt::before { content: none; }
  .legend svg { inline-size: 1.3em; block-size: 1.3em; margin-inline: 0.45em; overflow: visible; }
  .next { display: flex; gap: var(--s3); align-items: center; justify-content: flex-end; }
  .next p { margin-inline-end: auto; color: var(--ink-soft); }

  .after {
    display: grid;
    grid-template: 1fr auto / minmax(0, 1fr) minmax(0, 1.1fr);
    gap: var(--s4) var(--s6);
    align-items: center;
    block-size: 100%;
    max-inline-size: 82rem;
    margin-inline: auto;
    padding: var(--s4) var(--s5);
  }
  .after h1 { margin-block-start: var(--s3); font-size: var(--t5); }
  .after affect-grid { inline-size: min(100%, 100cqb - 14rem); justify-self: center; }
  .after .next { grid-column: 1 / -1; }

  @container (max-height: 32em) {
    h1 { font-size: var(--t3); }
    header h1 ~ p { display: none; }
    .way.near:not(.upright) { grid-template-rows: minmax(0, 1fr); }
  }
  @container (max-aspect-ratio: 1/1) {
    .way { padding: var(--s5) var(--s4) var(--s4); }
    .after { grid-template: auto 1fr auto / minmax(0, 1fr); padding-block-start: 8cqb; }
    .after affect-grid { align-self: start; inline-size: min(100%, 44rem); }
  }
  @container (max-width: 700px) {
    header { display: block; }
    .legend { display: flex; flex-wrap: wrap; gap: 0 var(--s3); }
    .way, .way.near, .way.near.upright { grid-template: none; block-size: auto; }
    .next { flex-wrap: wrap; }
  }
`;
