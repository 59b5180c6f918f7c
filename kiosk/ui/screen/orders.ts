import { hold, loudly } from '../shared/hold.js';
import type { ScreenState } from './wire.js';

/** What organisers want of the screen, beside its round. */
export class Orders {
  private loaded: string | undefined; // under which order the page was

  /** Does it; false when the page is to be loaded anew. */
  follow(state: ScreenState): boolean {
    loudly(state.volume / 100, state.muted ?? false);
    hold(stands(state));
    this.loaded ??= state.reload ?? '';
    return this.loaded === (state.reload ?? '');
  }
}

/**
 * Nothing goes on here, and nobody can touch it. So it is while something is played to the whole room: it is heard
 * at every station, nobody can follow two voices, and no time is to run for what nobody can do meanwhile.
 */
export const stands = (state: ScreenState | undefined): boolean => Boolean(state?.paused || state?.blank || state?.aloud);

/** The room lets visitors in. */
export const admits = (state: ScreenState | undefined): boolean => state?.phase === 'open' || state?.phase === 'setup';
