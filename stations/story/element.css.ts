import { css } from 'lit';

/** The page's ground, its margin, and the sentence at the end. */
export const styles = css`
  :host {
    display: block;
    block-size: 100%;
    container-type: size;
    font-size: var(--t1);
    --voice: 1;
  }
  :host([told='group']) {
    --voice: 1.3;
  }
  * {
    box-sizing: border-box;
  }
  .choose,
  .page,
  .retell {
    block-size: 100%;
    padding: clamp(var(--s3), 3cqmin, var(--s5));
    display: grid;
    gap: clamp(var(--s3), 2.4cqmin, var(--s4));
  }
  h1,
  h2,
  p {
    margin: 0;
  }
  h1 {
    outline: none;
    text-wrap: balance;
  }
  h2 {
    font: 600 var(--t4) / 1.15 var(--font-room);
    text-wrap: balance;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .page {
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
  }
  .page.beside {
    grid-template-columns: minmax(0, 1.7fr) minmax(16em, 1fr);
    column-gap: clamp(var(--s4), 3.4cqmin, var(--s6));
  }
  .page footer {
    grid-column: 1 / -1;
  }
  footer {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    flex-wrap: wrap;
    gap: var(--s2) var(--s3);
    min-block-size: max(64px, 3.2em);
  }
  .ways {
    display: flex;
    align-items: center;
    gap: var(--s3);
  }
  .dots {
    margin-inline-end: auto;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2);
    color: var(--ink-soft);
  }
  .dots .spoken {
    margin-inline-end: 0.6em;
    white-space: nowrap;
  }
  .dots i {
    inline-size: 0.55em;
    block-size: 0.55em;
    border: 1.5px solid var(--edge);
    border-radius: 50%;
  }
  .dots i.past {
    background: var(--edge);
  }
  .dots i.now {
    inline-size: 1.5em;
    border-color: var(--station-ink);
    border-radius: 999px;
    background: var(--station-ink);
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
    inline-size: min(100%, 44cqb);
    align-self: center;
  }
  .said {
    min-block-size: 1.3em;
    color: var(--ink-soft);
    line-height: 1.3;
    text-wrap: balance;
  }
  .margin .words {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    transition: opacity var(--slow) var(--ease);
  }
  .margin .words[inert] {
    visibility: hidden;
    opacity: 0;
  }
  .chip,
  .margin input {
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
  .margin form {
    display: flex;
    flex: 1 1 100%;
    min-inline-size: 0;
    gap: var(--s2);
  }
  .margin input {
    flex: 1;
    inline-size: 0;
    cursor: text;
  }
  ::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  .retell {
    grid-template-rows: minmax(0, 1fr) auto;
  }
  .ask {
    align-self: center;
    justify-self: center;
    inline-size: min(100%, 40em);
    display: grid;
    gap: var(--s4);
  }
  .ask h1 {
    font: 600 var(--t5) / 1.12 var(--font-room);
    letter-spacing: -0.01em;
  }
  .who,
  .hint {
    color: var(--ink-soft);
  }
  textarea {
    inline-size: 100%;
    padding: 0.6em 0.8em;
    border: 1.5px solid var(--edge);
    border-radius: var(--radius);
    background: var(--card);
    color: var(--ink);
    font: 450 var(--t4) / 1.3 var(--font-voice);
    resize: none;
  }
  @container (max-width: 1150px) {
    .dots .spoken {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container (max-height: 850px) {
    .margin h2 {
      font-size: var(--t3);
    }
    affect-grid {
      inline-size: min(100%, 40cqb);
    }
  }
  @container (max-aspect-ratio: 1/1) {
    .page.beside {
      grid-template: minmax(0, 1fr) auto auto / minmax(0, 1fr);
    }
    .margin {
      display: grid;
      grid-template: repeat(3, auto) 1fr / minmax(0, 1.1fr) minmax(0, 1fr);
      gap: var(--s2) var(--s5);
    }
    affect-grid {
      grid-area: 1 / 1 / -1 / 2;
      inline-size: min(100%, 38cqb);
    }
    .margin > :not(affect-grid) {
      grid-column: 2;
    }
  }
  /* A small or much magnified page: as high as it needs, and it scrolls. */
  @container (max-height: 600px) or (max-width: 700px) {
    .choose,
    .page,
    .page.beside,
    .retell {
      grid-template-rows: none;
      grid-auto-rows: max-content;
      align-content: space-between;
      overflow: auto;
    }
    .page.beside {
      grid-template-columns: minmax(0, 1fr) 14rem;
      align-items: start;
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
    .page.beside {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
