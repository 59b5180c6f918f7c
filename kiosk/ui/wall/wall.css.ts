import { css } from 'lit';

/** One screen, read from across the room; nothing scrolls. */
export const style = css`
  :host {
    --t0: max(12px, 1.9vmin);
    --t1: max(13px, 2.1vmin);
    --t2: max(15px, 2.6vmin);
    --t3: max(17px, 3.1vmin);
    --t4: max(22px, 4.4vmin);
    --t5: max(28px, 5.6vmin);
    --s2: 0.9vmin;
    --s3: 1.7vmin;
    --s4: 2.8vmin;
    --station-line: var(--ink-soft);
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: var(--s4);
    height: 100vh;
    min-height: 0;
    padding: 4vmin 5vmin 2.5vmin;
    overflow: hidden;
  }
  h1 {
    font-size: var(--t5);
  }
  header p {
    margin-top: var(--s2);
    font-size: var(--t2);
  }
  main {
    display: grid;
    grid-template: 'map journey' minmax(0, 1fr) 'map counted' auto / minmax(0, 1.25fr) minmax(0, 1fr);
    gap: var(--s4) 5vmin;
    min-height: 0;
  }
  .the-map {
    grid-area: map;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .the-map .map {
    flex: 1;
    grid-template-rows: 1fr 1fr auto;
    margin: 0;
    background: var(--card);
  }
  .the-map > p {
    margin-top: var(--s2);
  }
  .the-journey {
    grid-area: journey;
    align-self: center;
    min-height: 0;
  }
  .the-journey .chart {
    margin-top: var(--s3);
    max-height: 46vh;
    overflow: visible;
  }
  .chart .axis {
    font-size: 21px;
  }
  .chart .name {
    font-size: 23px;
  }
  .chart .value {
    font-size: 24px;
    stroke: var(--paper);
  }
  .few .name,
  .few .value {
    font-size: 31px;
  }
  .few .name + .axis {
    font-size: 27px;
    transform: translateY(11px);
  }
  .counted {
    grid-area: counted;
    font-size: var(--t2);
  }
  .counted b {
    font: 600 calc(2 * var(--t5)) / 1.3 var(--font-voice);
  }
  .section h3 {
    font-size: var(--t2);
  }
  .dots {
    gap: 0.7vmin;
    margin-top: var(--s3);
  }
  .dots i {
    width: 1.7vmin;
    height: 1.7vmin;
    animation: grow 1.2s var(--ease) both;
  }
  @keyframes grow {
    from {
      opacity: 0;
      scale: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .dots i {
      animation: none;
    }
  }
  .begins {
    display: grid;
    align-content: center;
    justify-items: start;
    gap: var(--s4);
    grid-template: none;
  }
  .begins svg {
    height: 9vmin;
  }
  .begins p {
    max-width: 26em;
    font: 500 var(--t4) / 1.3 var(--font-voice);
  }
  footer {
    display: flex;
    justify-content: space-between;
    gap: var(--s4);
    font-size: var(--t0);
  }
  @media (orientation: portrait) {
    main:not(.begins) {
      grid-template: 'map' minmax(0, 1fr) 'journey' auto 'counted' auto / minmax(0, 1fr);
    }
    .the-journey .chart {
      max-height: 34vh;
    }
  }
  @media (width < 700px), (height < 500px) {
    :host {
      height: auto;
      min-height: 100vh;
      overflow: visible;
    }
  }
`;
