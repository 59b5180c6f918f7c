// What Go's Station.View() marshals to. Times are in ms.
import type { Clause } from './condition.js';
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
  messages?: Message[];
  files?: Document[];
  rage: { clicks: number; within: number; pixels: number };
  pause: number;
  customers?: { asked: number; succeeded: number; minutes?: number; words?: Text; source?: Text };
}

export interface Message {
  id: string; by: 'mail' | 'text'; from: Text; subject?: Text; text: Text;
  after?: number; digits?: number; lasts?: number; link?: Link;
}

export interface Document { id: string; name: string; mb: number; picture?: string; alt?: Text }

export interface Datum { id: string; label: Text; value: string }

export interface Page {
  id: string; title: Text; bare?: boolean; fresh?: boolean; wait?: number;
  timeout?: { after: number; to: string; warn?: { before: number; text: Text; stay: Text } };
  side?: Link[]; sends?: string; blocks: Block[] | null;
}

/** Exactly one of these, and when it is there. */
export interface Block {
  when?: Clause;
  notice?: { icon: string; heading: Text; text?: Text };
  heading?: Text; text?: Text; small?: Text;
  banner?: { tone: Tone; text: Text };
  links?: Link[]; buttons?: Link[]; cards?: Card[];
  table?: { caption?: Text; head: Text[]; rows: Text[][]; actions?: Link[] };
  picture?: { file: string; alt: Text; caption?: Text };
  search?: Search; chat?: Chat; form?: Form;
}

export type Tone = 'info' | 'warning' | 'error' | 'good';

export interface Link {
  when?: Clause; icon?: string; sends?: string;
  id: string; label: Text; note?: Text; to?: string; error?: Text; dead?: boolean; delay?: number;
}

export interface Card { title: Text; text?: Text; figure?: Text; picture?: string; icon?: string; link?: Link }

export interface Search {
  label: Text; button: Text; delay?: number; nothing: Text;
  results: { words: string[]; link: Link }[] | null;
}

export interface Chat { name: Text; lost: string; turns: Turn[] }

export interface Turn { id: string; say: Text; words?: string[]; replies: Reply[] | null }

export interface Reply { id: string; when?: Clause; label: Text; turn?: string; to?: string }

export interface Form {
  id: string; title?: Text; fields: Field[] | null; submit: Text; to?: string; fails?: Text;
  delay?: number; lost?: boolean; keeps?: boolean; sends?: string; blame?: Text; small?: Text; quiet?: boolean;
  instead?: { when: Clause; to: string }[]; locks?: { after: number; to: string };
}

export interface Field {
  id: string; label: Text; hint?: Text;
  type: 'text' | 'number' | 'date' | 'password' | 'area' | 'choice' | 'check' | 'file';
  mask?: string; longest?: number; lost?: boolean; takes?: number;
  value?: string; options?: { id: string; label: Text }[]; rules?: Rule[];
}

export interface Rule {
  id: string; required?: boolean; pattern?: string; min?: number; max?: number;
  equals?: string; code?: string; soft?: boolean; error?: Text;
}
