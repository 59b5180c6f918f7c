import { css } from 'lit';

/** Styles of the room's buttons: `primary`, one a screen, where the thumb rests; `quiet` for the way round it. */
export const buttons = css`
  .primary,
  .quiet {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    box-sizing: border-box;
    margin: 0;
    border-radius: var(--radius);
    font: 600 var(--t2) / 1.2 var(--font-room);
    text-align: center;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
    transition: translate var(--quick) var(--ease), background-color var(--quick) var(--ease);
  }
  .primary {
    min-height: max(64px, 3.2em);
    padding: 0.5em 1.6em;
    border: 2px solid var(--ink);
    background: var(--ink);
    color: var(--paper);
  }
  .quiet {
    min-height: max(48px, 2.4em);
    padding: 0.35em 1em;
    border: 1.5px solid var(--edge);
    background: transparent;
    color: var(--ink);
    font-weight: 500;
    font-size: var(--t1);
  }
  .icon {
    flex: none;
  }
  .primary:active,
  .quiet:active {
    translate: 0 2px;
  }
  .quiet:active {
    background: var(--shade);
  }
  .primary:disabled,
  .quiet:disabled {
    border-color: var(--hairline);
    background: var(--shade);
    color: var(--ink-soft);
    cursor: default;
    translate: none;
  }
  .primary:focus-visible,
  .quiet:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 3px;
  }
`;
