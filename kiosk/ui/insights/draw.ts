import { html, type TemplateResult } from 'lit';
import type { Cell, Figure } from './release.js';
import type { Reader } from './reader.js';

/** One bar: part 0…1 of the width; words may be empty. */
export interface Bar { name: string; part: number; value: string; more: string }

export const bar = (b: Bar): TemplateResult => html`<div class="bar">
  <span class="bar-name">${b.name}</span> <b>${b.value}</b> <span class="soft small">${b.more}</span>
  <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6" /><rect class="fill" width=${100 * b.part} height="6" /></svg></div>`;

/** Means with their intervals, or their spread where the mean is geometric, on one axis from the least to the most. */
export function whiskers(rows: { cell: Cell; name: string; value: string; spread: string }[], f: Figure, r: Reader): TemplateResult {
  const ends = rows.map(({ cell }) => reach(cell, f));
  const low = Math.min(...ends.map((e) => e[0]!)), high = Math.max(...ends.map((e) => e[1]!));
  const x = (v: number) => 2 + (96 * (v - low)) / (high - low || 1);
  return html`<div class="bars">${rows.map((b, i) => html`<div class="bar">
    <span class="bar-name">${b.name}</span> <b>${b.value}</b> <span class="soft small">${r.interval(b.cell, f.unit) || b.spread}, ${r.behind(b.cell)}</span>
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" y="2.5" width="100" height="1" />
      <rect class="fill" x=${x(ends[i]![0]!)} y="2" width=${Math.max(0.5, x(ends[i]![1]!) - x(ends[i]![0]!))} height="2" opacity="0.45" />
      <rect class="fill" x=${x(b.cell.mean ?? 0) - 0.8} width="1.6" height="6" /></svg></div>`)}</div>`;
}

/** How far a mean's whisker reaches: its interval, or one standard deviation. */
export function reach({ mean = 0, spread = 0, low, high }: Cell, f: Figure): [number, number] {
  if (low !== undefined && high !== undefined) return [low, high];
  return f.log ? [mean / (spread || 1), mean * (spread || 1)] : [mean - spread, mean + spread];
}
