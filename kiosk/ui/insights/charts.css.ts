import { css } from 'lit';

/** How every chart draws: ink lines, the station's colour for what it owns. */
export const charts = css`
  .chart {
    display: block;
    width: 100%;
    height: auto;
    font-family: var(--font-room);
  }
  .axis {
    fill: var(--ink-soft);
    font-size: 14px;
  }
  .name {
    fill: var(--ink);
    font-size: 17px;
    font-weight: 600;
  }
  .value {
    fill: var(--ink);
    font-size: 16px;
    font-weight: 700;
    paint-order: stroke;
    stroke: var(--card);
    stroke-width: 5px;
  }
  .grid,
  .tick {
    stroke: var(--hairline);
  }
  .zero {
    stroke: var(--edge);
  }
  .tick {
    stroke: var(--edge);
  }
  .spread {
    fill: var(--shade);
    opacity: 0.75;
  }
  .line {
    stroke: var(--ink);
    stroke-width: 2.5;
  }
  .gap {
    stroke-dasharray: 3 7;
  }
  .whisker {
    stroke: var(--station);
    stroke-width: 2;
  }
  .point {
    fill: var(--station);
    stroke: var(--card);
    stroke-width: 2.5;
  }
  .numeral-text {
    fill: var(--on-station);
    font-size: 17px;
    font-weight: 700;
  }
  .none {
    fill: var(--card);
    stroke: var(--edge);
    stroke-dasharray: 3 4;
  }
  .before {
    fill: var(--card);
    stroke: var(--ink);
    stroke-width: 2.5;
  }
  .after,
  .head {
    fill: var(--ink);
  }
  .arrow {
    stroke: var(--ink);
    stroke-width: 3;
  }
  .level {
    fill: none;
    stroke: var(--station-line);
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .bars {
    display: grid;
    gap: 0.5em;
  }
  .bar svg {
    display: block;
    width: 100%;
    height: 7px;
    margin-top: 2px;
  }
  .track {
    fill: var(--shade);
  }
  .fill {
    fill: var(--station-line);
  }
  .big {
    font: 600 var(--t4) / 1.1 var(--font-voice);
  }
  svg,
  .dots i {
    print-color-adjust: exact;
  }
`;
