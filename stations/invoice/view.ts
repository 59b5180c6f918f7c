// What Go's Station.View() marshals to. Amounts are decimal texts: they are shown, never counted with.
import type { Text } from '../../kiosk/ui/shared/station.js';

export interface View {
  story?: Text;
  letterhead: Letterhead;
  invoice: Invoice;
  evidence: Document[] | null;
  reasons: string[];
}

export interface Letterhead {
  name: string; logo?: string; claim?: Text; colour?: string; contact?: Text[]; foot?: Text;
}

export interface Invoice {
  number: string; issued: string; due?: string; from?: string; to?: string;
  currency: string; places: number; reference?: string; note?: string;
  seller: Party; buyer: Party;
  lines: Line[]; adjustments?: Adjustment[];
  taxes: { category: string; rate: string; base: string; amount: string }[];
  totals: { net: string; vat: string; gross: string; prepaid?: string; rounding?: string; due: string };
  payment: { account?: string; holder?: string; reference?: string; terms?: string };
}

export interface Party { name: string; address: string[] | null; vat?: string }

export interface Line {
  id: string; item: string; detail?: string; quantity: string; unit: string; price: string; base?: string;
  adjustments?: Adjustment[]; rate: string; net: string;
}

export interface Adjustment { reason: string; amount: string }

export interface Document {
  id: string; kind: 'contract' | 'prices' | 'meter' | 'payments' | 'letter' | 'email' | 'invoice';
  title: Text; parts: Part[];
}

/** Exactly one of these. */
export interface Part {
  head?: Text; address?: Text; heading?: Text; text?: Text; hand?: Text; small?: Text;
  table?: { head: Text[]; rows: Text[][] | null };
}

export type Mark = 'right' | 'wrong' | 'unsure';

/** What the visitor thinks of a line. */
export interface Marked { mark: Mark; why?: string }
