import { css } from 'lit';

export const sheetStyles = css`
  .sheet {
    display: grid;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1.35fr) minmax(16rem, 1fr);
    gap: var(--s3) var(--s5);
    min-block-size: 0;
  }
  .story, .own { min-block-size: 0; overflow-y: auto; padding: 4px; }
  .sheet .eyebrow { display: flex; gap: 1em; }
  .sheet .eyebrow span { display: inline-flex; gap: 0.4em; align-items: center; color: var(--ink-soft); font-weight: 400; }
  h2 { font: 400 var(--t4) / 1.15 var(--font-voice); margin-block: 0.1em 0.25em; }
  .says { font: 400 var(--t2) / 1.35 var(--font-voice); max-inline-size: 40em; }
  .evidence { display: flex; flex-wrap: wrap; gap: var(--s3); margin-block-start: var(--s3); align-items: stretch; }
  .evidence > * { flex: 1 1 13rem; max-inline-size: 34rem; }
  figure, .figure {
    padding: var(--s3);
    border: 1px solid var(--hairline);
    border-radius: 3px;
    background: var(--card);
    box-shadow: 0 3px 10px rgb(29 27 22 / 14%);
  }
  blockquote { font: italic 400 var(--t2) / 1.3 var(--font-voice); }
  figcaption { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: var(--s2); margin-block-start: var(--s2); color: var(--ink-soft); line-height: 1.25; }
  .figure { display: grid; align-content: center; flex-grow: 0.6; }
  .figure b { font: 500 var(--t4) / 1.1 var(--font-voice); }
  .figure span { color: var(--ink-soft); line-height: 1.3; }
  .none { color: var(--ink-soft); }

  .own { display: flex; flex-direction: column; gap: var(--s2); }
  .pinning, .chip {
    border: 1.5px solid var(--edge);
    background: transparent;
    color: var(--ink);
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  .pinning {
    flex: none;
    display: flex;
    align-items: center;
    gap: 0.7em;
    min-block-size: 64px;
    padding: 0.3em 0.8em;
    border-radius: var(--radius);
    font: 600 var(--t2) / 1.2 var(--font-room);
    text-align: start;
  }
  .pinning span { display: grid; place-items: center; inline-size: 1.9em; block-size: 1.9em; border-radius: 50%; border: 1.5px solid currentColor; }
  .pinning[aria-pressed='true'] { background: var(--ink); border-color: var(--ink); color: var(--paper); }
  .pinning.hurt[aria-pressed='true'] { background: var(--bad); border-color: var(--bad); }
  .pinning.shine[aria-pressed='true'] { background: var(--good); border-color: var(--good); }
  .pinning:focus-visible, .chip:focus-visible, input:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  .handing { display: grid; gap: var(--s2); margin-block-start: var(--s1); }
  #hands { font-weight: 600; }
  .chips { display: flex; flex-wrap: wrap; gap: var(--s2); }
  .chip { min-block-size: 48px; padding: 0.2em 0.8em; border-radius: 24px; font: 400 1em / 1.2 var(--font-room); }
  .chip[aria-pressed='true'] { background: var(--ink); border-color: var(--ink); color: var(--paper); }
  label { display: grid; gap: 0.2em; }
  input {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 0.2em 0.6em;
    border: 1.5px solid var(--edge);
    border-radius: 4px;
    background: var(--card);
    color: var(--ink);
    font: 400 1em / 1.2 var(--font-room);
  }
  .sheet .next { grid-column: 1 / -1; }
  .sheet .next .primary { margin-inline-start: auto; }

  @container (max-aspect-ratio: 1/1) {
    .sheet { grid-template: auto auto 1fr / minmax(0, 1fr); align-content: start; }
    .sheet .next { align-self: end; flex-wrap: wrap; }
    .says, blockquote { font-size: var(--t3); }
  }
  @container (max-width: 700px) {
    .sheet { grid-template: none; }
  }
`;
