import { css } from 'lit';

/** How desk and margin lie at the sizes of the room's displays. */
export const layouts = css`
  @container stage (min-width: 1380px) or ((max-aspect-ratio: 1) and (min-width: 800px)) {
    .desk {
      grid-template: auto minmax(0, 1fr) / minmax(0, 11fr) minmax(0, 9fr);
      grid-template-areas: 'main tabs' 'main beside';
    }
    .main {
      grid-area: main;
    }
    .beside,
    .pile {
      grid-area: beside;
    }
    .desk[data-open] .main {
      display: grid;
    }
    .pile {
      display: block;
    }
    nav {
      padding-inline: 0 var(--s3);
    }
    .tab {
      flex: 1 0 auto;
      flex-direction: column;
      justify-content: center;
      gap: 0.2em;
      min-block-size: 68px;
      padding: 0 0.5em;
    }
    .desk:not([data-open]) nav,
    .tab.own {
      display: none;
    }
    .desk:not([data-open]) .pile {
      grid-row: 1 / -1;
    }
  }

  /* A narrow desk, where the visitor lays the two papers side by side. */
  @container stage (min-width: 800px) and (max-width: 1379px) and (min-aspect-ratio: 1) {
    .desk[data-twin][data-open] {
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
      grid-template-areas: 'tabs tabs' 'main beside';
    }
    .twin {
      display: flex;
    }
    .desk[data-twin][data-open] {
      --around: var(--s2);
    }
    .desk[data-twin][data-open] .sheet {
      padding-inline: 1.2em;
      font-size: calc(var(--t1) * 0.72);
    }
    .desk[data-twin] .main {
      grid-area: main;
    }
    .desk[data-twin][data-open] .main {
      display: grid;
    }
    .desk[data-twin] .beside {
      grid-area: beside;
    }
  }

  /* A tall display: the margin lies below, question to the one side, feeling to the other. */
  @container stage (max-aspect-ratio: 1) and (min-width: 800px) {
    .stage {
      grid-template: minmax(0, 1fr) auto / none;
    }
    .desk {
      border: 0;
      border-block-end: 1px solid var(--hairline);
    }
    .margin {
      display: grid;
      grid-template: minmax(0, 1fr) auto / minmax(0, 1.15fr) minmax(0, 1fr);
      gap: var(--s3) var(--s5);
      block-size: 35rem;
      box-sizing: border-box;
    }
    .say {
      align-content: start;
      grid-column: 1;
    }
    .feel,
    amount-pad {
      grid-area: 1 / 2 / 3 / 3;
    }
    footer {
      grid-area: 2 / 1;
    }
  }

  /* A tablet: why closes when it is said, and makes room for the feeling. */
  @container stage (max-height: 899px) and (min-width: 800px) {
    .margin {
      gap: var(--s3);
      padding-block: var(--s4) 0;
    }
    .margin footer {
      padding-block: var(--s1) var(--s3);
    }
    .say {
      gap: var(--s2) var(--s3);
    }
    .marks .chip {
      min-block-size: 64px;
    }
    .margin[data-why='open'] .feel,
    .margin[data-why='said'] .why,
    .margin[data-why='said'] .whys .chip[aria-pressed='false'] {
      display: none;
    }
    .margin[data-why='said'] .whys {
      grid-template-columns: minmax(0, 1fr);
    }
    .count {
      font-size: calc(var(--t1) * 0.85);
      line-height: 1.2;
    }
    footer:has(.count) {
      grid-template-columns: 5em minmax(0, 1fr);
      align-items: center;
    }
  }

  /* A small or much magnified page: everything below one another, and it scrolls. */
  @container stage (max-width: 799px) {
    .stage {
      display: block;
      overflow: auto;
    }
    .desk {
      display: block;
    }
    nav {
      flex-wrap: wrap;
    }
    .margin {
      overflow: visible;
    }
    .margin footer {
      position: static;
    }
    .feel {
      block-size: 24rem;
    }
  }
`;
