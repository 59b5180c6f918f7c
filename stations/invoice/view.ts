// What Go's Station.View() and Reveal() marshal to. Amounts are decimal texts: they are shown, never counted with.
import type { Text } from '../../kiosk/ui/shared/station.js';

export interface View {
  story?: Text;
  letterhead: Letterhead;
  invoice: Invoice;
  evidence: Document[] | null;
  reasons: string[];
  sumReasons: string[];
}

export interface Letterhead {
  name: string; logo?: string; claim?: Text; colour?: string; contact?: Text[]; foot?: Text;
}

export interface Invoice {
  form: 'invoice' | 'credit' | 'corrected';
  number: string; issued: string; due?: string; delivered?: string; from?: string; to?: string;
  currency: string; places: number; reference?: string; order?: string; contract?: string; preceding?: string; note?: string;
  seller: Party; buyer: Party;
  lines: Line[]; adjustments?: Adjustment[]; taxes: Tax[]; totals: Total[];
  /** What it asks for in the end. */
  asked: string;
  payment: { means?: string; account?: string; bank?: string; holder?: string; reference?: string; terms?: string };
  taxCurrency?: string; taxVAT?: string; taxPlaces?: number;
}

export interface Party { name: string; address: string[] | null; vat?: string }

export interface Line {
  id: string; item: string; detail?: string; article?: string; note?: string; from?: string; to?: string;
  attributes?: { name: string; value: string }[];
  quantity: string; unit: string; price: string; base?: string; list?: string; discount?: string;
  adjustments?: Adjustment[]; category: string; rate: string; net: string;
}

export interface Adjustment { ref?: string; charge: boolean; reason?: string; amount: string; percent?: string; of?: string }

export interface Tax { ref: string; category: string; rate: string; base: string; amount: string; reason?: string; code?: string }

/** `label` is a dictionary key. */
export interface Total { ref: string; label: string; amount: string }

export interface Document {
  id: string; kind: 'contract' | 'prices' | 'meter' | 'payments' | 'letter' | 'email' | 'invoice';
  title: Text; parts: Part[] | null;
  /** An earlier invoice, instead of parts. */
  bill?: Invoice;
}

/** Exactly one of these. */
export interface Part {
  head?: Text; address?: Text; heading?: Text; text?: Text; hand?: Text; small?: Text;
  table?: { head: Text[]; rows: Text[][] | null };
}

export type Mark = 'right' | 'wrong' | 'unsure';

/** What the visitor thinks of a line, or of a sum below the lines. */
export interface Marked { mark: Mark; why?: string }

/** What was wrong, once the visitor has finished. */
export interface Answers { errors: Mistake[]; owed: string }

export interface Mistake { ref: string; name: Text; why: Text; rule?: string; should?: string }
