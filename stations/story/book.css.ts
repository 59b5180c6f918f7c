import { css } from 'lit';

/** The teller's book: everything in its frame is theirs. */
export const book = css`
  .book {
    min-block-size: 0;
    min-inline-size: 0;
    display: flex;
    flex-direction: column;
    border: 1.5px solid var(--edge);
    border-inline-start: 14px solid var(--station);
    border-radius: 4px var(--radius) var(--radius) 4px;
    background: var(--card);
    box-shadow: 5px 5px 0 var(--hairline);
  }
  .book header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--s4);
    padding: var(--s2) var(--s4);
    border-block-end: 1px solid var(--hairline);
  }
  .book h1 {
    font: 600 calc(var(--t3) * var(--voice)) / 1.2 var(--font-voice);
    hyphens: auto;
  }
  .leaf {
    flex: 1;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    gap: var(--s3);
    padding: clamp(var(--s3), 2.4cqmin, var(--s5)) clamp(var(--s4), 3cqi, var(--s6));
    outline: none;
    animation: turn var(--slow) var(--ease);
  }
  @keyframes turn {
    from {
      opacity: 0;
      translate: calc(var(--along) * var(--s3)) 0;
    }
  }
  .leaf > .words {
    font: 450 calc(var(--t2) * var(--voice)) / 1.35 var(--font-voice);
    text-wrap: pretty;
  }
  .leaf.text {
    justify-content: safe center;
    overflow: auto;
    container-type: size;
  }
  .leaf.text > .words {
    max-inline-size: 30em;
    font-size: max(var(--t1), min(var(--t5) * var(--voice), (1cqi + 1cqb) / 2 * var(--fit)));
    line-height: 1.3;
  }
  .leaf img {
    flex: 1 1 0;
    min-block-size: 0;
    min-inline-size: 0;
    object-fit: contain;
    object-position: 0 50%;
    border-radius: 4px;
  }
  .picture > img {
    align-self: start;
    max-inline-size: 100%;
  }
  .screen {
    flex: 1 1 0;
    min-block-size: 0;
    display: grid;
  }
  .screen video {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    object-fit: contain;
    border-radius: 4px;
  }
  .voice {
    flex: 1 1 0;
    display: grid;
    place-content: center;
  }
  .voice svg {
    box-sizing: content-box;
    inline-size: 1.6em;
    block-size: 1.6em;
    padding: 0.7em;
    border-radius: 50%;
    background: var(--station);
    color: var(--on-station);
    font-size: min(var(--t5), 4.5cqb);
  }
  .voice.speaking svg {
    animation: speak var(--breath) ease-in-out infinite;
  }
  @keyframes speak {
    50% {
      box-shadow: 0 0 0 0.35em var(--shade);
    }
  }
  .cue {
    min-block-size: 2.4em;
    display: grid;
    align-items: center;
    font: 500 calc(var(--t3) * var(--voice)) / 1.2 var(--font-voice);
    text-align: center;
    text-wrap: balance;
  }
  .bar {
    block-size: 8px;
    border-radius: 4px;
    background: var(--shade);
    overflow: hidden;
  }
  .bar i {
    display: block;
    block-size: 100%;
    background: var(--station-ink);
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2);
  }
  .controls .sounds {
    min-block-size: max(56px, 2.6em);
    border: 2px solid var(--station-ink);
    font-weight: 600;
  }
  .time {
    flex: 1;
    padding-inline: 0.3em;
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .leaf .said {
    min-block-size: 0;
  }
  .reads {
    overflow-y: auto;
  }
  .reads:focus-visible {
    outline-offset: -4px;
  }
  .shows {
    padding: 0.6em 0.9em;
    border-radius: var(--radius);
    background: var(--shade);
  }
  .shows b {
    display: block;
    color: var(--ink-soft);
    font-weight: 600;
  }
  .transcript {
    flex: 1 0 auto;
    display: grid;
    align-content: start;
    gap: 0.5em;
    max-inline-size: 34em;
    font: 450 calc(var(--t2) * var(--voice)) / 1.35 var(--font-voice);
  }
  .transcript b {
    margin-inline-end: 0.4em;
    font: 600 var(--t1) / 1.2 var(--font-room);
    color: var(--station-ink);
  }
  @container (max-height: 850px) {
    .leaf {
      gap: var(--s2);
    }
    .cue {
      min-block-size: 1.3em;
      font-size: calc(var(--t2) * var(--voice));
    }
  }
  @container (max-height: 600px) or (max-width: 700px) {
    .leaf.text {
      container-type: inline-size;
    }
    .leaf.text > .words {
      font-size: var(--t3);
    }
    .leaf img {
      flex: none;
      max-block-size: 60cqb;
    }
    .screen {
      flex: none;
      block-size: 12rem;
    }
    .book header {
      flex-wrap: wrap;
    }
  }
`;
