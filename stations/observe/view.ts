import type { Text } from '../../kiosk/ui/shared/station.js';

/** One thing to count, or to take the time of. */
export interface Thing { id: string; title: Text }

export interface Touchpoint { id: string; title: Text; look?: Text }

export interface Stage { id: string; title: Text; touchpoints: Touchpoint[] }

/** The walk, as Go's Station.View() marshals it. */
export interface View { task: Text; stages: Stage[]; counters?: Thing[]; timers?: Thing[] }

/** How something was perceived. */
export const senses = ['seen', 'heard', 'inferred'] as const;
export type Sense = (typeof senses)[number];

/** What the element goes on from after a reload; no words are in it. */
export interface Memory {
  stage: string;
  sense: Sense;
  /** Notes kept, by touchpoint. */
  notes: Record<string, number>;
  counts: Record<string, number>;
  /** Milliseconds a timer showed when it was stopped last. */
  last: Record<string, number>;
  /** When a timer was started, in ms by this browser's clock. */
  running: Record<string, number>;
}

/** What was remembered, as far as this walk knows it. */
export function remembered(view: View, progress: unknown): Memory {
  const fresh: Memory = { stage: view.stages[0]!.id, sense: 'seen', notes: {}, counts: {}, last: {}, running: {} };
  const memory = { ...fresh, ...(progress as Partial<Memory> | undefined) };
  return view.stages.some((s) => s.id === memory.stage) ? memory : { ...memory, stage: fresh.stage };
}

/** Milliseconds as "4:10". */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
