// What Go's Station.View() marshals to. Times are in ms.
import type { Text } from '../../kiosk/ui/shared/station.js';

export interface View {
  office: { name: string; desk: Text; colour: string; logo?: string; opens: string };
  about: Text;
  rules: { id: string; text: Text }[];
  tools: { id: string; name: Text; text?: Text }[];
  messages: Message[];
}

export type Channel = 'mail' | 'chat' | 'counter' | 'phone';

/** How it ended with a customer; `left`: their patience ran out, `open`: the desk closed. */
export type End = 'helped' | 'passed' | 'refused' | 'left' | 'open';

export interface Message {
  id: string; channel: Channel; from: Text; subject: Text; customer?: boolean;
  at: number; patience: number; steps: Step[]; leaves: Text;
  theirs: { while: Text; after: Partial<Record<End, Text>> };
}

export interface Step { id: string; says?: Text; shows?: Text; choices?: Choice[]; end?: End }

export interface Choice {
  text: Text; to: string; takes?: number; tool?: string; rule?: string; bends?: string; escalates?: boolean; write?: boolean;
}
