import { css } from 'lit';

/** The computer's own window: grey, and of no company. */
export const picker = css`
  :host { position: absolute; inset: 0; z-index: 4; display: grid; place-items: center; padding: 1em; background: rgb(20 30 36 / 45%); }
  * { box-sizing: border-box; }
  dialog {
    position: static;
    display: flex;
    flex-direction: column;
    inline-size: min(100%, 44em);
    max-block-size: 100%;
    margin: 0;
    padding: 0;
    border: 1px solid #8b969c;
    border-radius: 10px;
    background: #fbfbfa;
    color: #202427;
    box-shadow: 0 18px 50px rgb(10 20 26 / 40%);
    overflow: hidden;
  }
  header { padding: 0.7em 1.1em; background: #e7e9ea; border-block-end: 1px solid #cdd2d5; }
  h2 { margin: 0; font-size: 1em; font-weight: 700; text-align: center; }
  .where { display: flex; align-items: center; gap: 0.5em; padding: 0.7em 1.1em; color: #4a545a; font-size: 0.92em; }
  .files {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9.5em, 1fr));
    gap: 0.5em;
    padding: 0.3em 1.1em 1.1em;
  }
  button { font: inherit; cursor: pointer; touch-action: manipulation; }
  [role='radio'] {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 0.25em;
    padding: 0.7em 0.5em;
    border: 2px solid transparent;
    border-radius: 8px;
    background: transparent;
    color: inherit;
  }
  [role='radio']:hover { background: #eef1f3; }
  [role='radio'][aria-checked='true'] { background: #dce9f7; border-color: #2f6db5; }
  .thumb { display: flex; align-items: center; justify-content: center; inline-size: 100%; block-size: 6em; }
  .thumb img { max-inline-size: 100%; max-block-size: 6em; border-radius: 3px; box-shadow: 0 1px 4px rgb(0 0 0 / 25%); }
  .thumb .icon { inline-size: 3.2em; block-size: 3.2em; color: #5b666c; stroke-width: 1.2; }
  .name { overflow-wrap: anywhere; text-align: center; font-size: 0.9em; line-height: 1.25; }
  .size { color: #4a545a; font-size: 0.82em; }
  footer { display: flex; flex-wrap: wrap; gap: 0.6em; align-items: center; padding: 0.8em 1.1em; border-block-start: 1px solid #d9dddf; background: #f1f2f2; }
  footer p { flex: 1 1 12em; margin: 0; font-size: 0.85em; color: #4a545a; }
  footer button { min-block-size: 48px; padding: 0 1.4em; border: 1px solid #8b969c; border-radius: 7px; background: #fff; color: #202427; }
  footer .go { border-color: #2a64a8; background: #2a64a8; color: #fff; font-weight: 600; }
  footer .go:disabled { border-color: #c3c9cc; background: #e4e7e8; color: #5c666b; cursor: default; }
  footer button:enabled:active { filter: brightness(0.92); }
  :focus-visible { outline: 3px solid #0b57d0; outline-offset: 1px; }
`;
