import { css } from 'lit';

/** The part of the room's speakers. */
export const style = css`
  :host {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
    gap: var(--s4);
    align-items: start;
    min-height: 0;
    font-size: var(--t1);
  }
  section {
    display: grid;
    gap: var(--s3);
    padding: var(--s4);
    border: 1px solid var(--hairline);
    border-radius: 12px;
    background: var(--card);
  }
  .card {
    display: flex;
    gap: 0.8em;
    align-items: start;
  }
  .card .icon {
    flex: none;
    margin-block-start: 0.15em;
  }
  .none .icon,
  .none b {
    color: var(--bad);
  }
  .playing {
    display: grid;
    gap: var(--s2);
    padding: var(--s3);
    border-inline-start: 4px solid var(--ink);
    background: var(--shade);
    font-size: var(--t2);
  }
  .playing.soft {
    border-color: var(--hairline);
    background: none;
  }
  .playing ol {
    padding-inline-start: 1.4em;
    list-style: decimal;
    font-size: var(--t1);
  }
  .time {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .hands {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3);
    align-items: center;
  }
  .channel {
    display: grid;
    grid-template-columns: 8.5em minmax(0, 1fr) 4.4em 48px;
    gap: var(--s3);
    align-items: center;
  }
  .channel label {
    display: grid;
  }
  .channel input {
    width: 100%;
    height: 48px; /* for a finger, however thin it is drawn */
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--ink);
  }
  .muted input {
    opacity: 0.6;
  }
  .channel output {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .channel button {
    width: 48px;
    min-height: 48px;
    padding: 0;
  }
  [aria-pressed='true'] { /* seen across the desk, in dim light too */
    background: var(--ink);
    border-color: var(--ink);
    color: var(--paper);
  }
  .items ul {
    display: grid;
    gap: var(--s2);
  }
  .items button {
    display: flex;
    gap: 0.7em;
    width: 100%;
    min-height: 52px;
    text-align: start;
  }
  .items button span:first-of-type {
    flex: 1;
  }
`;
