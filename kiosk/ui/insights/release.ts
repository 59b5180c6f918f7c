import { sorted } from '../console/page.js';
import type { Section, Text } from '../shared/station.js';

// What GET /api/v1/insights gives; kiosk/insight/release.go.

export type Shape = 'count' | 'share' | 'number' | 'curve' | 'flow';

export interface Figure {
  name: string; shape: Shape; label: string;
  unit?: string; log?: boolean; keys?: Record<string, Text>; media?: string; joins?: boolean; said?: boolean;
}

export interface Station { id: string; number: number; colour: string; title: Text; figures: Figure[] }

/** A curve's level in a stretch of media time that begins at second s and stands until the next. */
export interface Point { s: number; mean: number; spread: number; n: number; asOf: number }

export interface Worst extends Point { caption?: Text }

export interface Edge { from: string; to: string; count: number; n: number; asOf: number }

/** One value. With few, there are too few visits for one; with n 0, nobody did. */
export interface Cell {
  station?: string; figure: string; key?: string; last?: string; few?: boolean; asOf?: number; n: number;
  count?: number; part?: number; whole?: number; mean?: number; spread?: number; low?: number; high?: number;
  points?: Point[]; worst?: Worst[]; edges?: Edge[];
}

export interface Scenario { hash: string; title: Text; customer: string; about: Text; goal: Text }

export interface Release {
  n: number; made: number; k: number; wordsK: number; tooFew: boolean; cohort: string;
  scenario?: Scenario;
  figures: Figure[]; stations: Station[];
  assumptions: { id: string; ask: Text; low: Text; high: Text }[];
  cells: Cell[];
}

export type Partition = 'department' | 'opening' | 'month';

/** Some visits of a scenario version; with few, nothing is told of them. */
export interface Cohort { id: string; by: Partition; key: string; name?: Text; at?: number; few?: boolean; visits: number }

export interface Version extends Scenario { n: number; made: number; cohorts: Cohort[] }

/** One figure, a row for each cohort of a partition. */
export interface Across { figure: string; by: Partition; all: Cell[]; rows: (Cohort & { cells: Cell[] })[] }

export interface Theme { id: string; section: string; name: string; named?: boolean; n: number; asOf: number }

export interface Themes { k: number; tooLittle: boolean; n: number; themes: Theme[]; merged: { theme: string; into: string }[] }

export interface Word { id: string; kind: 'note' | 'sentence' | 'pledge'; section?: Section; language: string; text: string; masked?: boolean; sensitive?: boolean }

export interface Words { k: number; tooFew: boolean; words: Word[] }

/** A recording's waveform, base64 of 0–255 over equal parts, and its length in ms. */
export interface Sound { peaks: string | null; duration: number }

export const sections: Section[] = ['see', 'say', 'do', 'hear', 'feel', 'pains', 'gains'];

const numeric = new Intl.Collator(undefined, { numeric: true });

/** A figure's cells, in the order of their keys. */
export const cells = (release: { cells: Cell[] }, figure: string, station = ''): Cell[] =>
  sorted(release.cells.filter((c) => c.figure === figure && (c.station ?? '') === station),
    (a, b) => numeric.compare(a.key ?? '', b.key ?? ''));

/** A cell, whatever it says; few when the release has none. */
export const given = (release: { cells: Cell[] }, figure: string, key = '', station = ''): Cell =>
  release.cells.find((c) => c.figure === figure && (c.key ?? '') === key && (c.station ?? '') === station) ?? { figure, n: 0, few: true };

/** A cell that has a value; undefined when too few or nobody are behind it. */
export const known = (release: { cells: Cell[] }, figure: string, key = '', station = ''): Cell | undefined => {
  const c = given(release, figure, key, station);
  return !c.few && c.n > 0 ? c : undefined;
};

/** The unit of what the affect grid gives, −4…4; it is shown on the journey's −2…2. */
export const feltUnit = 'feeling';

/** Whether a station's figure tells feelings. */
export const isFelt = (s: Station, figure: string): boolean => s.figures.some((f) => f.name === figure && f.unit === feltUnit);

/** A station's first curve of feelings, if any of it may be told. */
export const hurting = (release: Release, s: Station): Cell | undefined =>
  release.cells.find((c) => c.station === s.id && c.points?.length && isFelt(s, c.figure));

/** Figures that every station has: they are drawn elsewhere than among a station's own. */
export const common = ['feeling', 'stir', 'reached', 'spent', 'said'];

/** What a station measures itself. */
export const own = (s: Station): Figure[] => s.figures.filter((f) => !common.includes(f.name));
