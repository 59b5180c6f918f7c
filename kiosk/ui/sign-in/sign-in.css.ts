import { css } from 'lit';

export const style = css`
  main {
    display: grid;
    place-items: center;
    min-height: 100vh;
    box-sizing: border-box;
    padding: var(--s4);
  }
  form {
    display: grid;
    gap: var(--s3);
    width: min(30rem, 100%);
    box-sizing: border-box;
    padding: var(--s5);
    border: 1px solid var(--hairline);
    border-radius: 12px;
    background: var(--card);
  }
  fieldset {
    display: grid;
    gap: var(--s2);
    border: 0;
  }
  legend {
    margin-bottom: var(--s2);
    padding: 0;
    color: var(--ink-soft);
  }
  .role {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--s3);
    align-items: center;
    min-height: 48px;
    padding: var(--s2) var(--s3);
    border: 1.5px solid var(--edge);
    border-radius: var(--radius);
    cursor: pointer;
  }
  .role:has(:checked) {
    border-color: var(--ink);
    background: var(--shade);
  }
  .passphrase {
    display: grid;
    gap: var(--s1);
    font-weight: 600;
  }
  .passphrase input {
    min-height: 52px;
    font-size: var(--t2);
    font-weight: 400;
  }
  input[type='radio'],
  input[type='checkbox'] {
    width: 22px;
    height: 22px;
    min-height: 0;
    margin: 0;
    accent-color: var(--ink);
  }
  .show {
    display: flex;
    gap: var(--s2);
    align-items: center;
    min-height: 44px;
    cursor: pointer;
  }
  .error:empty {
    display: none;
  }
  .primary {
    justify-self: end;
  }
`;
