import { css } from 'lit';

export const styles = css`
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(15em, 22em);
    gap: var(--s6);
    align-items: center;
  }
  .asked {
    align-self: stretch;
    min-inline-size: 0;
  }
  self-card {
    margin-block: var(--s3);
    min-block-size: min(70%, 22em);
    rotate: 0.8deg;
  }
  .stamp {
    display: grid;
    place-items: center;
    inline-size: 2.2em;
    block-size: 2.6em;
    border: 2px solid var(--station);
    border-radius: 2px;
    background: var(--station);
    color: var(--on-station);
    font-size: var(--t3);
  }
  .stamp.blank {
    border: 2px dashed var(--edge);
    background: none;
  }
  .step {
    display: grid;
    align-content: center;
    gap: var(--s5);
    min-block-size: 100%;
  }
  .promises {
    display: grid;
    gap: var(--s3);
    max-inline-size: 44em;
    list-style: none;
  }
  .promises li {
    display: grid;
    grid-template-columns: 1.6em minmax(0, 1fr);
    gap: var(--s3);
    align-items: start;
  }
  .promises .icon {
    margin-block-start: 0.1em;
    color: var(--station-ink);
    font-size: var(--t2);
  }
  .care {
    max-inline-size: 40em;
    padding-inline-start: var(--s4);
    border-inline-start: 3px solid var(--station-ink);
    font-size: var(--t2);
  }
  .places,
  .events {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 7.4em), 1fr));
    gap: var(--s3);
  }
  .events {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 11.5em), 1fr));
    gap: var(--s2) var(--s3);
  }
  .places .choice {
    gap: var(--s2);
    min-block-size: 4.8em;
    font-size: var(--t1);
    align-content: center;
  }
  .places .icon {
    font-size: var(--t4);
    color: var(--station-ink);
  }
  .events .choice {
    font-size: var(--t1);
  }
  .write {
    display: grid;
    gap: var(--s2);
  }
  textarea {
    inline-size: 100%;
    min-block-size: 48px;
    padding: var(--s2) var(--s4);
    border: 0;
    border-block-end: 2px solid var(--ink);
    border-radius: var(--radius) var(--radius) 0 0;
    background: var(--card);
    color: var(--ink);
    font: 400 var(--t3) / 1.35 var(--font-voice);
    resize: none;
  }
  affect-grid {
    justify-self: center;
    inline-size: min(100%, 30em, 100cqb - 21em);
    min-inline-size: min(100%, 13em);
  }
  .share {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    align-items: center;
    gap: var(--s4);
  }
  .share p {
    color: var(--ink-soft);
  }
  .share .choice {
    place-items: center start;
    font-size: var(--t1);
    text-align: start;
  }
  .share .choice span {
    display: flex;
    align-items: center;
    gap: 0.6em;
  }
  .share i {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 1.4em;
    block-size: 1.4em;
    border: 2px solid var(--ink);
    border-radius: 4px;
  }
  @container (aspect-ratio < 1) {
    .body {
      grid-template: minmax(0, auto) minmax(0, 1fr) / minmax(0, 1fr);
      gap: var(--s5);
    }
    self-card {
      order: -1;
      justify-self: center;
      inline-size: min(100%, 26em);
      min-block-size: 0;
    }
    affect-grid {
      inline-size: min(100%, 30em);
    }
  }
  @container (max-height: 820px) and (aspect-ratio >= 1) {
    .body {
      grid-template-columns: minmax(0, 1fr) minmax(13em, 18em);
      gap: var(--s5);
    }
    .step {
      gap: var(--s4);
    }
    h1 {
      font-size: var(--t4);
    }
    .lead,
    .care {
      font-size: var(--t1);
    }
    .promises {
      gap: var(--s2);
    }
  }
  /* A small or much magnified page: the card can be missed. */
  @container (max-width: 48em) or (max-height: 520px) {
    .body {
      grid-template: auto / minmax(0, 1fr);
    }
    self-card {
      display: none;
    }
    .step {
      gap: var(--s4);
    }
  }
  @container (max-width: 30em) {
    .share {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
