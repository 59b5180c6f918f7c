import { css } from 'lit';

/** The telephone's keys, and what one holds along the call. */
export const keypad = css`
  .dial {
    flex: 1;
    min-block-size: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--s4) clamp(var(--s4), 4cqi, var(--s6));
    padding: var(--s4) clamp(var(--s4), 3cqi, var(--s6));
  }
  .says {
    display: grid;
    gap: var(--s3);
  }
  .says blockquote {
    font: 500 var(--t4) / 1.24 var(--font-voice);
    text-wrap: pretty;
    outline: none;
  }
  .unknown {
    font: italic 450 var(--t3) / 1.25 var(--font-voice);
    color: var(--ink-soft);
  }
  .menu .state {
    max-inline-size: 9em;
  }
  .says .quiet {
    justify-self: start;
  }
  .dead .dial {
    background: repeating-linear-gradient(135deg, var(--shade) 0 2px, transparent 2px 14px);
  }
  .keypad {
    display: grid;
    grid-template-columns: repeat(3, auto);
    gap: clamp(6px, 1.4cqb, 18px) clamp(10px, 1.6cqi, 26px);
  }
  .keypad button {
    inline-size: clamp(60px, 11.5cqb, 128px);
    aspect-ratio: 1;
    display: grid;
    place-content: center;
    justify-items: center;
    border: 1.5px solid var(--edge);
    border-radius: 50%;
    background: var(--card);
    color: var(--ink);
    font: 500 var(--t4) / 1 var(--font-room);
    cursor: pointer;
    touch-action: manipulation;
    transition: background-color var(--quick) var(--ease);
  }
  .keypad button:active {
    background: var(--station);
    color: var(--on-station);
  }
  .keypad small {
    min-block-size: 1em;
    font-size: 0.36em;
    letter-spacing: 0.12em;
    line-height: 1.3;
  }
  .keypad button:focus-visible,
  .seek:focus-visible,
  .story:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 3px;
  }
  input[type='range']:not(.seek) {
    flex: 1;
    min-inline-size: 3em;
    block-size: 48px;
    margin: 0;
    accent-color: var(--station-ink);
    cursor: pointer;
  }
  .volume {
    flex: 1 1 9em;
    max-inline-size: 15em;
    min-block-size: 48px;
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .check {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s3) var(--s4);
    font-size: var(--t1);
  }
  .check .volume {
    flex: 1 1 12em;
    max-inline-size: 22em;
  }
  .seek {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    appearance: none;
    background: none;
    cursor: pointer;
  }
  .seek::-webkit-slider-thumb {
    appearance: none;
    inline-size: 1px;
    block-size: 100%;
  }
  .seek::-moz-range-thumb {
    inline-size: 1px;
    border: 0;
    background: none;
  }
  .trace {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    column-gap: 0.7em;
  }
  .trace span {
    grid-column: 1 / -1;
    color: var(--ink-soft);
  }
  .trace i {
    font-style: normal;
  }
  .asks {
    display: flex;
    align-items: center;
    gap: var(--s3);
    position: relative;
  }
  .story {
    flex: none;
    inline-size: max(64px, 3.4em);
    aspect-ratio: 1;
    display: grid;
    place-items: center;
    padding: 0;
    border: 2px solid var(--ink);
    border-radius: 50%;
    overflow: hidden;
    background: var(--card);
    color: var(--ink);
    font: 600 var(--t3) / 1 var(--font-voice);
    cursor: pointer;
  }
  .story img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    object-position: 50% 20%;
  }
  .told {
    position: absolute;
    z-index: 2;
    inset: calc(100% + var(--s2)) 0 auto;
    padding: var(--s3) var(--s4);
    border: 2px solid var(--ink);
    border-radius: var(--radius);
    background: var(--card);
    line-height: 1.4;
  }
  .lasted {
    display: flex;
    align-items: center;
    gap: var(--s4);
    margin-block-start: 0.3em;
  }
  .lasted b {
    font: 600 var(--t5) / 1 var(--font-room);
    font-variant-numeric: tabular-nums;
    color: var(--ink);
  }
  .gate {
    flex: 1 1 12em;
    color: var(--ink-soft);
  }
  .controls .quiet {
    padding-inline: 0.7em;
  }
  .controls .volume {
    flex: 1 1 8.5em;
  }
  .controls:not(.ways):has(+ .ways) {
    gap: var(--s2);
    padding-block-end: 0;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
    padding-inline: var(--s4);
  }
  .legend span::before {
    content: '';
    display: inline-block;
    inline-size: 2em;
    margin-inline-end: 0.5em;
    border-block-start: 4px solid var(--station-ink);
    vertical-align: 0.25em;
  }
  .legend .traced::before {
    border-block-start: 2.5px solid var(--ink-soft);
  }
  .legend .theirs::before {
    border-block-start: 4px dotted var(--ink);
  }
  .moment {
    display: grid;
    grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
    align-items: center;
    gap: var(--s3) var(--s5);
    padding-inline: var(--s4);
  }
  .most figcaption {
    display: flex;
    align-items: center;
    gap: var(--s3);
  }
  .step {
    padding-inline: 0.6em;
  }
  @container (max-height: 850px) {
    .says blockquote {
      font-size: var(--t2);
    }
    .unknown {
      font-size: var(--t1);
    }
    .dial {
      padding: var(--s3) var(--s4);
      gap: var(--s4);
    }
    .keypad button {
      inline-size: 78px;
      font-size: var(--t3);
    }
    .keypad {
      gap: 10px 12px;
    }
  }
  @container (max-aspect-ratio: 1/1) {
    .moment {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-height: 600px) or (max-width: 700px) {
    .dial,
    .moment {
      grid-template-columns: minmax(0, 1fr);
    }
    .keypad {
      justify-content: center;
    }
    .story {
      inline-size: 48px;
    }
    .asks .told {
      position: static;
    }
    .asks {
      flex-wrap: wrap;
    }
  }
`;
