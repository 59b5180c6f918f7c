import { css } from 'lit';

/** The customer's world: the portal's own type and colours, not the room's. */
export const controls = css`
  :host { display: block; }
  * { box-sizing: border-box; }
  h2, h3, p { margin: 0 0 0.6em; }
  h2 { font-size: 1.6em; line-height: 1.2; font-weight: 700; letter-spacing: -0.01em; color: var(--head); text-wrap: balance; }
  h3 { font-size: 1.12em; line-height: 1.3; font-weight: 700; color: var(--head); }
  .small { font-size: 0.86em; line-height: 1.45; color: var(--text-soft); }
  .act {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 48px;
    padding: 0.5em 1.35em;
    border: 1.5px solid var(--brand);
    border-radius: 6px;
    background: var(--brand);
    color: #fff;
    font: inherit;
    font-weight: 600;
    line-height: 1.2;
    cursor: pointer;
    touch-action: manipulation;
    transition: background 120ms, border-color 120ms, color 120ms;
  }
  .act:hover:enabled { background: var(--brand-deep); border-color: var(--brand-deep); }
  .act:active:enabled { background: var(--brand-deeper); translate: 0 1px; }
  .act.plain { background: #fff; color: var(--brand); }
  .act.plain:hover:enabled { background: var(--brand-pale); color: var(--brand-deep); }
  .act.plain:active:enabled { background: var(--brand-tint); }
  .act:disabled { border-color: var(--line-strong); background: var(--ground); color: var(--text-soft); cursor: default; }
  .link {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    min-block-size: 48px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--brand);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    cursor: pointer;
    touch-action: manipulation;
  }
  .link:hover { color: var(--brand-deep); text-decoration-thickness: 2px; }
  .link:active { color: var(--brand-deeper); }
  .icon { flex: none; }
  :focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
  input:not([type='checkbox']), select, textarea {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 0.5em 0.75em;
    border: 1px solid var(--line-strong);
    border-radius: 6px;
    background: #fff;
    color: var(--head);
    font: inherit;
    transition: border-color 120ms, box-shadow 120ms;
  }
  input:not([type='checkbox']):hover, select:hover, textarea:hover { border-color: var(--text-soft); }
  input:not([type='checkbox']):focus, select:focus, textarea:focus { border-color: var(--brand); box-shadow: 0 0 0 1px var(--brand); }
  textarea { resize: none; }
  select {
    appearance: none;
    padding-inline-end: 2.4em;
    background: #fff url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='16' height='16' fill='none' stroke='%2344545b' stroke-width='2' stroke-linecap='round'%3E%3Cpath d='M3 6l5 5 5-5'/%3E%3C/svg%3E") no-repeat right 0.8em center;
  }
  select:dir(rtl) { background-position: left 0.8em center; }
  .code { max-inline-size: 12em; font-variant-numeric: tabular-nums; letter-spacing: 0.18em; font-size: 1.15em; }
  input[type='checkbox'] { flex: none; inline-size: 1.5em; block-size: 1.5em; accent-color: var(--brand); }
  [aria-invalid='true'] { border-color: #b3261e !important; box-shadow: 0 0 0 1px #b3261e; }
  .field { max-inline-size: 25em; margin-block-end: 1.15em; }
  .field.wide { max-inline-size: 36em; }
  label, .label { display: block; margin-block-end: 0.35em; font-weight: 600; color: var(--head); }
  label.check { display: flex; gap: 0.7em; align-items: center; min-block-size: 48px; font-weight: 400; }
  .hint { display: block; margin-block-end: 0.4em; font-size: 0.88em; color: var(--text-soft); }
  .wrong { display: block; margin-block-end: 0.4em; font-size: 0.92em; font-weight: 600; color: #a01c15; }
  .says {
    padding: 0.8em 1em;
    border: 1px solid #e3a8a4;
    border-inline-start: 5px solid #b3261e;
    border-radius: 6px;
    background: #fdeceb;
    color: #6f120d;
  }
`;
