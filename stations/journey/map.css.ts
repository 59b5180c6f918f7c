import { css } from 'lit';

export const mapStyles = css`
  .map {
    display: grid;
    position: relative;
    min-block-size: 0;
    grid-template: auto minmax(0, 1fr) calc(var(--rows) * var(--line)) / repeat(var(--n), minmax(0, 1fr));
    --gutter: 2.4rem;
    --line: 4em; /* of labels */
    padding-inline-start: var(--gutter);
  }
  .stage {
    grid-row: 1;
    grid-column: var(--from) / var(--to);
    padding-block-end: 0.2em;
    padding-inline-start: 0.4em;
    border-inline-start: 1.5px solid var(--edge);
    font-weight: 600;
    line-height: 1.2;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  .field { grid-row: 2; grid-column: 1 / -1; position: relative; min-block-size: 0; }
  .field > svg { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; overflow: visible; direction: ltr; }
  .level { stroke: var(--hairline); stroke-width: 1; }
  .level.zero { stroke: var(--edge); stroke-dasharray: 2 5; stroke-width: 1.5; }
  .today { fill: none; stroke: var(--station); stroke-width: 7; stroke-linecap: round; }
  .ideal { fill: none; stroke: var(--ink-soft); stroke-width: 2.5; stroke-dasharray: 9 8; stroke-linecap: round; }
  .thread { fill: none; stroke: var(--ink); stroke-width: 2; stroke-dasharray: 1 5; stroke-linecap: round; }
  .skin { fill: var(--card); stroke: var(--ink-soft); stroke-width: 1; }
  .felt .skin { fill: color-mix(in oklab, var(--station) 22%, var(--card)); stroke: var(--ink); stroke-width: 1.3; }
  .ink { fill: var(--ink); }
  .line { fill: none; stroke: var(--ink); stroke-width: 1.2; stroke-linecap: round; }
  .dot > circle { fill: var(--card); stroke: var(--station); stroke-width: 3.5; }
  .dot { color: var(--ink); }
  .dot.open > circle { fill: var(--station); }
  .dot.open { color: var(--on-station); }
  .sign { font-size: 20px; } /* an icon is 1.2 em wide: 24 */
  .pin { color: var(--paper); }
  .pin > circle { fill: var(--ink); stroke: var(--paper); stroke-width: 2; }
  .pin.hurt > circle { fill: var(--bad); }
  .pin.shine > circle { fill: var(--good); }

  .steps { display: contents; }
  .step {
    grid-row: 2 / 4;
    grid-column: var(--at);
    position: relative;
    z-index: 1;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--radius);
    background: none;
    color: var(--ink);
    font: 400 1em / 1.2 var(--font-room);
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  .step::before { content: ''; position: absolute; inset: 0 2px; border-radius: inherit; z-index: -1; }
  .step:active::before, .step[aria-current]::before { background: color-mix(in oklab, var(--station) 14%, transparent); }
  @media (hover: hover) { .step:hover::before { background: color-mix(in oklab, var(--station) 10%, transparent); } }
  .step:focus-visible { outline: 3px solid var(--focus); outline-offset: -3px; }
  .step::after { /* leads from the drawing to a label further down */
    content: '';
    position: absolute;
    inset-inline-start: 50%;
    inset-block-end: calc((var(--rows) - var(--row)) * var(--line));
    block-size: calc(var(--row) * var(--line));
    border-inline-start: 1.5px solid var(--hairline);
  }
  .upright .step::after { display: none; }
  .label {
    --wide: calc(100% * var(--rows));
    position: absolute;
    inset-block-end: calc((var(--rows) - 1 - var(--row)) * var(--line));
    inset-inline-start: calc((100% - var(--wide)) / 2);
    inline-size: var(--wide);
    block-size: var(--line);
    padding-inline: 0.25em;
    text-align: center;
    overflow-wrap: break-word;
    hyphens: auto;
    pointer-events: none;
  }
  .label.first, .label.last { inline-size: calc(100% * (var(--rows) + 1) / 2); }
  .label.first { inset-inline-start: 0; text-align: start; }
  .label.last { inset-inline: auto 0; text-align: end; }
  .label b { font-weight: 600; text-wrap: balance; }
  .label i { font-style: normal; color: var(--ink-soft); }
  .label > * { display: block; inline-size: fit-content; margin-inline: auto; background: var(--paper); }
  .label.first > *, .upright .label > * { margin-inline: 0 auto; }
  .upright .label > * { background: none; }
  .label.last > * { margin-inline: auto 0; }

  .upright.map { grid-template: repeat(var(--n), minmax(4.2rem, 1fr)) / 8.5rem minmax(0, 0.8fr) minmax(0, 1fr); padding-inline-start: 0; }
  .upright .stage { grid-column: 1; grid-row: var(--from) / var(--to); padding: 0.3em 0.4em; border-inline-start: 0; border-block-start: 1.5px solid var(--edge); }
  .upright .field { grid-column: 3; grid-row: 1 / -1; }
  .upright .step { grid-column: 2 / 4; grid-row: var(--at); }
  .upright .step::before { inset: 2px 0; }
  .upright .label, .upright .label.first, .upright .label.last {
    inset: 0 auto 0 0;
    inset-inline: 0 auto;
    inline-size: 44%;
    block-size: auto;
    display: grid;
    align-content: center;
    text-align: start;
  }

  .strip.map { grid-template: minmax(0, 1fr) / repeat(var(--n), minmax(0, 1fr)); }
  .strip .stage, .strip .step .label, .strip .step::after { display: none; }
  .strip .field, .strip .step { grid-row: 1; }
  .upright.strip.map { grid-template: repeat(var(--n), minmax(0, 1fr)) / minmax(0, 1fr); }
  .upright.strip .field, .upright.strip .step { grid-column: 1; }
  .upright.strip .field { grid-row: 1 / -1; }
  .upright.strip .step { grid-row: var(--at); }

  @container (max-height: 32em) { /* large letters on a tablet: the icon says the channel */
    .map:not(.upright) { --line: 2.6em; font-size: 0.86em; }
    .map:not(.upright) .label i, .strip.map:not(.upright) { display: none; }
  }
  @container (max-width: 700px) {
    .upright.map { grid-template-columns: 0 minmax(0, 1fr) minmax(0, 1.2fr); }
    .upright .stage, .strip.map { display: none; }
  }
`;
