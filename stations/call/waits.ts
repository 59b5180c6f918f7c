import type { Segment } from './view.js';

const margin = 300; // ms before a wait's end: a late look must not let the next voice slip through
const little = 100; // ms of a wait that nobody misses
const late = 1000; // ms after it: a look that came later still must not end the wait

/**
 * How long the visitor waits: the music goes round until the wait is over, or
 * is left early when the organiser shortened it.
 */
export class Waits {
  constructor(private readonly segments: Segment[], readonly waited: number[]) {}

  /** A piece was played. */
  heard(from: number, to: number): void {
    this.segments.forEach((s, i) => {
      this.waited[i] = (this.waited[i] ?? 0) + Math.max(0, Math.min(to, s.to) - Math.max(from, s.from));
    });
  }

  /** How long this wait has lasted when `from` up to `now` is not yet told; ms. */
  lasted(segment: Segment, from: number | undefined, now: number): number {
    const untold = from === undefined ? 0 : Math.max(0, now - Math.max(from, segment.from));
    return (this.waited[this.segments.indexOf(segment)] ?? 0) + untold;
  }

  /** Where to go on instead, in ms; undefined: nowhere else. */
  next(from: number | undefined, now: number): number | undefined {
    const missed = (one: Segment) => from !== undefined && from < one.to && now >= one.to && now < one.to + late;
    const s = this.segments.find((one) => one.from <= now && now < one.to) ?? this.segments.find(missed);
    if (!s) return undefined;
    const long = s.to - s.from;
    if (s.waits < long) return now >= s.from + s.waits && now < s.to ? s.to : undefined;
    const left = s.waits - this.lasted(s, from, Math.min(now, s.to));
    const short = left - Math.max(0, s.to - now); // by what it would end too early
    return now >= s.to - margin && short > little ? Math.max(s.from, s.to - left) : undefined;
  }
}
