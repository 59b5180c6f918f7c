import { css } from 'lit';

export const style = css`
  :host {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / 15rem minmax(0, 1fr);
    height: 100dvh;
    background: var(--paper);
  }
  header {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: center;
    padding: var(--s2) var(--s4);
    border-bottom: 1px solid var(--hairline);
    background: var(--card);
  }
  .name {
    margin-inline-end: auto;
  }
  header label {
    display: grid;
    gap: 2px;
    color: var(--ink-soft);
    font-size: var(--t0);
  }
  header select {
    font-size: var(--t1);
  }
  header .tick {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-height: 48px;
    color: var(--ink);
    font-size: var(--t1);
    cursor: pointer;
  }
  .tick input {
    min-height: 0;
    width: 1.3em;
    height: 1.3em;
  }
  a.quiet {
    text-decoration: none;
  }
  .error {
    grid-column: 1 / -1;
    padding: var(--s2) var(--s4);
  }
  .error:empty {
    display: none;
  }
  nav {
    grid-row: 3;
    display: flex;
    flex-direction: column;
    gap: 2px;
    padding: var(--s3) var(--s2);
    border-inline-end: 1px solid var(--hairline);
    overflow-y: auto;
  }
  nav p {
    margin: auto 0 0;
    padding: var(--s3) var(--s2) 0;
  }
  .way {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-height: 48px;
    padding: 0.3em 0.6em;
    border: 0;
    border-radius: var(--radius);
    background: none;
    color: var(--ink);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .way[aria-pressed='true'] {
    background: var(--shade);
    font-weight: 600;
  }
  main {
    grid-row: 3;
    display: grid;
    place-content: center;
    margin: var(--s3);
    padding: var(--s2);
    min-width: 0;
    min-height: 0;
    overflow: hidden;
  }
  .screen {
    overflow: hidden;
    border-radius: 6px;
    box-shadow: 0 0 0 1px var(--edge), 0 6px 30px rgb(0 0 0 / 18%);
  }
  iframe {
    display: block;
    border: 0;
    transform-origin: 0 0;
  }
`;
