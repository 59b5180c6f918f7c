import { css } from 'lit';

/** Notes, and what lies over the map: the one in hand, the one dragged, the sheet to write on. */
export const noteStyles = css`
  .note {
    display: grid;
    gap: 0.1em;
    inline-size: 100%;
    min-block-size: 48px;
    padding: 0.35em 0.6em 0.4em;
    border: 1px solid var(--edge);
    border-radius: 3px;
    background: var(--card);
    color: var(--ink);
    font: 400 var(--t1) / 1.2 var(--font-room);
    text-align: start;
    box-shadow: 0 1px 3px rgb(0 0 0 / 10%);
  }
  button.note {
    cursor: grab;
    touch-action: none;
    -webkit-tap-highlight-color: transparent;
  }
  .note.inferred {
    border-style: dashed;
    border-width: 1.5px;
  }
  .note.chosen {
    box-shadow: 0 0 0 3px var(--station-ink);
  }
  .note.on {
    background: var(--shade);
    box-shadow: inset 0 0 0 3px var(--station-ink);
  }
  .note.lifted {
    opacity: 0.4;
  }
  .note .text {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .note .text,
  .note .quote {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .note .quote {
    font-family: var(--font-voice);
    -webkit-line-clamp: 2;
  }
  [data-dense] .quote {
    display: none;
  }
  .note .from {
    display: flex;
    align-items: center;
    gap: 0.45em;
    min-inline-size: 0;
    color: var(--ink-soft);
    white-space: nowrap;
  }
  .note .where {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .note .known {
    margin-inline-start: auto;
  }
  .note .from i {
    flex: none;
    display: inline-grid;
    place-items: center;
    inline-size: 1.35em;
    block-size: 1.35em;
    border: 2.5px solid var(--of);
    border-radius: 50%;
    color: var(--ink);
    font: 600 0.9em / 1 var(--font-room);
  }
  .ghost {
    position: absolute;
    inset: 0 auto auto 0;
    z-index: 5;
    max-inline-size: 16em;
    margin: -1.2em 0 0 -3em;
    padding: 0.5em 0.8em;
    border: 1.5px solid var(--station-ink);
    border-radius: 3px;
    background: var(--card);
    box-shadow: 0 var(--s2) var(--s4) rgb(0 0 0 / 22%);
    font-weight: 600;
    rotate: -1.5deg;
    pointer-events: none;
  }
  .taken {
    grid-template: 'note say' auto 'note ways' auto / minmax(8em, 18em) minmax(min-content, 1fr);
    gap: var(--s2) var(--s4);
  }
  .taken .note {
    grid-area: note;
  }
  .taken p {
    grid-area: say;
    justify-self: end;
    text-align: end;
    text-wrap: balance;
  }
  .taken .ways {
    grid-area: ways;
    gap: var(--s3);
  }
  .taken .note {
    box-shadow: none;
  }
  .veil {
    position: absolute;
    inset: 0;
    z-index: 6;
    display: grid;
    place-items: start center;
    padding: var(--s5);
    background: color-mix(in oklab, var(--paper) 78%, transparent);
    overflow: auto;
  }
  .sheet,
  .sheet form {
    display: grid;
    gap: var(--s4);
  }
  .sheet {
    inline-size: min(100%, 46em);
    padding: var(--s5);
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--card);
    box-shadow: 0 var(--s2) var(--s6) rgb(0 0 0 / 20%);
  }
  .sheet h2 {
    font: 500 var(--t4) / 1.15 var(--font-room);
  }
  .all {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
    gap: var(--s3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .words > span,
  .starters > span,
  legend {
    display: block;
    margin-block-end: var(--s1);
    color: var(--ink-soft);
  }
  textarea {
    display: block;
    inline-size: 100%;
    padding: var(--s3);
    border: 1.5px solid var(--edge);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    font: 400 var(--t3) / 1.35 var(--font-voice);
    resize: none;
  }
  .starters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
  }
  .starters > span {
    flex-basis: 100%;
  }
  .starters .quiet {
    font-family: var(--font-voice);
    font-weight: 400;
  }
  .how {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--s3);
  }
  .sheet .ways {
    display: flex;
    justify-content: flex-end;
    align-items: center;
    gap: var(--s3);
  }
  @container (aspect-ratio < 1) {
    .taken {
      grid-template: 'note say' auto 'ways ways' auto / minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  /* Large text on a tablet: what can be missed goes. */
  @container (max-width: 50em) and (aspect-ratio >= 1) {
    .taken p {
      display: none;
    }
    .taken {
      grid-template: 'note' auto 'ways' auto / minmax(0, 1fr);
    }
    .taken .note {
      inline-size: auto;
    }
  }
  @container (max-height: 820px) and (aspect-ratio >= 1) {
    .sheet {
      gap: var(--s3);
      padding: var(--s4);
    }
    .sheet form {
      gap: var(--s3);
    }
    .veil {
      padding: var(--s3);
    }
  }
`;
