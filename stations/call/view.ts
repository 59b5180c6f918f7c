import type { Text } from '../../kiosk/ui/shared/station.js';

/** What Go's Station.View() marshals to. */
export interface View {
  recording: string; bytes: number; duration: number; waveform?: string;
  caller: { name: Text; voice: string; about: Text };
  called: Text; when?: Text;
  cues: Cue[]; segments: Segment[]; words: Text[];
}

export interface Cue { speaker?: string; from: number; to: number; text: string }

export interface Segment { what: 'hold' | 'transfer'; from: number; to: number; label: Text }

/** A feeling at a moment of the recording. */
export interface Mark { ms: number; valence: number; arousal: number }

/** What is kept to go on after a reload; no words. */
export interface Kept {
  step: 'start' | 'hear' | 'read' | 'end';
  at: number; // ms
  from?: number; // ms: heard from there up to `at` and not yet told
  end: number; // ms: the furthest that was heard
  line?: number; // chosen in the transcript
  captions: Captions;
  marks: [ms: number, valence: number, arousal: number][];
  last?: string; // id of the last reaction
}

export type Captions = 'on' | 'large' | 'off';

/** Media time as people read it: "1:04". */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
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
