import { css } from 'lit';

/** The stories to choose from. */
export const shelf = css`
  .choose {
    grid-template-rows: auto minmax(0, 1fr) auto;
  }
  .choose h1 {
    font: 600 var(--t6) / 1.05 var(--font-room);
    letter-spacing: -0.02em;
  }
  .choose header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--s3) var(--s5);
  }
  .stages {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
  }
  .shelf {
    --columns: min(var(--n), 3);
    min-block-size: 0;
    display: grid;
    grid-template-columns: repeat(var(--columns), minmax(0, 26em));
    grid-auto-rows: minmax(0, 1fr);
    justify-content: start;
    gap: clamp(var(--s3), 2.4cqmin, var(--s5));
  }
  .card {
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    gap: var(--s2);
    padding: 0 0 var(--s3);
    overflow: hidden;
    border: 1.5px solid var(--edge);
    border-inline-start: 14px solid var(--station);
    border-radius: 4px var(--radius) var(--radius) 4px;
    background: var(--card);
    color: var(--ink);
    box-shadow: 5px 5px 0 var(--hairline);
    font: 400 var(--t1) / 1.3 var(--font-room);
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
    transition: translate var(--quick) var(--ease);
  }
  .card:active {
    translate: 0 2px;
  }
  .card > span {
    padding-inline: var(--s4);
  }
  .card img,
  .initial {
    flex: 1 1 0;
    min-block-size: 0;
    inline-size: 100%;
    object-fit: cover;
  }
  .card .initial {
    display: grid;
    place-items: center;
    background: var(--shade);
    color: var(--station-ink);
    font: 500 calc(var(--t6) * 2.6) / 1 var(--font-voice);
  }
  .title {
    padding-block-start: var(--s2);
    font: 600 calc(var(--t3) * var(--voice)) / 1.18 var(--font-voice);
    text-wrap: balance;
    hyphens: auto;
    overflow-wrap: anywhere;
  }
  .teller small {
    display: block;
    font-size: 1em;
    color: var(--ink-soft);
  }
  .made {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3em 0.7em;
    color: var(--ink-soft);
  }
  .made b {
    margin-inline-start: auto;
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    color: var(--station-ink);
  }
  .choose footer {
    min-block-size: max(64px, 3.2em);
  }
  @container (max-aspect-ratio: 1/1) {
    .shelf {
      --columns: 2;
      grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
      justify-content: stretch;
    }
    .shelf.few {
      --columns: 1;
    }
  }
  @container (max-height: 600px) or (max-width: 700px) {
    .choose h1 {
      font-size: var(--t4);
    }
    .shelf {
      --columns: min(var(--n), 2);
      grid-auto-rows: max-content;
    }
    .card img,
    .card .initial {
      display: none;
    }
    .choose footer:empty,
    .choose footer:not(:has(button)) {
      display: none;
    }
  }
  @container (max-width: 500px) {
    .shelf {
      --columns: 1;
    }
  }
`;
