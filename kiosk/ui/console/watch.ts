import type { RoomFrame, ScreenRow, VisitRow } from '../shared/wire.gen.js';
import { setClock } from './clock.js';
import { ask } from './page.js';

export type { ScreenRow, VisitRow };

/** How a screen is; kiosk/server/presence.go. */
export type State = ScreenRow['presence'];

/** A screen in this state was there and is not. */
export const lost = (state: State): boolean => state === 'silent' || state === 'off';

/** The room as the organiser sees it: what a frame says of the whole, and every row. */
export type Room = Omit<RoomFrame, 'type' | 'full' | 'at' | 'gone' | 'screens' | 'visits'> & {
  screens: Record<string, ScreenRow>;
  visits: Record<string, VisitRow>;
};

/**
 * The room after a frame: whole at first, then the rows that changed. What did
 * not change is the same object as before, so what shows it rests.
 */
export function after(room: Room | undefined, frame: RoomFrame): Room {
  const { type: _, full, at: __, gone = [], screens, visits, ...whole } = frame;
  const sound = whole.sound ?? room?.sound; // told when it has changed
  return { ...whole, ...(sound && { sound }), screens: rows(room?.screens, screens, gone, full), visits: rows(room?.visits, visits, gone, full) };
}

function rows<Row extends object>(before: Record<string, Row> = {}, changed: Record<string, Row> = {}, gone: string[], full = false): Record<string, Row> {
  if (full) return Object.fromEntries(Object.entries(changed).map(([id, row]) => [id, same(before[id], row) ? before[id]! : row]));
  if (Object.keys(changed).length === 0 && !gone.some((id) => id in before)) return before;
  const now = { ...before, ...changed };
  for (const id of gone) delete now[id];
  return now;
}

const same = (a: object | undefined, b: object): boolean => a !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** Follows the room; comes back by itself. Tells undefined when the line is down. */
export function follow(told: (room: Room | undefined) => void, signedOut: () => void): void {
  let room: Room | undefined;
  let failures = 0;
  const connect = () => {
    const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/v1/watch`, 'immersion.v1');
    socket.addEventListener('message', (e: MessageEvent<string>) => {
      failures = 0;
      const frame = JSON.parse(e.data) as RoomFrame;
      setClock(frame.at, frame.full ?? false);
      room = after(room, frame);
      told(room);
    });
    socket.addEventListener('close', () => void again());
  };
  // A refused upgrade looks like a dead line; who asks is known over plain HTTP.
  const again = async () => {
    told(undefined);
    const who = await ask<{ role: string }>('GET', '/api/v1/session').catch(() => undefined);
    if (who && who.role !== 'organiser' && who.role !== 'helper') return signedOut();
    const wait = Math.min(5000, 300 * 2 ** Math.min(failures++, 5));
    setTimeout(connect, wait * (0.5 + Math.random() / 2));
  };
  connect();
}
