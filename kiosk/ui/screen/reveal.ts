import type { Revealed } from '../shared/station.js';
import { ask, pause } from './api.js';

const patience = 6; // s that a visitor waits for the answers

/**
 * Asks for a station's answers once the server knows that the visit has
 * finished it: `waiting` tells that it does not yet. Undefined when they cannot be had in time.
 */
export async function reveal(visit: string, station: string, waiting: () => boolean): Promise<Revealed | undefined> {
  const given = Date.now() + patience * 1000;
  while (waiting()) {
    if (Date.now() > given) return undefined;
    await pause(0.1);
  }
  const late = pause(Math.max(0, given - Date.now()) / 1000).then(() => undefined);
  const answer = ask<Revealed>(`visits/${visit}/stations/${encodeURIComponent(station)}/reveal`).catch(() => undefined);
  return Promise.race([answer, late]);
}
