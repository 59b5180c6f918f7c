import { css } from 'lit';

export const style = css`
  :host {
    display: grid;
    gap: var(--s3);
    min-height: 0;
  }
  section {
    display: grid;
    gap: var(--s3);
    padding: var(--s4);
    border: 1px solid var(--hairline);
    border-radius: 12px;
    background: var(--card);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: center;
  }
  .top h2 {
    margin-inline-end: auto;
  }
  .reads {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-height: 48px;
    cursor: pointer;
  }
  .reads input {
    min-height: 0;
    width: 1.3em;
    height: 1.3em;
  }
  a.quiet {
    text-decoration: none;
  }
  form.top {
    align-items: end;
  }
  form input {
    width: 24em;
    max-width: 100%;
  }
  .at,
  .who {
    width: 1%;
    padding-inline-end: 1.6em;
    white-space: nowrap;
  }
  .code {
    letter-spacing: 0.08em;
  }
`;
