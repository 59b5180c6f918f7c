import type { Text } from '../../kiosk/ui/shared/station.js';

/** What Go's Station.View() marshals to. */
export interface View {
  recording: string; bytes: number; duration: number; waveform?: string;
  caller: { name: Text; voice: string; about: Text };
  called: Text; when?: Text;
  menu?: Menu; begins: number;
  cues: Cue[]; segments: Segment[]; words: Text[];
  listen: { seek: 'none' | 'heard' | 'free'; replay: boolean; through: boolean; spare: boolean };
  trace: boolean; reference?: { file: string; by: Text };
}

/** The machine that the customer went through before anybody answered; its first page answers. */
export interface Menu { unknown?: Text; pages: MenuPage[] }

export interface MenuPage { id: string; says: Text; sound?: string; keys: { key: string; to: string }[] | null; dead?: boolean }

export interface Cue { speaker?: string; from: number; to: number; text: string }

/** A wait: visitors wait for `waits` ms of it, the customer did for `waited`. */
export interface Segment { what: 'hold' | 'transfer'; from: number; to: number; label: Text; waits: number; waited: number }

/** A feeling at a moment of the recording, or on a page of the menu. */
export interface Mark { id: string; ms?: number; ref?: string; valence: number; arousal: number }

/** A mark on the recording. */
export type Placed = Mark & { ms: number };

export const placed = (marks: Mark[]): Placed[] => marks.filter((m): m is Placed => m.ms !== undefined);

export type Step = 'start' | 'menu' | 'hear' | 'read' | 'end';

export type Captions = 'on' | 'large' | 'off';

/** What is kept to go on after a reload; no words. */
export interface Kept {
  step: Step;
  at: number; // ms
  from?: number; // ms: heard from there up to `at` and not yet told
  heard: Span[];
  read: number; // ms: up to where the transcript was shown
  waited: number[]; // ms of each segment that were waited
  reads: boolean; // instead of hearing
  through: boolean; // the menu led to the call
  page?: string; // of the menu
  line?: number; // chosen in the transcript
  captions: Captions;
  volume: number; // 0…100
  trace?: number; // where the slider stands
  levels: string; // of the trace, as Trace keeps them
  marks: [id: string, at: number | string, valence: number, arousal: number][];
}

/** A piece of the recording, in ms. */
export type Span = [from: number, to: number];

/** Sorted, and those that touch joined. */
export function merged(spans: Span[]): Span[] {
  const out: Span[] = [];
  for (const [from, to] of sorted(spans, (a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) out.push([from, to]);
  }
  return out;
}

/** How many ms two lists of merged spans have in common. */
export function common(a: Span[], b: Span[]): number {
  let n = 0;
  for (const x of a) for (const y of b) n += Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0]));
  return n;
}

/** What of from…to is in none of the merged spans. */
export function gaps(spans: Span[], from: number, to: number): Span[] {
  const out: Span[] = [];
  for (const [a, b] of spans) {
    if (a > from) out.push([from, Math.min(a, to)]);
    from = Math.max(from, b);
  }
  out.push([from, to]);
  return out.filter(([a, b]) => b > a);
}

/** What there is to hear, as Go's Station.audible: without what a shortened wait leaves out. */
export function audible({ begins, duration, segments }: View): Span[] {
  let from = begins;
  const all: Span[] = [];
  for (const s of segments) {
    const cut = s.from + s.waits;
    if (cut >= s.to) continue;
    all.push([from, Math.max(from, cut)]);
    from = Math.max(from, s.to);
  }
  return merged([...all, [from, duration]]);
}

/** Media time as people read it: "1:04". */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A while as people say it: "11 minutes", "22 seconds". */
export function lasting(ms: number, language: string): string {
  const seconds = Math.round(ms / 1000);
  const [n, unit] = seconds < 90 ? [seconds, 'second'] : [Math.round(seconds / 60), 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(n);
}

/** The last of those in order that had begun by then. */
export function before<T extends { from: number }>(all: T[], ms: number): T | undefined {
  return all.filter((one) => one.from <= ms).at(-1);
}

export function sorted<T>(all: readonly T[], by: (a: T, b: T) => number): T[] {
  const copy = [...all];
  copy.sort(by);
  return copy;
}
