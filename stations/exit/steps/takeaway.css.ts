import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    align-content: center;
    gap: var(--s5);
    max-inline-size: 60em;
    min-block-size: 100%;
    margin-inline: auto;
  }
  h1,
  p {
    margin: 0;
  }
  h1 {
    font: 480 var(--t6) / 1.08 var(--font-voice);
    text-wrap: balance;
  }
  h1:focus {
    outline: none;
  }
  .ways {
    display: grid;
    grid-template: 'square words' auto 'print words' 1fr / auto minmax(0, 1fr);
    align-items: start;
    gap: var(--s4) var(--s6);
  }
  img {
    grid-area: square;
    inline-size: min(18em, 34cqi, 48cqb);
    block-size: auto;
    padding: var(--s3);
    border: 1px solid var(--hairline);
    background: #ffffff;
    image-rendering: pixelated;
  }
  .words {
    grid-area: words;
    display: grid;
    gap: var(--s3);
  }
  .ways > .lead {
    grid-area: 1 / 1 / 2 / -1;
  }
  .lead {
    font-size: var(--t2);
    text-wrap: pretty;
  }
  .soft,
  .code span {
    color: var(--ink-soft);
  }
  .url {
    overflow-wrap: anywhere;
    font-weight: 600;
  }
  .code {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--s3);
    padding-block-start: var(--s3);
    border-block-start: 1px solid var(--hairline);
  }
  .code b {
    font: 600 var(--t4) / 1.2 var(--font-room);
    letter-spacing: 0.12em;
    white-space: nowrap;
    font-feature-settings: 'zero', 'lnum';
  }
  .print {
    grid-area: print;
    justify-self: start;
    white-space: nowrap;
  }
  @container (max-height: 760px) {
    :host {
      gap: var(--s3);
    }
    h1 {
      font-size: var(--t5);
    }
    .words {
      gap: var(--s2);
    }
  }
  /* Large text on a tablet. */
  @container (max-width: 50em) and (aspect-ratio >= 1) {
    h1 {
      font-size: var(--t4);
    }
    .ways {
      column-gap: var(--s4);
    }
    .lead {
      font-size: var(--t1);
    }
    .words {
      line-height: 1.3;
    }
  }
  @container (max-width: 34em) {
    .ways {
      grid-template: 'square' auto 'words' auto 'print' auto / minmax(0, 1fr);
    }
  }
`;
