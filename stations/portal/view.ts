// What Go's Station.View() marshals to. Times are in ms.
import type { Text } from '../../kiosk/ui/shared/station.js';

export interface View {
  brand: { name: string; colour: string; logo?: string; address: string; account?: Text; legal?: Text };
  start: string;
  task: Text;
  about?: Text;
  card: { title?: Text; rows: Datum[] | null; note?: Text };
  hints: Text[] | null;
  navigation: Link[] | null;
  footer: Link[] | null;
  pages: Page[];
}

export interface Datum { id: string; label: Text; value: string }

export interface Page {
  id: string; title: Text; bare?: boolean; fresh?: boolean; wait?: number;
  timeout?: { after: number; to: string }; side?: Link[]; blocks: Block[] | null;
}

/** Exactly one of these. */
export interface Block {
  heading?: Text; text?: Text; small?: Text;
  banner?: { tone: Tone; text: Text };
  links?: Link[]; buttons?: Link[]; cards?: Card[];
  table?: { caption?: Text; head: Text[]; rows: Text[][] };
  picture?: { file: string; alt: Text; caption?: Text };
  search?: Search; chat?: Chat; form?: Form;
}

export type Tone = 'info' | 'warning' | 'error' | 'good';

export interface Link { id: string; label: Text; note?: Text; to?: string; error?: Text; dead?: boolean; delay?: number }

export interface Card { title: Text; text?: Text; figure?: Text; picture?: string; link?: Link }

export interface Search {
  label: Text; button: Text; delay?: number; nothing: Text;
  results: { words: string[]; link: Link }[] | null;
}

export interface Chat { name: Text; lost: string; turns: Turn[] }

export interface Turn { id: string; say: Text; replies: Reply[] | null }

export interface Reply { id: string; label: Text; turn?: string; to?: string }

export interface Form {
  id: string; title?: Text; fields: Field[] | null; submit: Text; to?: string; fails?: Text;
  delay?: number; lost?: boolean; blame?: Text; small?: Text; quiet?: boolean;
}

export interface Field {
  id: string; label: Text; hint?: Text;
  type: 'text' | 'number' | 'date' | 'password' | 'area' | 'choice' | 'check';
  value?: string; options?: { id: string; label: Text }[]; rules?: Rule[];
}

export interface Rule {
  id: string; required?: boolean; pattern?: string; min?: number; max?: number;
  equals?: string; soft?: boolean; error?: Text;
}
