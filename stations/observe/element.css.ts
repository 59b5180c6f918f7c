import { css } from 'lit';

/** A phone in one hand: what is touched most lies lowest. */
export const styles = css`
  :host {
    display: grid;
    grid-template-rows: minmax(min-content, 1fr) auto;
    box-sizing: border-box;
    min-block-size: 100%;
    background: var(--paper);
    color: var(--ink);
  }
  * { box-sizing: border-box; }
  .stage { display: grid; inline-size: 100%; max-inline-size: 60rem; margin-inline: auto; padding: var(--s4); }
  section { display: flex; flex-direction: column; gap: var(--s4); min-inline-size: 0; }
  h1, p { margin: 0; }
  h1 {
    font: 500 var(--t4) / 1.12 var(--font-voice);
    letter-spacing: -0.01em;
    text-wrap: balance;
    outline: none;
  }
  header { display: grid; gap: var(--s2); }
  header p { font-size: var(--t1); color: var(--ink-soft); }
  .at { font-weight: 600; color: var(--station-ink) !important; }
  .told {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--s2) var(--s3);
    min-block-size: 3.2rem;
    font-weight: 600;
  }
  .points {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 8.5rem), 1fr));
    gap: var(--s3);
    margin-block-start: auto;
  }
  .chip {
    position: relative;
    min-inline-size: 0;
    min-block-size: max(64px, 3.4em);
    padding: 0.35em 0.7em;
    border: 2px solid var(--edge);
    border-radius: calc(var(--radius) * 1.4);
    background: var(--card);
    color: var(--ink);
    font: 600 var(--t1) / 1.2 var(--font-room);
    overflow-wrap: anywhere;
    hyphens: auto;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
    transition: translate var(--quick) var(--ease);
  }
  .chip:active { translate: 0 2px; background: var(--shade); }
  .chip:focus-visible, nav button:focus-visible, textarea:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .points .chip { min-block-size: max(76px, 4.2em); text-align: start; border-inline-start: 8px solid var(--station); }
  .n {
    position: absolute;
    inset-block-start: -0.5em;
    inset-inline-end: 0.6em;
    display: grid;
    place-items: center;
    min-inline-size: 1.5em;
    block-size: 1.5em;
    border-radius: 1em;
    background: var(--station);
    color: var(--on-station);
    font-size: 0.86em;
    font-variant-numeric: tabular-nums;
  }
  .stages, .senses { display: flex; flex-wrap: wrap; gap: var(--s2); }
  .stages .chip, .senses .chip { flex: 1 1 auto; padding-inline: 0.4em; }
  .chip[aria-pressed='true'], .chip[aria-checked='true'] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--paper);
  }
  textarea {
    flex: 1 1 6rem;
    inline-size: 100%;
    min-block-size: 6rem;
    max-block-size: 16rem;
    padding: var(--s3);
    border: 2px solid var(--edge);
    border-radius: var(--radius);
    background: var(--card);
    color: var(--ink);
    font: 400 var(--t3) / 1.35 var(--font-voice);
    resize: none;
  }
  textarea::placeholder { color: var(--ink-soft); opacity: 1; }
  .what { justify-content: flex-end; }
  .what header { margin-block-end: auto; }
  .foot { display: flex; flex-wrap: wrap; gap: var(--s3); }
  .foot .primary { flex: 1 1 11rem; }
  .foot .quiet { min-block-size: 64px; }
  .things { display: grid; gap: var(--s3); margin-block-start: auto; }
  .thing {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    gap: var(--s2) var(--s3);
    padding: var(--s3);
    border: 1px solid var(--hairline);
    border-inline-start: 8px solid var(--station);
    border-radius: var(--radius);
    background: var(--card);
  }
  .thing p { grid-column: 1 / -1; font-weight: 600; }
  .thing small { display: block; font-weight: 400; font-size: 0.9em; color: var(--ink-soft); }
  output, .time { font: 500 var(--t5) / 1 var(--font-voice); font-variant-numeric: lining-nums tabular-nums; }
  .thing .quiet { min-inline-size: 64px; min-block-size: 64px; }
  .thing .primary { min-inline-size: 7rem; padding-inline: 0.8em; }
  .timer .primary { grid-column: 2 / -1; }
  .runs { border-color: var(--station); background: var(--station); color: var(--on-station); }
  .end affect-grid { inline-size: min(100%, 46vh, 30rem); margin: auto; }
  nav {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    border-block-start: 1px solid var(--hairline);
    background: var(--card);
    padding-block-end: env(safe-area-inset-bottom);
  }
  nav button {
    flex: 1 1 0;
    display: grid;
    justify-items: center;
    gap: 0.15em;
    min-inline-size: 0;
    min-block-size: 68px;
    padding: 0.4em 0.2em;
    border: 0;
    border-block-start: 5px solid transparent;
    background: none;
    color: var(--ink);
    font: 600 var(--t1) / 1.15 var(--font-room);
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  nav button .icon { font-size: 1.1em; }
  nav button[aria-current='page'] { border-block-start-color: var(--station); color: var(--station-ink); }
  @media (min-width: 700px) and (min-height: 560px) {
    .stage { max-inline-size: 72rem; padding: var(--s6) clamp(var(--s4), 5vw, var(--s7)) var(--s5); }
    h1 { font-size: var(--t6); line-height: 1.05; }
    header p { font-size: var(--t2); }
    .chip { font-size: var(--t2); }
    .points { grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: var(--s4); margin-block: auto; }
    .points .chip { min-block-size: 6.5rem; font-size: var(--t3); }
    .things { grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: var(--s4); margin-block: auto; }
    .thing { padding: var(--s4); font-size: var(--t2); }
    output, .time { font-size: var(--t6); }
    textarea { max-block-size: 45vh; }
  }
  @media (max-height: 620px) {
    .stage { padding: var(--s3); }
    section { gap: var(--s2); }
    .told:empty { display: none; }
    .points .chip { min-block-size: 64px; }
  }
`;
