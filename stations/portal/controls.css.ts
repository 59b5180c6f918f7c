import { css } from 'lit';

/** The customer's world: the portal's own type and colours, not the room's. */
export const controls = css`
  :host { display: block; }
  * { box-sizing: border-box; }
  h2, h3, p { margin: 0 0 0.6em; }
  h2 { font-size: 1.55em; line-height: 1.2; font-weight: 700; color: #14262c; }
  h3 { font-size: 1.1em; line-height: 1.25; font-weight: 700; color: #14262c; }
  .small { font-size: 0.85em; color: #4d5c62; }
  .act {
    display: inline-block;
    min-block-size: 48px;
    padding: 0.55em 1.3em;
    border: 2px solid var(--brand);
    border-radius: 6px;
    background: var(--brand);
    color: #fff;
    font: inherit;
    font-weight: 600;
    line-height: 1.2;
    cursor: pointer;
    touch-action: manipulation;
  }
  .act.plain { background: #fff; color: var(--brand); border-width: 1px; }
  .act:active { filter: brightness(0.9); }
  .link {
    min-block-size: 48px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--brand);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
    touch-action: manipulation;
  }
  :focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
  input:not([type='checkbox']), select, textarea {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 0.5em 0.7em;
    border: 1px solid #7b8a90;
    border-radius: 5px;
    background: #fff;
    color: #14262c;
    font: inherit;
  }
  input[type='checkbox'] { inline-size: 1.5em; block-size: 1.5em; accent-color: var(--brand); }
  [aria-invalid='true'] { border-color: #b3261e !important; box-shadow: 0 0 0 1px #b3261e; }
  .field { max-inline-size: 24em; margin-block-end: 1.1em; }
  label { display: block; margin-block-end: 0.3em; font-weight: 600; }
  label.check { display: flex; gap: 0.6em; align-items: center; min-block-size: 48px; font-weight: 400; }
  .hint { display: block; margin-block-end: 0.3em; font-size: 0.85em; color: #4d5c62; }
  .wrong { display: block; margin-block-end: 0.3em; font-size: 0.9em; font-weight: 600; color: #a01c15; }
  .says {
    padding: 0.8em 1em;
    border: 1px solid #b3261e;
    border-inline-start-width: 6px;
    border-radius: 5px;
    background: #fdeceb;
    color: #6f120d;
  }
`;
