import { css } from 'lit';

/** The browser's frame, and the portal's page inside it. */
export const frame = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    overflow: hidden;
    border: 1.5px solid var(--edge);
    border-radius: 12px;
    background: #fff;
    color: #26353b;
    color-scheme: light;
    --head: #14242a;
    --text-soft: #4a5a61;
    --line: #dbe2e5;
    --line-strong: #7b8a91;
    --ground: #f5f7f8;
    --brand-deep: color-mix(in oklab, var(--brand) 84%, #000);
    --brand-deeper: color-mix(in oklab, var(--brand) 70%, #000);
    --brand-pale: color-mix(in oklab, var(--brand) 7%, #fff);
    --brand-tint: color-mix(in oklab, var(--brand) 15%, #fff);
    box-shadow: 0 10px 30px rgb(29 27 22 / 16%);
    position: relative;
    font: clamp(16px, 0.86rem * var(--big), 40px) / 1.5 Arial, 'Liberation Sans', Helvetica, sans-serif;
  }
  .chrome {
    flex: none;
    display: flex;
    align-items: center;
    gap: 0.7em;
    padding: 0.35em 0.7em;
    background: #dfe3e6;
    border-block-end: 1px solid #bcc4c8;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 48px;
    padding: 0 0.9em 0 0.6em;
    border: 0;
    border-radius: 999px;
    background: transparent;
    color: #22333a;
    font: inherit;
    cursor: pointer;
    touch-action: manipulation;
  }
  .back:hover:enabled { background: #cdd4d8; }
  .back:disabled { color: #687277; cursor: default; }
  .back:dir(rtl) .icon { scale: -1 1; }
  .address {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    align-items: center;
    gap: 0.5em;
    margin: 0;
    padding: 0.4em 1em;
    border-radius: 999px;
    background: #fff;
    color: #3d4b51;
    direction: ltr;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .bar { flex: none; block-size: 3px; overflow: hidden; background: transparent; }
  .bar.on::after {
    content: '';
    display: block;
    block-size: 100%;
    inline-size: 40%;
    background: var(--brand);
    animation: run 1.1s infinite ease-in-out;
  }
  @keyframes run { from { translate: -100%; } to { translate: 260%; } }
  .scroll {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    display: flex;
    flex-direction: column;
    container-type: inline-size;
    background: #fff;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    padding: 0.8em clamp(1em, 4cqi, 3em);
  }
  .head img { block-size: 2.7em; max-inline-size: 60%; }
  .name { font-size: 1.3em; font-weight: 700; color: var(--brand); }
  .account { color: var(--text-soft); font-size: 0.9em; text-align: end; }
  nav.menu {
    display: flex;
    flex-wrap: wrap;
    padding: 0 clamp(0.2em, 3.2cqi, 2.2em);
    background: var(--brand);
  }
  nav.menu button {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    min-block-size: 52px;
    padding: 0 0.85em;
    border: 0;
    border-block-end: 4px solid transparent;
    background: transparent;
    color: #fff;
    font: inherit;
    cursor: pointer;
    touch-action: manipulation;
  }
  @container (max-width: 46em) {
    nav.menu .icon { display: none; }
  }
  nav.menu button:hover { background: var(--brand-deep); }
  nav.menu button:active { background: var(--brand-deeper); }
  nav.menu button[aria-current] { border-block-end-color: #fff; font-weight: 700; }
  nav.menu :focus-visible { outline-color: #fff; outline-offset: -5px; }
  .page { flex: 1; position: relative; padding: 1.6em clamp(1em, 4cqi, 3em) 2.5em; }
  .page:focus { outline: none; }
  .sided { display: grid; grid-template-columns: 12em 1fr; gap: 2em; }
  .side { display: flex; flex-direction: column; border-inline-end: 1px solid var(--line); }
  .bare { max-inline-size: 30em; inline-size: 100%; margin: 0 auto; }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.6em;
    align-items: center;
    padding: 0.7em clamp(1em, 4cqi, 3em);
    background: #eef1f2;
    border-block-start: 1px solid var(--line);
    font-size: 0.85em;
    color: var(--text-soft);
  }
  .foot .link { color: #33454c; }
  .foot p { margin: 0; }
  .veil {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: start center;
    justify-items: center;
    gap: 1em;
    padding-block-start: 6em;
    background: rgb(255 255 255 / 84%);
    color: var(--text-soft);
  }
  .spinner {
    inline-size: 3em;
    block-size: 3em;
    border: 0.35em solid var(--line);
    border-block-start-color: var(--brand);
    border-radius: 50%;
    animation: spin 0.9s infinite linear;
  }
  @keyframes spin { to { rotate: 1turn; } }
  :host([still]) .spinner, :host([still]) .bar.on::after { animation: none; }
  .bar:not(.on) { background: #dfe3e6; }
`;

/** What lies on a page. */
export const blocks = css`
  .text { max-inline-size: 42em; }
  .text ul { margin: 0 0 0.8em; padding-inline-start: 1.3em; }
  .banner {
    display: flex;
    gap: 0.7em;
    margin-block-end: 1.2em;
    padding: 0.8em 1em;
    border-radius: 6px;
    border-inline-start: 6px solid;
  }
  .banner .icon { flex: none; margin-block-start: 0.15em; }
  .info { background: #e9f1f8; border-color: #2b6aa0; color: #163f61; }
  .warning { background: #fff5dc; border-color: #c98a0a; color: #5b3f05; }
  .error { background: #fdeceb; border-color: #b3261e; color: #6f120d; }
  .good { background: #e8f5ec; border-color: #23784a; color: #124a2b; }
  .notice { display: grid; justify-items: center; gap: 0.3em; max-inline-size: 34em; margin: 2.2em auto; text-align: center; }
  .notice > .icon { margin-block-end: 0.5em; padding: 0.85em; border-radius: 50%; background: var(--brand-tint); color: var(--brand); box-sizing: content-box; inline-size: 2.2em; block-size: 2.2em; }
  .notice ul { text-align: start; }
  .links { list-style: none; margin: 0 0 1em; padding: 0; }
  .buttons { display: flex; flex-wrap: wrap; gap: 0.7em; margin-block-end: 1.2em; }
  .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15em, 100%), 1fr)); gap: 1.1em; margin-block-end: 1.6em; }
  .card {
    display: flex;
    flex-direction: column;
    padding: 1.15em 1.25em 0.7em;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: #fff;
    box-shadow: 0 1px 2px rgb(20 38 44 / 6%), 0 2px 8px rgb(20 38 44 / 4%);
  }
  .card h3 { display: flex; align-items: center; gap: 0.6em; }
  .sign { flex: none; display: grid; place-items: center; inline-size: 2.3em; block-size: 2.3em; border-radius: 8px; background: var(--brand-tint); color: var(--brand); }
  .card > p:last-of-type { flex: 1; }
  .more { margin-block-start: auto; }
  .card img { inline-size: 100%; margin-block-end: 0.8em; border-radius: 4px; }
  .figure { margin: 0 0 0.2em; font-size: 1.9em; line-height: 1.2; font-weight: 700; letter-spacing: -0.02em; color: var(--brand); font-variant-numeric: tabular-nums; }
  .table { overflow-x: auto; max-inline-size: 54em; margin-block-end: 1.5em; border: 1px solid var(--line); border-radius: 8px; }
  table { inline-size: 100%; border-collapse: collapse; }
  caption { padding: 0.7em 1em 0; text-align: start; font-size: 0.92em; color: var(--text-soft); }
  th, td { padding: 0.65em 1em; border-block-end: 1px solid var(--line); text-align: start; vertical-align: baseline; }
  tbody tr:last-child td { border-block-end: 0; }
  tbody tr:hover td { background: var(--brand-pale); }
  th, thead td { background: var(--ground); font-size: 0.86em; font-weight: 600; color: var(--text-soft); white-space: nowrap; }
  td { font-variant-numeric: tabular-nums; }
  .end { text-align: end; }
  .do { padding-block: 0; white-space: nowrap; }
  figure { margin: 0 0 1.2em; max-inline-size: 36em; }
  figure img { inline-size: 100%; block-size: auto; display: block; }
  figcaption { margin-block-start: 0.4em; font-size: 0.85em; color: var(--text-soft); }
  portal-form, portal-chat, portal-search { margin-block-end: 1.6em; }
`;
