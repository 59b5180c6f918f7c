import { css } from 'lit';

export const style = css`
  :host {
    max-width: 900px;
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
  .links a {
    display: inline-flex;
    align-items: center;
    min-height: 32px;
    color: inherit;
    text-underline-offset: 3px;
  }
  a.primary {
    text-decoration: none;
  }
  main {
    display: grid;
    gap: var(--s4);
  }
  section {
    display: grid;
    gap: var(--s2);
    padding: var(--s4);
    border: 1px solid var(--hairline);
    border-radius: 12px;
    background: var(--card);
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 3fr);
    gap: 0 var(--s3);
    padding: var(--s2) 0;
    border-top: 1px solid var(--hairline);
  }
  dt {
    color: var(--ink-soft);
    font-size: var(--t0);
  }
  dt b {
    margin-inline-start: 0.6em;
    color: var(--ink);
    font-size: var(--t1);
    overflow-wrap: anywhere;
  }
  dd {
    font-size: var(--t2);
  }
  .said {
    min-height: 1.5em;
    font-weight: 600;
  }
  .decided {
    padding: var(--s2) var(--s3);
    border-inline-start: 4px solid var(--hairline);
  }
  form {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
    gap: var(--s3) var(--s4);
    align-items: end;
  }
  label {
    display: grid;
    gap: var(--s1);
  }
  label input {
    width: 100%;
    max-width: 10em;
  }
  .link input {
    width: 100%;
    max-width: none;
    font-size: var(--t0);
  }
  .acts {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3);
  }
  @media (width < 700px) {
    dl > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
