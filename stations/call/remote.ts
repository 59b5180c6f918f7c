/** What headphones and the system's player may do with the call. */
export interface Remote { play(): void; pause(): void; back?(): void; ahead?(): void }

const actions = ['play', 'pause', 'stop', 'seekbackward', 'seekforward', 'previoustrack', 'nexttrack'] as const;

const set = (action: MediaSessionAction, act: (() => void) | null) => {
  try {
    navigator.mediaSession?.setActionHandler(action, act);
  } catch { /* this browser knows no such button */ }
};

/** Buttons of Bluetooth headphones and keyboards act on the call; what the scenario does not allow, they do not. */
export function connect(title: string, artist: string, remote: Remote): void {
  if (!navigator.mediaSession) return;
  navigator.mediaSession.metadata = new MediaMetadata({ title, artist });
  const nothing = () => undefined;
  set('play', () => remote.play());
  set('pause', () => remote.pause());
  set('stop', () => remote.pause());
  set('seekbackward', remote.back ? () => remote.back?.() : nothing);
  set('seekforward', remote.ahead ? () => remote.ahead?.() : nothing);
  set('previoustrack', nothing);
  set('nexttrack', nothing);
}

/** Tells the system whether it plays. */
export function playing(now: boolean): void {
  if (navigator.mediaSession) navigator.mediaSession.playbackState = now ? 'playing' : 'paused';
}

export function disconnect(): void {
  if (!navigator.mediaSession) return;
  navigator.mediaSession.metadata = null;
  navigator.mediaSession.playbackState = 'none';
  for (const action of actions) set(action, null);
}
