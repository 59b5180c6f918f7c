import { css } from 'lit';

/** A table that fills its place and scrolls in it, under a head that stays. */
export const table = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    border: 1px solid var(--hairline);
    border-radius: 12px;
    background: var(--card);
    overflow: hidden;
  }
  .screens {
    --columns: minmax(0, 1.35fr) minmax(0, 0.85fr) minmax(0, 1.25fr) minmax(0, 1.05fr);
  }
  .visitors {
    --columns: minmax(0, 1.2fr) minmax(0, 1.15fr) minmax(0, 1.05fr) minmax(0, 1.1fr);
  }
  section {
    display: contents;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s3);
    align-items: center;
    min-height: 48px;
    padding: var(--s1) var(--s1) var(--s1) var(--s3);
    border-bottom: 1px solid var(--hairline);
  }
  .top h2 {
    margin: 0;
    font: 600 var(--t3) / 1.2 var(--font-voice);
  }
  .counts {
    flex: 1;
    margin: 0;
    color: var(--ink-soft);
  }
  .table {
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .heads {
    position: sticky;
    top: 0;
    z-index: 1;
    display: grid;
    grid-template-columns: var(--columns);
    gap: 0 var(--s3);
    padding: var(--s1) var(--s3);
    border-bottom: 1px solid var(--hairline);
    background: var(--card);
    color: var(--ink-soft);
    font-size: var(--t0);
    font-weight: 600;
  }
  .none {
    margin: 0;
    padding: var(--s4) var(--s3);
    color: var(--ink-soft);
  }
  .top .quiet {
    min-height: 48px;
    font-size: var(--t1);
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** The field above a table that rows are looked up by. */
export const find = css`
  .find {
    display: flex;
    flex: 1 1 12rem;
    max-width: 17rem;
    margin-inline-start: auto;
    box-sizing: border-box;
    align-items: center;
    gap: var(--s2);
    min-width: 0;
    padding-inline-start: var(--s3);
    border: 1px solid var(--hairline);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink-soft);
  }
  .find:focus-within {
    outline: 3px solid var(--focus);
    outline-offset: -1px;
  }
  .find input {
    flex: 1;
    min-width: 4em;
    min-height: 46px;
    padding: 0;
    border: 0;
    outline: none;
    background: none;
    color: var(--ink);
    font: inherit;
    appearance: none;
  }
  .find input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  .find ::-webkit-search-cancel-button {
    display: none;
  }
  .find .icon {
    flex: none;
  }
  .found {
    flex: none;
    font-size: var(--t0);
    font-variant-numeric: tabular-nums;
  }
  .visitors .counts {
    flex: none;
  }
  .clear {
    display: grid;
    place-items: center;
    width: 46px;
    height: 46px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .clear:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: -3px;
  }
`;
