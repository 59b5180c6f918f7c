import { css } from 'lit';

/** The customer's telephone: everything in its frame belongs to the call. */
export const phone = css`
  .phone {
    min-block-size: 0;
    min-inline-size: 0;
    display: flex;
    flex-direction: column;
    border: 2px solid var(--ink);
    border-radius: calc(var(--radius) * 2.4);
    background: var(--card);
  }
  .phone header {
    display: flex;
    align-items: center;
    gap: var(--s3);
    padding: var(--s3) var(--s4);
    border-radius: calc(var(--radius) * 2.2) calc(var(--radius) * 2.2) 0 0;
    background: var(--ink);
    color: var(--paper);
  }
  .phone header > div {
    flex: 1;
    min-inline-size: 0;
  }
  .handset {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 2.4em;
    block-size: 2.4em;
    border-radius: 50%;
    background: var(--station);
    color: var(--on-station);
    font-size: var(--t2);
  }
  .called {
    font: 600 var(--t4) / 1.15 var(--font-voice);
  }
  .start .called {
    font-size: var(--t3);
  }
  .state {
    display: grid;
    justify-items: end;
    text-align: end;
  }
  .state b {
    font: 600 var(--t4) / 1.1 var(--font-room);
    font-variant-numeric: tabular-nums;
  }
  .state span {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
  }
  .state i {
    inline-size: 0.6em;
    block-size: 0.6em;
    border: 2px solid currentColor;
    border-radius: 50%;
  }
  .line .state i,
  .machine .state i {
    background: currentColor;
  }
  .paused .state i {
    border-radius: 0;
    border-block: 0;
  }
  .body {
    flex: 1;
    min-block-size: 0;
    display: grid;
    align-content: center;
    gap: var(--s3);
    padding: var(--s3) clamp(var(--s4), 3cqi, var(--s6));
    overflow: hidden;
    container-type: size;
  }
  .onhold .body,
  .transferred .body {
    background: repeating-linear-gradient(135deg, var(--shade) 0 2px, transparent 2px 14px);
  }
  .cue figcaption {
    margin-block-end: 0.35em;
    font: 600 var(--t2) / 1.2 var(--font-room);
    color: var(--ink-soft);
  }
  .cue.own figcaption {
    color: var(--station-ink);
  }
  .cue blockquote {
    font: 500 min(var(--t5), 14cqb) / 1.16 var(--font-voice);
    text-wrap: balance;
  }
  .cue.large blockquote {
    font-size: min(var(--t6) * 1.08, 15.5cqb);
    line-height: 1.1;
  }
  .wait {
    justify-self: start;
    padding: 0.5em 0.9em;
    border-radius: var(--radius);
    background: var(--card);
    font-size: var(--t3);
    color: var(--ink-soft);
    max-inline-size: 24em;
  }
  .wait .short {
    font-size: var(--t2);
    color: var(--ink);
  }
  .phone img {
    flex: 1;
    min-block-size: 0;
    inline-size: 100%;
    border-radius: 0 0 calc(var(--radius) * 2.2) calc(var(--radius) * 2.2);
    object-fit: cover;
    object-position: 50% 30%;
  }
  .timeline {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    align-items: center;
    gap: 5px 0.8em;
    margin-inline: var(--s4);
    line-height: 1;
    color: var(--ink-soft);
  }
  .ends {
    align-self: stretch;
    display: flex;
    flex-direction: column;
    justify-content: space-between;
  }
  .wave {
    position: relative;
    block-size: clamp(64px, 13cqb, 150px);
  }
  .wave > div {
    position: absolute;
    inset: 0;
  }
  .wave svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .wave path {
    fill: none;
    stroke: var(--edge);
    stroke-width: 0.62;
    opacity: 0.75;
  }
  .wave svg + svg:not(.felt) {
    clip-path: inset(0 calc(100% - var(--played, 0%)) 0 0);
  }
  .wave svg + svg:not(.felt) path {
    stroke: var(--station-ink);
    opacity: 1;
  }
  .wave .felt path {
    stroke: var(--station-ink);
    stroke-width: 4px;
    vector-effect: non-scaling-stroke;
    opacity: 1;
  }
  .wave .felt .traced {
    stroke: var(--ink-soft);
    stroke-width: 2.5px;
  }
  .wave .felt .theirs {
    stroke: var(--ink);
    stroke-dasharray: 1 9;
    stroke-linecap: round;
  }
  .wave .felt .zero {
    stroke: var(--edge);
    stroke-width: 1.5px;
    stroke-dasharray: 2 6;
  }
  .wave i {
    position: absolute;
    inset-block: 0;
  }
  .segment {
    border-inline: 1.5px solid var(--edge);
    background: repeating-linear-gradient(135deg, var(--hairline) 0 2px, transparent 2px 9px);
  }
  .segment.menu {
    border: 0;
    background: var(--shade);
  }
  .head {
    left: var(--played, 0%);
    inline-size: 2px;
    background: var(--ink);
  }
  .mark {
    position: absolute;
    inline-size: 1.15em;
    block-size: 1.15em;
    translate: -50% -50%;
    box-sizing: border-box;
    border: 3px solid var(--card);
    border-radius: 50%;
    background: var(--station);
    box-shadow: 0 0 0 1.5px var(--station-ink);
  }
  .turns {
    position: relative;
    block-size: 8px;
  }
  .turns i {
    position: absolute;
    inset-block: 0;
    border-radius: 2px;
    background: var(--edge);
  }
  .turns.own i {
    background: var(--station-ink);
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--s3);
    padding: var(--s3) var(--s4) var(--s4);
  }
  .controls .primary {
    margin-inline-start: auto;
  }
  .over {
    gap: var(--s3);
    padding-block-end: var(--s4);
  }
  .over .timeline {
    flex: 1;
    min-block-size: 0;
    max-block-size: 75cqi;
    grid-template-rows: minmax(0, 1fr) auto auto;
    row-gap: 8px;
  }
  .over .wave {
    block-size: 100%;
  }
  .over .wave svg:not(.felt) path {
    stroke: var(--hairline);
  }
  .over .head {
    display: none;
  }
  .most figcaption {
    color: var(--ink-soft);
  }
  .most blockquote {
    font: 500 var(--t4) / 1.2 var(--font-voice);
    text-wrap: balance;
  }
  .hint {
    padding: var(--s3) var(--s4) var(--s2);
    color: var(--ink-soft);
  }
  .transcript {
    flex: 1;
    min-block-size: 0;
    margin: 0;
    padding: 0 var(--s2) var(--s3);
    border-block-end: 1px solid var(--hairline);
    overflow-y: auto;
    list-style: none;
    overscroll-behavior: contain;
  }
  .transcript button {
    inline-size: 100%;
    min-block-size: 48px;
    display: grid;
    grid-template-columns: 3em 4.5em minmax(0, 1fr) auto;
    gap: 0.6em;
    align-items: baseline;
    padding: 0.4em 0.7em;
    border: 0;
    border-inline-start: 5px solid transparent;
    background: none;
    color: var(--ink);
    font: 400 var(--t1) / 1.3 var(--font-room);
    text-align: start;
    cursor: pointer;
  }
  .transcript button[aria-current='true'] {
    border-color: var(--station);
    background: var(--shade);
  }
  .transcript button:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: -3px;
  }
  .transcript time,
  .transcript b {
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
    font-weight: 500;
  }
  .transcript .own b {
    color: var(--station-ink);
    font-weight: 600;
  }
  .transcript span {
    font: 450 var(--t2) / 1.3 var(--font-voice);
  }
  .transcript .waits span {
    font: italic 400 var(--t1) / 1.3 var(--font-room);
    color: var(--ink-soft);
  }
  .transcript em {
    display: flex;
    gap: 4px;
  }
  .transcript i {
    inline-size: 0.7em;
    block-size: 0.7em;
    border-radius: 50%;
    background: var(--station);
    box-shadow: 0 0 0 1.5px var(--station-ink);
  }
  @container (max-width: 1200px) and (min-aspect-ratio: 1/1) {
    .transcript button {
      grid-template-columns: 4em minmax(0, 1fr) auto;
      gap: 0 0.6em;
    }
    .transcript b {
      grid-area: 2 / 1;
    }
    .transcript span {
      grid-area: 1 / 2 / span 2;
    }
  }
`;
