import { sorted } from '../console/page.js';
import type { Section, Text } from '../shared/station.js';

// What GET /api/v1/insights gives; kiosk/insight/release.go.

export type Shape = 'count' | 'share' | 'number' | 'curve' | 'flow';

export interface Figure {
  name: string; shape: Shape; label: string;
  unit?: string; log?: boolean; keys?: Record<string, Text>; media?: string;
}

export interface Station { id: string; number: number; colour: string; title: Text; figures: Figure[] }

export interface Point { s: number; mean: number; n: number; asOf: number }

export interface Edge { from: string; to: string; count: number; n: number; asOf: number }

/** One value. With few, there are too few visits for one; with n 0, nobody did. */
export interface Cell {
  station?: string; figure: string; key?: string; few?: boolean; asOf?: number; n: number;
  count?: number; part?: number; whole?: number; mean?: number; spread?: number;
  points?: Point[]; edges?: Edge[];
}

export interface Release {
  n: number; made: number; k: number; tooFew: boolean;
  scenario?: { hash: string; title: Text; customer: string; about: Text; goal: Text };
  figures: Figure[]; stations: Station[];
  assumptions: { id: string; ask: Text; low: Text; high: Text }[];
  cells: Cell[];
}

export const sections: Section[] = ['see', 'say', 'do', 'hear', 'feel', 'pains', 'gains'];

const numeric = new Intl.Collator(undefined, { numeric: true });

/** A figure's cells, in the order of their keys. */
export const cells = (release: Release, figure: string, station = ''): Cell[] =>
  sorted(release.cells.filter((c) => c.figure === figure && (c.station ?? '') === station),
    (a, b) => numeric.compare(a.key ?? '', b.key ?? ''));

/** A cell that has a value; undefined when too few or nobody are behind it. */
export const known = (release: Release, figure: string, key = '', station = ''): Cell | undefined =>
  release.cells.find((c) => c.figure === figure && (c.key ?? '') === key && (c.station ?? '') === station && !c.few && c.n > 0);
