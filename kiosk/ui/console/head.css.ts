import { css } from 'lit';

/** The head of the page, and what is told under it. */
export const headStyle = css`
  header {
    display: flex;
    gap: var(--s2) var(--s4);
    align-items: center;
    padding: var(--s2) var(--s3) var(--s2) var(--s4);
    border-bottom: 1px solid var(--hairline);
    background: var(--card);
  }
  .name {
    margin-inline-end: auto;
  }
  .name p {
    white-space: nowrap;
  }
  .course {
    display: flex;
  }
  .course li {
    display: flex;
    gap: 0.4em;
    align-items: center;
    padding: 0.25em 0.8em;
    border-block-end: 3px solid var(--hairline);
    color: var(--ink-soft);
    white-space: nowrap;
  }
  .course li[aria-current='step'] {
    border-color: var(--ink);
    color: var(--ink);
    font-weight: 600;
  }
  .step {
    display: flex;
    gap: var(--s3);
    align-items: center;
  }
  .step p {
    max-width: 14rem;
    text-align: end;
    text-wrap: balance;
  }
  .step .primary,
  .pause {
    min-height: 52px;
    white-space: nowrap;
  }
  .rests {
    display: flex;
    gap: var(--s4);
    align-items: center;
    justify-content: center;
    padding: var(--s3) var(--s4);
    background: var(--ink);
    color: var(--paper);
    font-size: var(--t2);
  }
  .rests .primary {
    min-height: 64px;
    padding-inline: 2.4em;
    border-color: var(--paper);
    background: var(--paper);
    color: var(--ink);
    font-size: var(--t3);
  }
  .band:not(:empty) {
    padding: var(--s2) var(--s4);
    background: var(--ink);
    color: var(--paper);
  }
  .error:empty {
    display: none;
  }
  p.error {
    padding: var(--s2) var(--s4);
  }
  .news:not(:empty) {
    display: flex;
    gap: var(--s1) var(--s2);
    flex-wrap: wrap;
    padding: var(--s1) var(--s3);
    border-bottom: 1px solid var(--hairline);
  }
  .news button {
    display: inline-flex;
    gap: 0.4em;
    align-items: center;
    min-height: 48px;
    padding: 0 0.8em;
    border: 1.5px solid currentcolor;
    border-radius: var(--radius);
    background: var(--card);
    color: var(--good);
    font: 600 var(--t1) / 1.2 var(--font-room);
    cursor: pointer;
  }
  .news p {
    align-self: center;
  }
  .news button.bad {
    color: var(--bad);
  }
  .news .station {
    color: var(--ink);
    font-weight: 400;
  }
  @media (width < 1500px) {
    header {
      gap: var(--s2) var(--s3);
      padding-inline-start: var(--s3);
    }
    .course li {
      padding-inline: 0.5em;
    }
    .course .icon {
      display: none;
    }
  }
`;
