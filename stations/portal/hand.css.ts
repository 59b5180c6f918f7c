import { css } from 'lit';

/** What lies in the margin: paper and a phone, of the room's make. */
export const hand = css`
  :host { display: flex; flex-direction: column; gap: var(--s2); min-block-size: 0; color: var(--ink); font: 400 1em / 1.4 var(--font-room); }
  * { box-sizing: border-box; }
  p, dl, dd, h3 { margin: 0; }
  button { font: inherit; color: inherit; cursor: pointer; touch-action: manipulation; }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  [role='tablist'] { display: flex; border-block-end: 1px solid var(--edge); }
  [role='tab'] {
    flex: 1;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.35em;
    min-block-size: 48px;
    padding: 0 0.4em;
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    color: var(--ink-soft);
  }
  [role='tab'][aria-selected='true'] { border-block-end-color: var(--station); color: var(--ink); font-weight: 600; }
  .icon { flex: none; }
  .n { min-inline-size: 1.5em; padding: 0 0.35em; border-radius: 1em; background: var(--station); color: var(--on-station); font: 600 0.85em / 1.5 var(--font-room); text-align: center; }
  [role='tabpanel'] { min-block-size: 0; }

  .card { padding: var(--s3) var(--s3) var(--s2); border: 1px solid var(--hairline); border-radius: 3px; background: var(--card); box-shadow: 0 3px 10px rgb(29 27 22 / 14%); }
  .title { font-weight: 600; }
  dl > div { display: flex; justify-content: space-between; align-items: baseline; gap: var(--s2); padding-block: 0.12em; border-block-end: 1px dotted var(--edge); }
  dt { color: var(--ink-soft); }
  dd { font-weight: 600; font-variant-numeric: tabular-nums; text-align: end; }
  .note { margin-block-start: var(--s2); font: italic 400 0.95em / 1.3 var(--font-voice); }

  @container (max-height: 760px) {
    .note { display: none; }
  }
  .phone { padding: 0.45em; border-radius: 1.1em; background: #24262a; box-shadow: 0 4px 14px rgb(29 27 22 / 26%); }
  .glass { block-size: 12em; overflow-y: auto; padding: 0.4em; border-radius: 0.75em; background: #eceef1; color: #1c2126; font: 400 0.9em / 1.35 Arial, 'Liberation Sans', Helvetica, sans-serif; color-scheme: light; }
  .none { padding: 3.5em 1em 0; text-align: center; color: #4b545c; }
  .message { display: block; inline-size: 100%; margin-block-end: 0.4em; padding: 0.55em 0.7em; border: 0; border-radius: 0.7em; background: #fff; color: #1c2126; text-align: start; }
  button.message { min-block-size: 48px; }
  button.message:hover { background: #f7f9fa; }
  button.message:active { background: #dfe4e8; }
  .message header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.1em 0.4em; margin-block-end: 0.3em; font-size: 0.92em; }
  .message .icon { vertical-align: -0.2em; color: #4b545c; }
  .when { margin-inline-start: auto; color: #4b545c; font-size: 0.92em; }
  .line { display: block; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; color: #4b545c; }
  h3 { margin-block-end: 0.25em; font-size: 1em; line-height: 1.25; }
  article p + p { margin-block-start: 0.5em; }
  .code { padding: 0 0.15em; border-radius: 0.2em; background: #e3eefc; font-size: 1.15em; letter-spacing: 0.06em; font-variant-numeric: tabular-nums; }
  .go { min-block-size: 48px; margin-block-start: 0.5em; padding: 0 1em; border: 1px solid #1f5fae; border-radius: 0.6em; background: #fff; color: #1f5fae; font-weight: 600; }
  @media (prefers-reduced-motion: no-preference) {
    article.message { animation: come 200ms var(--ease); }
    @keyframes come { from { translate: 0 -0.6em; opacity: 0; } }
  }
`;
