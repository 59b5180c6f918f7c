import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) auto / clamp(11rem, 19cqi, 16rem) minmax(0, 1fr);
    gap: var(--s3) var(--s4);
    block-size: 100%;
    min-block-size: 0;
    max-inline-size: 84rem;
    margin-inline: auto;
    padding: var(--s3);
  }
  * { box-sizing: border-box; }
  h1, h2, p, ul { margin: 0; padding: 0; }
  nav { display: flex; flex-direction: column; justify-content: center; gap: var(--s2); overflow-y: auto; padding: 3px; }
  nav button {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--s2);
    min-block-size: 56px;
    padding: var(--s2);
    border: 0;
    border-inline-start: 4px solid var(--hairline);
    background: none;
    color: var(--ink);
    font: 400 1em / 1.2 var(--font-room);
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
  }
  nav button[aria-current='true'] { border-color: var(--station-ink); background: var(--card); }
  nav button:focus-visible { outline: 3px solid var(--focus); outline-offset: 0; }
  nav span > * { display: block; }
  nav span span { color: var(--ink-soft); }
  article { align-self: center; max-block-size: 100%; overflow-y: auto; }
  .eyebrow, h2 { font: 600 1em / 1.3 var(--font-room); color: var(--station-ink); }
  h1 { margin-block: var(--s2) var(--s4); font: 400 var(--t5) / 1.15 var(--font-voice); }
  h1:focus { outline: none; }
  .sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 2fr); gap: var(--s4); }
  ul { list-style: none; }
  li { margin-block-start: var(--s2); line-height: 1.35; }
  .their p { margin-block: var(--s1) var(--s3); font: 400 var(--t3) / 1.4 var(--font-voice); text-wrap: pretty; }
  .next { grid-column: 1 / -1; display: flex; justify-content: flex-end; }

  @container (max-aspect-ratio: 1/1) {
    :host { grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr); }
    nav { display: grid; grid-template-columns: 1fr 1fr; }
    article { align-self: start; padding-block-start: 6cqb; }
    .sides { grid-template-columns: minmax(0, 1fr); }
    .their p { font-size: var(--t4); }
  }
  @container (max-height: 560px) or (max-width: 700px) {
    :host { grid-template: auto / minmax(0, 1fr); block-size: auto; min-block-size: 100%; }
    nav { display: none; }
    h1 { font-size: var(--t4); }
  }
`;
