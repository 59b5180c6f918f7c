import { css, html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { inkOn } from './ink.js';
import type { Badge } from './station.js';

/** Finds dictionary words, as Stop.t. */
export type Say = (key: string, args?: Record<string, string | number>) => string;

/** A badge's two words in a language; as they are, when the dictionary lacks one. */
export function badgeWords(b: Badge, t: Say): string {
  const keys = b.words.toLowerCase().split(' ').map((word) => `badge.${word}`);
  const [colour, animal] = keys.map((key) => t(key));
  if (keys.length !== 2 || colour === keys[0] || animal === keys[1]) return b.words;
  return t('badge.words', { colour: colour!, animal: animal! });
}

const every = (n: number, draw: (i: number) => string) => Array.from({ length: n }, (_, i) => draw(i)).join('');

// Drawn in a box of 48 by 48, in the badge's colour.
const patterns: Record<string, string> = {
  stripes: every(9, (i) => `M${i * 12 - 48} 48L${i * 12} 0h6L${i * 12 - 42} 48z`),
  dots: every(25, (i) => `M${(i % 5) * 11 + 2} ${Math.floor(i / 5) * 11 + 2}m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0`),
  checks: every(18, (i) => `M${(i % 3) * 16 + (Math.floor(i / 3) % 2) * 8} ${Math.floor(i / 3) * 8}h8v8h-8z`),
  waves: every(5, (i) => `M-4 ${i * 11 + 1}q7-6 14 0t14 0t14 0t14 0v5q-7 6-14 0t-14 0t-14 0t-14 0z`),
  zigzag: every(5, (i) => `M-4 ${i * 11 + 2}l7-6 7 6 7-6 7 6 7-6 7 6 7-6 7 6v5l-7-6-7 6-7-6-7 6-7-6-7 6-7-6-7 6z`),
};

const star = every(10, (i) => {
  const [r, turn] = [i % 2 ? 5 : 12.5, (i * Math.PI) / 5];
  return `${i ? 'L' : 'M'}${(24 + r * Math.sin(turn)).toFixed(1)} ${(24.5 - r * Math.cos(turn)).toFixed(1)}`;
});

// In the middle of the same box, in the ink that can be read on the colour.
const shapes: Record<string, string> = {
  disc: 'M14 24a10 10 0 1 0 20 0a10 10 0 1 0-20 0z',
  square: 'M15.5 15.5h17v17h-17z',
  triangle: 'M24 12.5L35 31.5H13z',
  diamond: 'M24 11.5L34.5 24 24 36.5 13.5 24z',
  star: `${star}z`,
  cross: 'M20 13h8v7h7v8h-7v7h-8v-7h-7v-8h7z',
  ring: 'M13 24a11 11 0 1 0 22 0a11 11 0 1 0-22 0zM18.5 24a5.5 5.5 0 1 1 11 0a5.5 5.5 0 1 1-11 0z',
  moon: 'M28.5 12.8A12 12 0 1 0 35 31.6A10.5 10.5 0 0 1 28.5 12.8z',
};

/** The mark of a badge: its shape on its pattern, for who cannot tell the colour. */
function mark(b: Badge): SVGTemplateResult {
  return svg`<svg class="mark" viewBox="0 0 48 48" aria-hidden="true">
    <path fill="var(--on-badge)" d="M0 0h48v48H0z" /><path fill="var(--badge)" d=${patterns[b.pattern ?? ''] ?? ''} />
    <circle fill="var(--badge)" stroke="var(--on-badge)" stroke-width="2" cx="24" cy="24" r="18" />
    <path fill="var(--on-badge)" fill-rule="evenodd" d=${shapes[b.shape ?? ''] ?? shapes.disc!} /></svg>`;
}

/** A badge as the visitor wears it: a tag in its colour, with its mark and its two words. */
export function badge(b: Badge, t: Say): TemplateResult {
  return html`<span class="badge" style="--badge:${b.colour};--on-badge:${inkOn(b.colour)}">
    ${mark(b)}<span class="words">${badgeWords(b, t)}</span></span>`;
}

export const badges = css`
  .badge {
    display: inline-flex;
    align-items: stretch;
    box-sizing: border-box;
    max-inline-size: 100%;
    border: 2px solid var(--badge);
    border-radius: 0.5em;
    overflow: hidden;
    background: var(--badge);
    color: var(--on-badge);
    font: 600 var(--t1) / 1.15 var(--font-room);
    text-align: start;
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .badge .mark {
    flex: none;
    align-self: center;
    inline-size: 2.3em;
    block-size: 2.3em;
  }
  .badge .words {
    align-self: center;
    min-inline-size: 0;
    padding: 0.3em 0.7em;
    overflow-wrap: anywhere;
  }
`;
