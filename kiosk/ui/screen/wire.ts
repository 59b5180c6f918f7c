// What goes over the socket, by the names the screen uses; the shapes are the Go types'.
import type { AckFrame, ClockFrame, FromScreen, RefuseFrame, StateFrame } from '../shared/wire.gen.js';

export type { Expected, Taken, VisitView } from '../shared/wire.gen.js';

/** What the screen is to show; whole each time. */
export type ScreenState = StateFrame;

/** What the screen tells of itself. Sent is by its own clock, touched in ms since the last touch. */
export type Presence = Required<Pick<FromScreen, 'sent' | 'state' | 'touched' | 'playing' | 'outbox' | 'refused'>>;

export type FromServer = StateFrame | AckFrame | RefuseFrame | ClockFrame;
