import type { Badge } from '../shared/station.js';
import { ask } from './page.js';

/** How a screen is; kiosk/server/presence.go. */
export type State = 'in_use' | 'ready' | 'waiting' | 'silent' | 'off' | 'unknown';

export interface ScreenRow {
  id: string; name: string; station: string; visit: string;
  presence: State; seen: number; outbox: number; refused: number; playing: boolean;
}

export interface VisitRow {
  id: string; badge: Badge; place: string; screen: string; next: string;
  since: number; opened: number; last: number; facts: number; unrecorded: boolean; rehearsal: boolean;
}

/** The room as the organiser sees it. */
export interface Room {
  opening: string;
  screens: Record<string, ScreenRow>;
  visits: Record<string, VisitRow>;
  /** ms to add to this machine's clock for the server's. */
  ahead: number;
}

interface Frame {
  type: 'room'; full?: boolean; at: number; opening: string;
  screens?: Record<string, ScreenRow>; visits?: Record<string, VisitRow>; gone?: string[];
}

/** The room after a frame: whole at first, then the rows that changed. */
export function after(room: Room | undefined, frame: Frame): Room {
  const from = frame.full || !room ? { screens: {}, visits: {} } : room;
  const screens = { ...from.screens, ...frame.screens };
  const visits = { ...from.visits, ...frame.visits };
  for (const id of frame.gone ?? []) {
    delete screens[id];
    delete visits[id];
  }
  return { opening: frame.opening, screens, visits, ahead: frame.at - Date.now() };
}

/** Follows the room; comes back by itself. Tells undefined when the line is down. */
export function follow(told: (room: Room | undefined) => void, signedOut: () => void): void {
  let room: Room | undefined;
  let failures = 0;
  const connect = () => {
    const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/v1/watch`, 'immersion.v1');
    socket.addEventListener('message', (e: MessageEvent<string>) => {
      failures = 0;
      room = after(room, JSON.parse(e.data) as Frame);
      told(room);
    });
    socket.addEventListener('close', () => void again());
  };
  // A refused upgrade looks like a dead line; who asks is known over plain HTTP.
  const again = async () => {
    room = undefined;
    told(undefined);
    const who = await ask<{ role: string }>('GET', '/api/v1/session').catch(() => undefined);
    if (who && who.role !== 'organiser') return signedOut();
    const wait = Math.min(5000, 300 * 2 ** Math.min(failures++, 5));
    setTimeout(connect, wait * (0.5 + Math.random() / 2));
  };
  connect();
}
