// What Go's Station.View() marshals to.
import type { Text } from '../../kiosk/ui/shared/station.js';

export interface View {
  about?: Text;
  channels: Channel[];
  stages: { title: Text; steps: Step[] }[];
  hands: { id: string; label: Text }[] | null;
  /** File that clips are pieces of. */
  recording?: string;
}

export interface Channel { id: string; label: Text; icon: string }

export interface Step {
  id: string; title: Text; channel: string; says: Text;
  /** −2…2 */
  feeling: number; ideal?: number;
  evidence: Evidence[] | null;
  station?: string;
}

/** A quote, perhaps with a piece of the recording, or a figure. Clips are in ms. */
export interface Evidence { quote?: Text; by?: Text; clip?: { from: number; to: number }; figure?: Text; says?: Text }

export const pins = ['touch', 'hurt', 'shine'] as const;
export type Pin = (typeof pins)[number];

/** What is kept for a reload, by step: nothing typed, only that there was something. */
export interface Kept { pins: Record<string, Pin[]>; hands: Record<string, string[]>; told: string[] }

export const steps = (view: View): Step[] => view.stages.flatMap((s) => s.steps);
