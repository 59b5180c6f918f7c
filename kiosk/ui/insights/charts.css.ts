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
  .line.thin {
    stroke-width: 1.5;
    stroke: var(--ink-soft);
  }
  .wave {
    fill: var(--hairline);
  }
  .ink {
    fill: var(--ink);
  }
  .tiny {
    font-size: 12px;
  }
  .value.thin {
    font-size: 13px;
    stroke-width: 4px;
  }
  .place {
    fill: var(--paper);
    stroke: var(--edge);
    stroke-width: 1.5;
  }
  .way {
    fill: none;
    stroke: var(--station-line);
    opacity: 0.6;
  }
  .reach {
    fill: var(--edge);
    opacity: 0.55;
  }
  line.reach {
    stroke: var(--ink-soft);
    stroke-width: 3;
  }
  .mark-a {
    fill: var(--ink);
  }
  .mark-b {
    fill: var(--card);
    stroke: var(--ink);
    stroke-width: 2.5;
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
  .dots i,
  .heat td {
    print-color-adjust: exact;
  }
`;
