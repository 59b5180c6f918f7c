// What goes over the socket and its HTTP siblings, as kiosk/state.go and
// architecture.md ("Protocol") have it.
import type { Badge, Comfort, MapView, RoomView } from '../shared/station.js';

/** A visitor who may come to this screen's station next. */
export interface Expected { visit: string; badge: Badge; sent: boolean }

/** The visitor at the screen. */
export interface VisitView {
  id: string; scenario: string; badge: Badge; language: string; comfort: Comfort;
  unrecorded: boolean; progress?: unknown; map?: MapView;
}

/** Where the visitor who just left goes; wait counts the visitors before them there. */
export interface LeavingView { visit: string; badge: Badge; next?: string; wait: number }

/** What the screen is to show; whole each time. */
export interface ScreenState {
  version: number; screen: string; name: string; room: RoomView;
  opening?: string; scenario: string; station?: string;
  offer?: Badge; expected?: Expected[]; visit?: VisitView; leaving?: LeavingView;
}

/** What the screen tells of itself. Sent is by its own clock, touched in ms since the last touch. */
export interface Presence {
  sent: number; state: number; touched: number; playing: boolean; outbox: number; refused: number;
}

export type FromServer =
  | ({ type: 'state' } & ScreenState)
  | { type: 'ack'; ids: string[] }
  | { type: 'refuse'; id: string; code: string; message: string }
  | { type: 'clock'; sent: number; server: number };
