import { css } from 'lit';

export const style = css`
  :host {
    max-width: 1200px;
    margin: 0 auto;
    padding: 0 var(--s4) var(--s5);
  }
  .error:empty {
    display: none;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: end;
    justify-content: space-between;
    padding: var(--s4) 0 var(--s3);
  }
  header > div {
    max-width: 44rem;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
  }
  a {
    display: inline-flex;
    align-items: center;
    min-height: 32px;
    color: inherit;
    text-underline-offset: 3px;
  }
  main {
    display: grid;
    gap: var(--s4);
  }
  section {
    display: grid;
    gap: var(--s2);
    min-width: 0;
    padding: var(--s4);
    border: 1px solid var(--hairline);
    border-radius: 12px;
    background: var(--card);
  }
  .batch {
    border-color: var(--ink);
  }
  .words li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--s2) var(--s4);
    align-items: center;
    padding: var(--s2) 0;
    border-top: 1px solid var(--hairline);
  }
  .words .said {
    columns: auto;
    font: 500 var(--t2) / 1.35 var(--font-voice);
  }
  .masked .said {
    color: var(--ink-soft);
    text-decoration: line-through;
  }
  .mark {
    display: inline;
    width: auto;
    height: auto;
    background: none;
    margin-inline-start: 0.6em;
    font-size: var(--t0);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    justify-content: flex-end;
  }
  form {
    display: flex;
    gap: var(--s2);
  }
  .scroll {
    overflow-x: auto;
  }
  summary {
    min-height: 44px;
    display: flex;
    align-items: center;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  @media (width < 700px) {
    .words li {
      grid-template-columns: minmax(0, 1fr);
    }
    .acts {
      justify-content: flex-start;
    }
  }
`;
