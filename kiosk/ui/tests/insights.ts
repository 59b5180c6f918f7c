import type { APIRequestContext } from '@playwright/test';

/** One value of a release, as far as tests ask; kiosk/insight/release.go. */
export interface Cell {
  station?: string; figure: string; key?: string; few?: boolean; n: number;
  count?: number; part?: number; whole?: number; mean?: number; points?: { s: number; mean: number; n: number }[];
}

export interface Release { tooFew: boolean; k: number; cells: Cell[] }

/** What managers may read now. */
export async function insights(api: APIRequestContext): Promise<Release> {
  return (await (await api.get('/api/v1/insights')).json()) as Release;
}

/** Finds the cells of a figure, of the whole walk or of a station, by key. */
export function figure(release: Release, name: string, station = ''): Record<string, Cell> {
  const cells = release.cells.filter((c) => c.figure === name && (c.station ?? '') === station);
  return Object.fromEntries(cells.map((c) => [c.key ?? '', c]));
}

export const mean = (all: number[]): number => all.reduce((a, b) => a + b, 0) / all.length;
export const sum = (all: number[]): number => all.reduce((a, b) => a + b, 0);
