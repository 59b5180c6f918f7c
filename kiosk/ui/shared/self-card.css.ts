import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    font-family: var(--font-room);
    font-size: var(--t1);
    line-height: 1.35;
    color: var(--ink);
  }
  article {
    display: grid;
    align-content: start;
    gap: var(--s3);
    box-sizing: border-box;
    block-size: 100%;
    padding: var(--s4);
    border: 1.5px solid var(--edge);
    border-radius: 3px;
    background: var(--card);
    box-shadow: 0 3px 0 var(--hairline);
    overflow-wrap: anywhere;
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: start;
    gap: var(--s3);
  }
  p,
  ul,
  blockquote {
    margin: 0;
    padding: 0;
  }
  .private {
    display: flex;
    align-items: center;
    gap: 0.4em;
    color: var(--ink-soft);
  }
  .where {
    font: 480 var(--t4) / 1.15 var(--font-voice);
  }
  ul {
    display: grid;
    gap: 0.25em;
    list-style: none;
  }
  li {
    padding-inline-start: 0.8em;
    border-inline-start: 3px solid var(--station-ink);
  }
  .words,
  blockquote {
    font-family: var(--font-voice);
    font-size: var(--t2);
    white-space: pre-line;
  }
  blockquote {
    font-style: italic;
  }
  .feelings {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2) var(--s3);
  }
  .feeling {
    display: flex;
    align-items: center;
    gap: 0.4em;
    font-weight: 600;
  }
  .feeling svg {
    inline-size: 2.4em;
    block-size: 2.4em;
  }
  .skin {
    fill: var(--station);
  }
  .feeling .line {
    fill: none;
    stroke: var(--on-station);
    stroke-width: 1.2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .ink {
    fill: var(--on-station);
  }
  .on {
    color: var(--ink-soft);
  }
  .aside {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  p.line {
    block-size: 1.6em;
    border-block-end: 1.5px dotted var(--edge);
  }
  p.line:nth-of-type(even) {
    inline-size: 82%;
  }
`;
