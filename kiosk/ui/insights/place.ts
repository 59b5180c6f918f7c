import { address } from './fresh.js';
import type { Partition } from './release.js';

export const views = ['glance', 'map', 'journey', 'shift', 'stations', 'departments', 'openings', 'words', 'beside'] as const;
export type View = (typeof views)[number];

/** Where on the page the reader is: all of it stands in the address, so that any view can be linked to. */
export interface Place {
  view: View;
  scenario: string; // hash; '' for the version visited last
  cohort: string; // id; '' for all visits
  station: string; // of the view "stations"; '' for all
  figure: string; // across cohorts
  by: Partition;
  with: string; // hash of the other version
  four: boolean; // the map in four quadrants
  table: string; // which figure's table is open
}

/** Reads the place from a query. */
export function placeOf(query: string): Place {
  const said = new URLSearchParams(query);
  const word = (name: string) => said.get(name) ?? '';
  const view = views.find((v) => v === word('view')) ?? 'glance';
  return {
    view, scenario: word('scenario'), cohort: word('cohort'), station: word('station'), figure: word('figure') || 'feeling',
    by: word('by') === 'month' ? 'month' : 'opening', with: word('with'), four: said.has('four'), table: word('table'),
  };
}

/** The address of a place. */
export const linkTo = (p: Place): string => address('/insights', {
  view: p.view === 'glance' ? '' : p.view, scenario: p.scenario, cohort: p.cohort,
  station: p.view === 'stations' ? p.station : '',
  figure: ['departments', 'openings'].includes(p.view) && p.figure !== 'feeling' ? p.figure : '',
  by: p.view === 'openings' && p.by === 'month' ? 'month' : '',
  with: p.view === 'beside' ? p.with : '', four: p.four && p.view === 'map' ? '1' : '', table: p.table,
});
