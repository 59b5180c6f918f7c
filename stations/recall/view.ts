import type { Feeling } from '../../kiosk/ui/shared/feeling.js';
import type { Text } from '../../kiosk/ui/shared/station.js';

/** As Station in Go. */
export interface View {
  question: Text; lead?: Text; care?: Text;
  places: { id: string; label: Text; icon: string }[];
  happened: { id: string; label: Text }[];
}

/** In their order. */
export const steps = ['begin', 'where', 'happened', 'then', 'end', 'told'] as const;
export type Step = (typeof steps)[number];

/** What goes on after a reload: nothing that was typed, only that something was. */
export interface Kept {
  step: Step; where?: string; happened: string[]; then?: Feeling; end?: Feeling;
  worded: boolean; told: boolean; share: boolean;
  /** The facts told of what was tapped, by what they are about. */
  said: Record<string, string>;
}
