import { css } from 'lit';

/** One question a screen: what is asked in the middle, the way on at the bottom right, the way back at the left. */
export const page = css`
  :host {
    display: block;
    box-sizing: border-box;
    block-size: 100%;
    container-type: size;
    font-family: var(--font-room);
    font-size: var(--t1);
    line-height: 1.4;
    color: var(--ink);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .page {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    gap: var(--s4);
    block-size: 100%;
    padding: var(--s5);
  }
  .body {
    min-block-size: 0;
    margin: -8px; /* room for focus rings */
    padding: 8px;
    overflow: auto;
    animation: come var(--slow) var(--ease);
  }
  @keyframes come {
    from {
      opacity: 0;
      translate: 0 var(--s3);
    }
  }
  h1,
  h2,
  p,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  h1 {
    font: 500 var(--t5) / 1.12 var(--font-room);
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h1:focus {
    outline: none;
  }
  .voice {
    font-family: var(--font-voice);
  }
  .lead {
    margin-block-start: var(--s3);
    font-size: var(--t2);
    color: var(--ink-soft);
    text-wrap: pretty;
  }
  footer {
    display: grid;
    grid-template-columns: minmax(min-content, 1fr) auto minmax(min-content, 1fr);
    align-items: center;
    gap: var(--s4);
    min-block-size: max(64px, 3.8em);
  }
  footer > .ways {
    display: flex;
    justify-content: flex-end;
    align-items: center;
    gap: var(--s4);
  }
  footer button {
    white-space: nowrap;
  }
  .back {
    justify-self: start;
    border-color: transparent;
  }
  .dots {
    display: flex;
    gap: var(--s2);
  }
  .dots i {
    inline-size: 0.5em;
    block-size: 0.5em;
    border: 1.5px solid var(--edge);
    border-radius: 50% 46% 54% 50%;
  }
  .dots i.past {
    background: var(--edge);
  }
  .dots i.now {
    inline-size: 1.4em;
    border-color: var(--station-ink);
    border-radius: 999px;
    background: var(--station-ink);
  }
  .choice {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: max(64px, 3em);
    padding: var(--s2) var(--s4);
    border: 1.5px solid var(--edge);
    border-radius: var(--radius);
    background: var(--card);
    font-size: var(--t2);
    line-height: 1.2;
    text-align: center;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  .choice input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .choice:has(:checked) {
    border-color: var(--station-ink);
    box-shadow: inset 0 0 0 3px var(--station-ink);
    font-weight: 600;
  }
  .choice:has(:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 3px;
  }
  .ask {
    display: grid;
    align-content: center;
    gap: var(--s6);
    max-inline-size: 62em;
    min-block-size: 100%;
    margin-inline: auto;
  }
  .ask h1 {
    margin-block-start: var(--s3);
  }
  .ask .hint {
    color: var(--ink-soft);
    text-align: center;
  }
  @container (max-width: 44em) {
    .dots {
      visibility: hidden;
      inline-size: 0;
    }
  }
  @container (max-width: 30em) {
    .page {
      padding: var(--s3);
    }
    footer {
      grid-template-columns: auto 0 minmax(0, 1fr);
      gap: var(--s2);
    }
    footer > .ways {
      gap: var(--s2);
    }
    footer button {
      white-space: normal;
    }
  }
  @container (max-height: 600px) {
    .ask {
      gap: var(--s4);
    }
  }
  @container (max-height: 450px) {
    .page {
      gap: var(--s2);
      padding-block: var(--s3) var(--s2);
    }
    .ask {
      gap: var(--s2);
    }
    .ask h1 {
      margin: 0;
      font-size: var(--t4);
    }
  }
`;
