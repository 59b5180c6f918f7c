import { css } from 'lit';

export const styles = css`
  .meet {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
    gap: var(--s6);
    align-items: center;
    block-size: 100%;
  }
  .meet.plain {
    grid-template-columns: minmax(0, 46em);
    justify-content: center;
  }
  figure {
    block-size: 100%;
    min-block-size: 0;
    margin: 0;
    padding: var(--s3);
    border: 1px solid var(--hairline);
    background: var(--card);
    box-shadow: 0 var(--s1) var(--s4) rgb(0 0 0 / 8%);
  }
  figure img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .who {
    display: grid;
    gap: var(--s3);
    align-content: center;
  }
  .who .first {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--s3);
  }
  .who .role {
    color: var(--station-ink);
    font-size: var(--t2);
    font-weight: 600;
  }
  .who h1 {
    font: 480 var(--t6) / 1.05 var(--font-voice);
    letter-spacing: -0.015em;
  }
  .who .about {
    font-size: var(--t2);
    color: var(--ink-soft);
  }
  .who .story {
    max-inline-size: 38em;
    font: 400 var(--t3) / 1.42 var(--font-voice);
    text-wrap: pretty;
    white-space: pre-line;
  }
  .heavy {
    padding-inline-start: var(--s3);
    border-inline-start: 3px solid var(--station-ink);
  }
  .heavy strong {
    display: block;
  }
  .languages {
    display: flex;
    gap: var(--s2);
  }
  .languages .choice {
    min-block-size: 48px;
    padding: var(--s1) var(--s3);
    font-size: var(--t1);
  }
  .consent,
  .you,
  .comfort {
    display: grid;
    align-content: center;
    gap: var(--s5);
    min-block-size: 100%;
    max-inline-size: 72em;
    margin-inline: auto;
  }
  .papers {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: var(--s5);
  }
  .papers section {
    padding-block-start: var(--s3);
    border-block-start: 2px solid var(--ink);
  }
  h2,
  legend {
    margin-block-end: var(--s3);
    padding: 0;
    font-weight: 600;
    font-size: var(--t2);
  }
  .papers ul {
    display: grid;
    gap: var(--s2);
    list-style: none;
  }
  .papers li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.6em;
  }
  .papers .icon {
    margin-block-start: 0.1em;
    color: var(--station-ink);
  }
  .soft {
    color: var(--ink-soft);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13em), 1fr));
    gap: var(--s3);
  }
  .people {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: var(--s3);
    max-inline-size: 44em;
  }
  .people .choice {
    font-size: var(--t3);
    font-feature-settings: 'lnum';
  }
  .people small {
    font-size: var(--t1);
    font-weight: 400;
  }
  .switches {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--s3);
  }
  .switch {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: var(--s1) var(--s3);
    min-block-size: max(64px, 5.4em);
    padding: var(--s3) var(--s4);
    border: 1.5px solid var(--edge);
    border-radius: var(--radius);
    background: var(--card);
    color: var(--ink);
    font: 400 var(--t1) / 1.25 var(--font-room);
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  .switch > .icon {
    inline-size: 1.7em;
    block-size: 1.7em;
  }
  .switch strong {
    display: block;
    font-size: var(--t2);
    font-weight: 600;
  }
  .switch .state {
    min-inline-size: 3.2em;
    padding: 0.15em 0.6em;
    border: 1.5px solid var(--edge);
    border-radius: 999px;
    text-align: center;
  }
  .switch[aria-checked='true'] {
    border-color: var(--station-ink);
    box-shadow: inset 0 0 0 3px var(--station-ink);
  }
  .switch[aria-checked='true'] .state {
    border-color: var(--station-ink);
    background: var(--station-ink);
    color: var(--paper);
    font-weight: 600;
  }
  .you-are {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--s4);
    min-block-size: 100%;
    text-align: center;
  }
  .you-are h1 {
    font-size: var(--t4);
  }
  .tag {
    display: grid;
    min-inline-size: min(24em, 90cqi);
    overflow: hidden;
    border-radius: calc(var(--radius) * 2);
    background: #fff;
    color: #1d1b16;
    box-shadow: 0 var(--s2) var(--s5) rgb(0 0 0 / 18%);
  }
  .tag .badge {
    border-radius: 0;
  }
  .tag .badge .mark {
    inline-size: calc(var(--t6) * 2.4);
    block-size: calc(var(--t6) * 2.4);
  }
  .tag .badge .words {
    flex: 1;
    padding-inline: var(--s4);
    font: 480 calc(var(--t6) * 1.1) / 1.05 var(--font-voice);
  }
  .tag .below {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--s4);
    padding: var(--s2) var(--s5) var(--s2) var(--s3);
  }
  .tag img {
    inline-size: min(calc(var(--t6) * 2.8), 24cqb);
    block-size: auto;
  }
  .tag p {
    display: grid;
    margin: 0;
    text-align: end;
  }
  .tag .code {
    font: 600 calc(var(--t6) * 1.2) / 1.2 var(--font-room);
    letter-spacing: 0.18em;
    margin-inline-end: -0.18em;
    font-feature-settings: 'zero', 'lnum';
  }
  .tag .label {
    font-size: var(--t1);
  }
  @container (aspect-ratio < 1) {
    .meet {
      grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
      gap: var(--s5);
    }
    .papers,
    .switches {
      grid-template-columns: minmax(0, 1fr);
    }
    .people {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container (max-height: 760px) {
    .meet {
      gap: var(--s5);
    }
    .who {
      gap: var(--s2);
    }
    .who h1 {
      font-size: var(--t5);
    }
    .who .story {
      font-size: var(--t2);
    }
    .consent,
    .you,
    .comfort {
      gap: var(--s4);
    }
  }
  @container (max-width: 66em) and (aspect-ratio >= 1) {
    .meet {
      grid-template-columns: minmax(0, 4fr) minmax(0, 8fr);
      gap: var(--s5);
    }
    .who {
      gap: var(--s2);
    }
    .who .about {
      font-size: var(--t1);
    }
    .who .story {
      font-size: var(--t2);
      line-height: 1.36;
    }
    .papers {
      grid-template-columns: 4fr 3fr 5fr 5fr;
      gap: var(--s4);
    }
  }
  @container (max-height: 38em) and (aspect-ratio >= 1) {
    .meet .about {
      display: none;
    }
  }
  /* Large text on a tablet: the story before the picture, and no second telling of it. */
  @container (max-width: 50em) and (aspect-ratio >= 1) {
    .meet {
      grid-template-columns: minmax(0, 3fr) minmax(0, 8fr);
      gap: var(--s4);
    }
    .meet .about {
      display: none;
    }
    .who .story {
      font-size: var(--t1);
    }
    .consent,
    .you,
    .comfort {
      gap: var(--s3);
    }
    .you h2,
    .you legend {
      margin-block-end: var(--s1);
    }
    .grid {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 9em), 1fr));
      gap: var(--s2);
    }
    .grid .choice {
      font-size: var(--t1);
    }
    .switch {
      padding: var(--s2) var(--s3);
    }
  }
  /* A small or much magnified page: fewer beside one another. */
  @container (max-width: 800px) {
    .switches {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (max-width: 500px) {
    .meet {
      grid-template: none / minmax(0, 1fr);
      gap: var(--s3);
      block-size: auto;
    }
    .meet figure {
      block-size: 9rem;
    }
    .meet img {
      object-position: 50% 25%;
    }
    .papers,
    .switches {
      grid-template-columns: minmax(0, 1fr);
    }
    .people {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .tag {
      min-inline-size: 0;
    }
  }
`;
