import { css } from 'lit';

export const styles = css`
  exit-map {
    block-size: 100%;
  }
  .shift,
  .write {
    display: grid;
    align-content: center;
    gap: var(--s5);
    max-inline-size: 62em;
    min-block-size: 100%;
    margin-inline: auto;
  }
  .shift ol {
    display: grid;
    gap: var(--s4);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .shift h2 {
    font: 500 var(--t2) / 1.25 var(--font-room);
  }
  .legend {
    display: flex;
    gap: var(--s4);
    color: var(--ink-soft);
  }
  .legend i {
    display: inline-block;
    inline-size: 1em;
    block-size: 0.95em;
    margin-inline-end: 0.3em;
    border: 2px solid var(--ink);
    border-radius: 52% 48% 55% 45% / 47% 56% 44% 53%;
    background: var(--station);
    vertical-align: -0.1em;
  }
  .legend i.before {
    border-style: dashed;
    background: none;
  }
  .write h1 {
    font: 480 var(--t5) / 1.12 var(--font-voice);
  }
  textarea {
    display: block;
    inline-size: 100%;
    margin-block-start: var(--s2);
    padding: var(--s3) var(--s4);
    border: 0;
    border-block-end: 2px solid var(--ink);
    border-radius: var(--radius) var(--radius) 0 0;
    background: var(--card);
    color: var(--ink);
    font: 400 var(--t4) / 1.35 var(--font-voice);
    resize: none;
  }
  label > span,
  legend {
    display: block;
    margin-block-end: var(--s2);
    padding: 0;
    color: var(--ink-soft);
  }
  .whens {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 14em));
    gap: var(--s3);
  }
  .debrief {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    align-items: center;
    gap: var(--s4);
  }
  .debrief .choice span {
    display: flex;
    align-items: center;
    gap: 0.6em;
    text-align: start;
  }
  .debrief i {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 1.3em;
    block-size: 1.3em;
    border: 2px solid var(--ink);
    border-radius: 4px;
    font-style: normal;
  }
  figure {
    display: grid;
    gap: var(--s1);
    margin: 0;
    padding: var(--s3) var(--s4);
    border: 1px solid var(--hairline);
    background: var(--card);
  }
  blockquote {
    display: -webkit-box;
    overflow: hidden;
    margin: 0;
    font: 400 var(--t2) / 1.3 var(--font-voice);
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  figcaption {
    color: var(--ink-soft);
  }
  .thanks {
    display: grid;
    align-content: center;
    gap: var(--s4);
    min-block-size: 100%;
    max-inline-size: 40em;
    margin-inline: auto;
  }
  .thanks h1 {
    font: 480 var(--t6) / 1.08 var(--font-voice);
  }
  .thanks p {
    font-size: var(--t3);
    text-wrap: pretty;
  }
  @container (max-height: 760px) {
    .shift,
    .write {
      gap: var(--s3);
    }
    .shift ol {
      gap: var(--s2);
    }
    .thanks h1 {
      font-size: var(--t5);
    }
  }
  @container (max-width: 50em) and (aspect-ratio >= 1) {
    .shift .lead,
    .write .lead {
      display: none;
    }
    .debrief {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
    blockquote {
      -webkit-line-clamp: 2;
      font-size: var(--t1);
    }
    .shift,
    .shift ol {
      gap: var(--s2);
    }
  }
`;
