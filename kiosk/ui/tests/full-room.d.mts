import type { RoomFrame } from '../shared/wire.gen.js';

/** A whole room as the console's socket would tell it, of any size. */
export function fullRoom(stations: string[], screens: number, visits: number, at: number): Required<Pick<RoomFrame, 'screens' | 'visits'>> & RoomFrame;

/** What the room tells next: some of its visitors and a screen have moved on. */
export function movedOn(room: RoomFrame, stations: string[], step: number): RoomFrame;
