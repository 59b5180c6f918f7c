import { css } from 'lit';

/** Desk and margin. A wide desk lays two papers side by side, a narrow one shows one at a time. */
export const styles = css`
  :host {
    display: block;
    block-size: 100%;
    container: stage / size;
    font: 400 var(--t1) / 1.4 var(--font-room);
    color: var(--ink);
  }
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr) clamp(19rem, 27cqi, 23rem);
    block-size: 100%;
  }
  .desk {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    grid-template-areas: 'tabs' 'paper';
    min-inline-size: 0;
    min-block-size: 0;
    background: light-dark(#d9cdb6, #0f0e0c);
    background-image: radial-gradient(ellipse at 40% 0%, light-dark(#e6dcc8, #211e18), transparent 75%);
    border-inline-end: 1px solid var(--hairline);
  }
  nav {
    grid-area: tabs;
    display: flex;
    gap: var(--s1);
    padding: var(--s2) var(--s3) 0;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .tab {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 0.35em;
    min-block-size: max(52px, 2.5em);
    padding: 0 0.6em;
    border: 0;
    border-radius: var(--radius) var(--radius) 0 0;
    background: color-mix(in oklab, var(--card) 45%, transparent);
    color: var(--ink);
    font: 500 var(--t1) / 1 var(--font-room);
    cursor: pointer;
    touch-action: manipulation;
  }
  .twin {
    display: none;
    align-items: center;
    gap: 0.4em;
    min-block-size: 52px;
    padding: 0 0.6em;
    border: 0;
    background: none;
    color: inherit;
    font: 500 var(--t1) / 1 var(--font-room);
    cursor: pointer;
    touch-action: manipulation;
  }
  .twin:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: -3px;
  }
  .tab[aria-pressed='true'] {
    background: var(--card);
    font-weight: 650;
    box-shadow: inset 0 3px var(--station);
  }
  .tab:focus-visible {
    outline-offset: -4px;
  }
  .main,
  .beside {
    grid-area: paper;
  }
  .desk[data-open] .main,
  .pile {
    display: none;
  }

  .margin {
    display: flex;
    flex-direction: column;
    gap: var(--s4);
    min-block-size: 0;
    padding: var(--s5) var(--s4) 0;
    overflow: auto;
  }
  h1,
  h2,
  p {
    margin: 0;
  }
  h1 {
    font: 600 var(--t4) / 1.1 var(--font-room);
    letter-spacing: -0.01em;
    text-wrap: balance;
    outline: 0;
  }
  h2 {
    font: 600 var(--t1) / 1.25 var(--font-room);
  }
  .say {
    display: grid;
    gap: var(--s3);
  }
  .story,
  .quote {
    font: 400 var(--t2) / 1.35 var(--font-voice);
  }
  .quote {
    padding-inline-start: var(--s3);
    border-inline-start: 3px solid var(--station);
    font-size: var(--t1);
    unicode-bidi: plaintext;
  }
  .quote span {
    display: block;
    font: 600 var(--t1) / 1.4 var(--font-room);
    color: var(--station-ink);
  }
  .soft {
    color: var(--ink-soft);
  }
  .marks,
  .whys {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--s2);
  }
  .chip {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.35em;
    min-block-size: 64px;
    padding: 0.2em 0.3em;
    border: 1.5px solid var(--edge);
    border-radius: var(--radius);
    background: var(--card);
    color: var(--ink);
    font: 550 var(--t1) / 1.1 var(--font-room);
    text-align: center;
    hyphens: auto;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
    transition: background-color var(--quick) var(--ease), color var(--quick) var(--ease);
  }
  .marks .chip {
    flex-direction: column;
    gap: 0.15em;
    min-block-size: 76px;
  }
  .chip.right .icon {
    color: var(--good);
  }
  .chip.wrong .icon {
    color: var(--bad);
  }
  .chip[aria-pressed='true'] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--paper);
  }
  .marks .chip[aria-pressed='true'] .icon {
    color: currentColor;
  }
  .chip:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 3px;
  }
  .feel {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: var(--s2);
    flex: 1 0 calc(17.5rem * (0.6 + 0.4 * var(--big)));
  }
  .fit {
    container: fit / size;
    display: grid;
    align-content: start;
    justify-content: center;
  }
  affect-grid {
    inline-size: min(100cqi, 100cqb - 3.6rem * var(--big));
  }
  .margin footer {
    position: sticky;
    inset-block-end: 0;
    display: grid;
    gap: var(--s2);
    margin-block-start: auto;
    padding-block: var(--s2) var(--s4);
    background: var(--paper);
  }
  footer .primary,
  footer .quiet {
    inline-size: 100%;
    min-block-size: 64px;
  }
  footer button:not(.settle) .icon:dir(rtl) {
    scale: -1 1;
  }
  amount-pad {
    margin-block: auto;
  }
  .sures,
  .mistakes {
    display: grid;
    gap: var(--s2);
    margin: var(--s2) 0 0;
    padding: 0;
    list-style: none;
  }
  .mistakes .chip {
    inline-size: 100%;
    justify-content: start;
    padding-inline: 0.8em;
    border-inline-start: 5px solid var(--bad);
    text-align: start;
    unicode-bidi: plaintext;
  }
  .rule {
    font-size: calc(var(--t1) * 0.8);
  }
  .really {
    margin-block-start: var(--s2);
    font: 500 var(--t3) / 1.25 var(--font-voice);
  }
`;
