import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    gap: var(--s3);
    block-size: 100%;
    min-block-size: 0;
  }
  * { box-sizing: border-box; }
  h1, h2, p, ol, ul, dl, dd { margin: 0; padding: 0; }
  ul { list-style: none; }
  .hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .icon { vertical-align: -0.2em; }

  .window {
    display: grid;
    grid-template: auto minmax(0, 1fr) / clamp(13.5rem, 25cqi, 19rem) minmax(0, 1fr) clamp(11.5rem, 21cqi, 16rem);
    min-block-size: 0;
    border: 1px solid var(--edge);
    border-block-start: 8px solid var(--office);
    border-radius: 10px;
    background: var(--card);
    overflow: hidden;
  }
  header {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: var(--s3);
    padding: var(--s2) var(--s3);
    border-block-end: 1px solid var(--hairline);
    line-height: 1.2;
  }
  header img { block-size: 2em; padding: 2px; border-radius: 3px; background: #fff; }
  .clock { margin-inline-start: auto; font: 600 var(--t2) / 1 var(--font-room); font-variant-numeric: tabular-nums; }
  h2 { font: 600 1em / 1.3 var(--font-room); color: var(--ink-soft); }

  nav { padding: var(--s2) var(--s2) 0; background: var(--shade); overflow-y: auto; }
  nav h2 { padding-inline: var(--s2); color: var(--ink); }
  nav li { margin-block: var(--s2); }
  .entry {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--s2);
    inline-size: 100%;
    min-block-size: 64px;
    padding: var(--s2);
    border: 1px solid var(--hairline);
    border-radius: 6px;
    background: var(--card);
    color: var(--ink);
    font: 400 1em / 1.2 var(--font-room);
    text-align: start;
    overflow: hidden;
    cursor: pointer;
    touch-action: manipulation;
  }
  .entry[aria-current='true'] { border: 2px solid var(--ink); padding: calc(var(--s2) - 1px); }
  .entry:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  .who > * { display: block; }
  .mood { grid-column: 2; display: flex; justify-content: space-between; color: var(--ink-soft); font-size: 0.9em; }
  .wait { font-variant-numeric: tabular-nums; }
  .entry i {
    position: absolute;
    inset: auto auto 0 0;
    block-size: 5px;
    background: var(--station-ink);
    transition: inline-size 1s linear;
  }
  .leaving i { block-size: 9px; }
  .leaving .mood { color: var(--ink); font-weight: 600; }
  :is(.helped, .passed, .refused, .left, .open).entry { background: transparent; border-style: dashed; border-color: var(--edge); }

  .talk { display: flex; flex-direction: column; gap: var(--s2); min-block-size: 0; padding: var(--s3); overflow-y: auto; }
  .talk h1 { font: 600 var(--t2) / 1.2 var(--font-room); }
  .talk h1 small { color: var(--ink-soft); font-weight: 400; font-size: 0.8em; }
  .said { flex: 1 0 auto; display: flex; flex-direction: column; justify-content: center; gap: var(--s3); }
  .mine {
    align-self: flex-end;
    max-inline-size: 85%;
    padding: var(--s2) var(--s3);
    border-radius: 14px 14px 2px;
    background: var(--shade);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .now { outline: none; }
  .says { font: 400 clamp(var(--t2), 3.4cqi, var(--t4)) / 1.25 var(--font-voice); text-wrap: pretty; }
  .screen {
    margin-block-end: var(--s2);
    padding: var(--s2) var(--s3);
    border: 1px solid var(--edge);
    border-inline-start: 6px solid var(--office);
    border-radius: 4px;
    white-space: pre-line;
    line-height: 1.35;
  }
  .moment { font: italic 400 var(--t3) / 1.3 var(--font-voice); }
  .answers { display: grid; gap: var(--s2); }
  .answers button {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--s2);
    align-items: center;
    inline-size: 100%;
    min-block-size: 60px;
    padding: var(--s2) var(--s3);
    border: 1.5px solid var(--edge);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    font: 500 1em / 1.2 var(--font-room);
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
  }
  .answers button:active { background: var(--shade); }
  .answers button:focus-visible, textarea:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  .answers small { display: block; color: var(--ink-soft); font-size: 0.85em; font-weight: 400; }
  .own { display: grid; gap: var(--s2); }
  .own label { font-weight: 600; }
  .own p { color: var(--ink-soft); }
  textarea {
    inline-size: 100%;
    padding: var(--s2);
    border: 1.5px solid var(--edge);
    border-radius: 6px;
    background: var(--paper);
    color: var(--ink);
    font: 400 1.05em / 1.3 var(--font-voice);
    resize: none;
  }
  .ways, .end { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: var(--s3); }
  .outcome { font-weight: 600; color: var(--station-ink); }
  .outcome::first-letter { text-transform: uppercase; }
  .empty { margin: auto; text-align: center; }
  .talk .empty h1 { margin-block-end: var(--s2); font: 400 var(--t4) / 1.2 var(--font-voice); }

  aside { padding: var(--s3) var(--s3) 0; border-inline-start: 1px solid var(--hairline); font-size: 0.92em; line-height: 1.3; overflow-y: auto; hyphens: auto; overflow-wrap: anywhere; }
  aside ol { padding-inline-start: 1.2em; margin-block-end: var(--s3); }
  aside li { margin-block-start: var(--s2); }
  aside li::marker { font-weight: 600; }
  aside dl > div { margin-block-start: var(--s2); }
  dt { font-weight: 600; }

  footer { display: flex; justify-content: flex-end; align-items: center; gap: var(--s4); padding-inline-end: var(--s3); }
  footer p { color: var(--ink-soft); }

  @container (max-aspect-ratio: 1/1) {
    .window { grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr); }
    nav ul { display: grid; grid-template-columns: 1fr 1fr; gap: 0 var(--s2); }
    .says { font-size: var(--t5); }
    .talk { padding: var(--s4); }
    .answers button { min-block-size: 84px; font-size: var(--t2); }
    aside { display: grid; grid-template-columns: 1fr 1fr; gap: 0 var(--s4); padding-block-end: var(--s3); border-inline-start: 0; border-block-start: 1px solid var(--hairline); }
    aside h2 { grid-row: 1; }
    aside > :is(ol, dl) { grid-row: 2; }
  }
  @container (max-height: 560px) or (max-width: 700px) {
    :host { block-size: auto; min-block-size: 100%; }
    .window { grid-template: auto / minmax(0, 1fr); }
    nav, .talk, aside { overflow: visible; }
    nav ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 0 var(--s2); }
  }
`;
