import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
  }
  .page {
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: var(--s3);
    padding: var(--s4) var(--s5);
  }
  .top {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 var(--s4);
  }
  .top h1 {
    font: 480 var(--t4) / 1.15 var(--font-voice);
  }
  .top .lead {
    margin: 0;
    font-size: var(--t1);
  }
  .top .view {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--s2);
    grid-column: -2;
  }
  .quarters {
    display: grid;
    grid-template: minmax(0, 1fr) minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
    min-block-size: 0;
    border: 1.5px solid var(--edge);
    border-radius: var(--radius);
  }
  .part.quarter {
    padding: var(--s2) var(--s3) var(--s3);
    border-radius: 0;
  }
  .quarter .question {
    inset-inline: var(--s4);
  }
  .part.quarter:nth-child(odd) {
    border-inline-end: 1.5px solid var(--edge);
  }
  .part.quarter:nth-child(-n + 2) {
    border-block-end: 1.5px solid var(--edge);
  }
  .canvas {
    position: relative;
    display: grid;
    grid-template:
      'hear head see' minmax(0, 1fr)
      'do head say' minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 2.1fr) minmax(0, 1fr);
    column-gap: var(--s5);
    min-block-size: 0;
  }
  .see {
    grid-area: see;
  }
  .say {
    grid-area: say;
  }
  .do {
    grid-area: do;
  }
  .hear {
    grid-area: hear;
  }
  .part.say,
  .part.do {
    border-block-start: 1px solid var(--edge);
    border-radius: 0;
  }
  .head {
    grid-area: head;
    position: relative;
    display: grid;
    grid-template:
      'who who' auto
      'feel feel' minmax(0, 3fr)
      'pains gains' minmax(0, 2fr) / minmax(0, 1fr) minmax(0, 1fr);
    column-gap: var(--s4);
    padding: var(--s3) var(--s5) var(--s4);
    min-block-size: 0;
  }
  .head.closed {
    grid-template:
      'who' auto
      'feel' minmax(0, 1fr) / minmax(0, 1fr);
  }
  .contour {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    pointer-events: none;
  }
  .contour path {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2.5;
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
  .contour path:first-child {
    fill: color-mix(in oklab, var(--card) 55%, transparent);
  }
  .who {
    grid-area: who;
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: var(--s1) var(--s3);
    padding: var(--s1) 6% 0;
    line-height: 1.25;
  }
  .who .wish {
    display: -webkit-box;
    grid-column: 1 / -1;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
  }
  .who p:not(.wish) {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--s3);
  }
  .who p:first-child {
    grid-column: 1 / -1;
  }
  .who img {
    inline-size: 3.6em;
    block-size: 3.6em;
    border: 1.5px solid var(--ink);
    border-radius: 50% 48% 51% 49%;
    object-fit: cover;
  }
  .who b {
    font: 500 var(--t3) / 1.1 var(--font-voice);
  }
  .tag {
    color: var(--ink-soft);
  }
  h2 i,
  .tag i {
    flex: none;
    display: inline-grid;
    place-items: center;
    inline-size: 1.5em;
    block-size: 1.5em;
    border: 1.5px solid currentColor;
    border-radius: 50%;
    font-style: normal;
    font-weight: 500;
    line-height: 1;
  }
  .tag i {
    inline-size: 1.4em;
    block-size: 1.4em;
  }
  .feel {
    grid-area: feel;
  }
  .part.pains,
  .part.gains {
    border-block-start: 1.5px dashed var(--edge);
    border-radius: 0;
  }
  .part {
    position: relative;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-block-size: 0;
    border-radius: var(--radius);
  }
  .part header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-inline-size: 0;
    block-size: max(48px, 2em);
    white-space: nowrap;
  }
  .part h2 {
    display: flex;
    align-items: center;
    min-inline-size: 0;
    min-block-size: 48px;
    padding-inline-start: var(--s2);
  }
  .target .more {
    display: none;
  }
  h2 {
    font: 600 var(--t2) / 1.2 var(--font-room);
  }
  :host([look]) h2 {
    gap: var(--s2);
  }
  .add,
  .more {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-inline-size: 0;
    min-block-size: 48px;
    padding: 0 var(--s2);
    border: 0;
    border-radius: var(--radius);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  .add span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .add .icon,
  .here em {
    flex: none;
  }
  .add .icon {
    color: var(--station-ink);
  }
  .more {
    flex: none;
    font-size: var(--t1);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    white-space: nowrap;
  }
  .here em {
    padding: 0.1em 0.7em;
    border-radius: 999px;
    background: var(--station);
    color: var(--on-station);
    font-style: normal;
    font-size: var(--t1);
    white-space: nowrap;
  }
  .target {
    cursor: pointer;
    box-shadow: inset 0 0 0 2px var(--station-ink);
  }
  .over {
    background: var(--shade);
    box-shadow: inset 0 0 0 3px var(--station-ink);
  }
  .part > ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 11em), 1fr));
    align-content: start;
    gap: var(--s2);
    min-block-size: 0;
    margin: 0;
    padding: 2px;
    list-style: none;
  }
  .part > ul > [hidden] {
    display: none;
  }
  .question {
    position: absolute;
    inset-block-start: max(54px, 2.2em);
    inset-inline: var(--s2);
    inset-block-end: 0;
    overflow: hidden;
    color: var(--ink-soft);
    font-family: var(--font-voice);
    pointer-events: none;
  }
  .said {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @container (aspect-ratio < 1) {
    .top {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .top .lead {
      grid-row: 2;
      grid-column: 1 / -1;
    }
    .canvas {
      grid-template:
        'hear see' minmax(0, 1fr)
        'head head' minmax(0, 2.4fr)
        'do say' minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--s3) var(--s5);
    }
    .part.say,
    .part.do {
      border: 0;
    }
  }
  /* Large text on a tablet: what can be missed goes. */
  @container (max-width: 50em) and (aspect-ratio >= 1) {
    .who img,
    .add .icon,
    .target h2 i {
      display: none;
    }
    .who b {
      font-size: var(--t2);
    }
  }
  @container (max-height: 820px) and (aspect-ratio >= 1) {
    .page {
      gap: var(--s2);
      padding: var(--s3) var(--s4);
    }
    .canvas {
      column-gap: var(--s4);
    }
    .head {
      padding: var(--s2) var(--s4) var(--s3);
    }
    .top .lead {
      display: none;
    }
    .who img {
      inline-size: 2.6em;
      block-size: 2.6em;
    }
  }
  /* A small or much magnified page: as high as it needs, and it scrolls. */
  @container (max-height: 600px) or (max-width: 480px) {
    .page {
      grid-template-rows: none;
      grid-auto-rows: max-content;
      align-content: space-between;
      overflow: auto;
    }
    .canvas {
      grid-template:
        'head head' max-content
        'hear see' max-content
        'do say' max-content / minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--s3) var(--s4);
    }
    .head {
      grid-template-rows: repeat(3, max-content);
    }
    .part {
      grid-template-rows: max-content max-content;
      align-content: start;
    }
    .part.say,
    .part.do {
      border: 0;
    }
    .question {
      position: static;
      margin: 0;
      padding-inline: var(--s2);
    }
  }
  @container (max-width: 480px) {
    .who {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
