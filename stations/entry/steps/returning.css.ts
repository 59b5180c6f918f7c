import { css } from 'lit';

export const styles = css`
  form,
  .told {
    display: grid;
    align-content: center;
    justify-items: start;
    gap: var(--s4);
    max-inline-size: 44em;
    min-block-size: 100%;
    margin-inline: auto;
  }
  .lead {
    margin: 0;
  }
  label:not(.choice) {
    color: var(--ink-soft);
  }
  form input {
    display: block;
    inline-size: 10.5ch;
    max-inline-size: 100%;
    margin-block-start: var(--s2);
    padding: var(--s2) var(--s3);
    border: 0;
    border-block-end: 3px solid var(--ink);
    border-radius: var(--radius) var(--radius) 0 0;
    background: var(--card);
    color: var(--ink);
    font: 600 var(--t5) / 1.2 var(--font-room);
    letter-spacing: 0.16em;
    text-transform: uppercase;
    font-feature-settings: 'zero', 'lnum';
  }
  [aria-live] {
    min-block-size: 1.4em;
  }
  .problem {
    color: var(--bad);
    font-weight: 600;
  }
  blockquote {
    margin: 0;
    font: 400 var(--t4) / 1.3 var(--font-voice);
    overflow-wrap: anywhere;
  }
  .told h1 {
    margin-block-start: var(--s3);
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 12em));
    gap: var(--s3);
    inline-size: 100%;
  }
  .soft {
    color: var(--ink-soft);
  }
  @container (max-height: 760px) {
    form,
    .told {
      gap: var(--s2);
    }
    .told h1 {
      margin-block-start: var(--s2);
      font-size: var(--t4);
    }
    blockquote {
      font-size: var(--t3);
    }
  }
`;
