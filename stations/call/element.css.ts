import { css } from 'lit';

/** The pages before, beside and after the telephone. */
export const styles = css`
  :host {
    display: block;
    block-size: 100%;
    container-type: size;
    font-size: var(--t1);
  }
  .start,
  .end,
  .hear {
    box-sizing: border-box;
    block-size: 100%;
    padding: clamp(var(--s4), 4cqmin, var(--s6));
    display: grid;
    gap: clamp(var(--s3), 3cqmin, var(--s5));
  }
  h1,
  h2,
  p,
  figure,
  blockquote {
    margin: 0;
  }
  h1 {
    font: 600 var(--t6) / 1.05 var(--font-room);
    letter-spacing: -0.02em;
    text-wrap: balance;
    outline: none;
  }
  h2 {
    font: 600 var(--t4) / 1.15 var(--font-room);
    text-wrap: balance;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--s3) var(--s4);
  }
  footer p {
    flex: 1 1 12em;
    color: var(--ink-soft);
  }
  .start {
    grid-template-rows: minmax(0, 1fr) auto;
  }
  .start.seen {
    grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
  }
  .start footer {
    grid-column: 1 / -1;
  }
  .room {
    align-self: center;
    display: grid;
    gap: var(--s4);
    max-inline-size: 34em;
    font-size: var(--t2);
  }
  .set {
    inline-size: 2em;
    block-size: 2em;
    display: grid;
    place-items: center;
    border-radius: 50%;
    background: var(--station);
    color: var(--on-station);
    font-size: calc(var(--t6) * 0.85);
  }
  .about {
    font-size: var(--t3);
    line-height: 1.35;
  }
  .hear {
    grid-template-columns: minmax(0, 1.6fr) minmax(17em, 1fr);
  }
  .margin {
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    justify-content: safe center;
    gap: clamp(var(--s2), 1.8cqb, var(--s3));
    overflow-y: auto;
  }
  affect-grid {
    inline-size: min(100%, 46cqb);
    align-self: center;
  }
  .said {
    min-block-size: 1.3em;
    color: var(--ink-soft);
    line-height: 1.3;
    text-wrap: balance;
  }
  .words {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    transition: opacity var(--slow) var(--ease);
  }
  .words[inert] {
    visibility: hidden;
    opacity: 0;
  }
  .chip,
  .words input {
    box-sizing: border-box;
    min-block-size: max(48px, 2.2em);
    padding: 0.2em 0.9em;
    border: 1.5px solid var(--edge);
    border-radius: 999px;
    background: var(--card);
    color: var(--ink);
    font: 500 var(--t1) / 1.2 var(--font-room);
    cursor: pointer;
    touch-action: manipulation;
  }
  .chip[aria-pressed='true'] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--paper);
  }
  .words form {
    display: flex;
    flex: 1 1 100%;
    min-inline-size: 0;
    gap: var(--s2);
  }
  .words input {
    flex: 1;
    inline-size: 0;
    min-inline-size: 0;
    cursor: text;
  }
  input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  .chip:focus-visible,
  .words input:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .end {
    grid-template-rows: auto 1fr auto;
  }
  .margin:has(.trace) affect-grid {
    inline-size: min(100%, 39cqb);
  }
  @container (max-height: 850px) {
    .margin h2 {
      font-size: var(--t3);
    }
    affect-grid {
      inline-size: min(100%, 43cqb);
    }
    .margin:has(.trace) affect-grid {
      inline-size: min(100%, 33cqb);
    }
    .hear .called {
      font-size: var(--t3);
    }
    .hear .handset {
      font-size: var(--t1);
    }
    .hear .phone header {
      padding-block: var(--s2);
    }
    /* What large letters push out can be scrolled to. */
    .hear:not(.read) {
      grid-template-rows: minmax(max-content, 1fr);
      overflow: auto;
    }
    .hear .body {
      min-block-size: 8.5rem;
    }
    .end {
      grid-template-rows: auto minmax(max-content, 1fr) auto;
      overflow: auto;
    }
    .end h1 {
      font-size: var(--t5);
    }
    .end .most blockquote {
      font-size: var(--t3);
    }
    .end .over .timeline {
      min-block-size: 9rem;
    }
  }
  @container (max-aspect-ratio: 1/1) {
    .start.seen {
      grid-template: minmax(0, 1fr) auto auto / minmax(0, 1fr);
    }
    .seen .phone {
      grid-row: 1;
    }
    .hear {
      grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    }
    .margin {
      display: grid;
      grid-template: repeat(3, auto) 1fr / minmax(0, 1.1fr) minmax(0, 1fr);
      gap: var(--s2) var(--s5);
    }
    affect-grid {
      grid-area: 1 / 1 / -1 / 2;
      inline-size: min(100%, 40cqb);
    }
    .margin > :not(affect-grid) {
      grid-column: 2;
    }
    .end .over .timeline {
      max-block-size: none;
    }
  }
  /* A small or much magnified page: as high as it needs, and it scrolls. */
  @container (max-height: 600px) or (max-width: 700px) {
    .start,
    .start.seen,
    .end,
    .hear {
      grid-template-rows: none;
      grid-auto-rows: max-content;
      align-content: space-between;
      overflow: auto;
    }
    .hear {
      grid-template-columns: minmax(0, 1fr) 14rem;
      align-items: start;
    }
    .hear :is(.called, .state b) {
      font-size: var(--t3);
    }
    .set,
    .hear .handset {
      display: none;
    }
    .start img {
      flex: 1 0 11rem;
    }
    .hear .body {
      min-block-size: 11rem;
    }
    .hear .controls {
      flex-wrap: wrap;
      gap: var(--s2);
      padding: var(--s2) var(--s3) var(--s3);
    }
    .read .transcript {
      flex: 1 0 max(12rem, 45cqb);
    }
    .end .over .timeline {
      flex: none;
      grid-template-rows: auto;
    }
    .end .over .wave {
      block-size: 9rem;
    }
    .margin {
      display: flex;
      justify-content: start;
      overflow: visible;
    }
    affect-grid {
      flex: none;
      inline-size: min(100%, 14rem);
    }
  }
  @container (max-width: 700px) {
    .start.seen,
    .hear {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
