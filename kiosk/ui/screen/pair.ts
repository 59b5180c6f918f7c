import { ask, pause, Refused, station } from './api.js';

interface Offer { device_code: string; user_code: string; expires_in: number; interval: number }

/**
 * Makes this browser a screen of the room: shows a code through `show` until
 * an organiser takes it ("" while there is none, and whether that is because
 * the room has no such station). Gives the screen's id; asks until it has one.
 */
export async function pair(show: (code: string, nowhere?: boolean) => void): Promise<string> {
  for (;;) {
    let nowhere = false;
    const offer = await ask<Offer>('screens', station ? { station } : {}).catch((e: unknown) => {
      nowhere = e instanceof Refused && e.status === 404;
    });
    const screen = offer && (await taken(offer, show));
    if (screen) return screen;
    show('', nowhere);
    await pause(offer ? 0 : 3);
  }
}

/** Asks until the code is taken; undefined when it has expired. */
async function taken(offer: Offer, show: (code: string) => void): Promise<string | undefined> {
  const end = performance.now() + offer.expires_in * 1000;
  while (performance.now() < end) {
    try {
      return (await ask<{ screen: string }>('screens/token', { device_code: offer.device_code })).screen;
    } catch (e) {
      if (e instanceof Refused && e.code === 'expired_token') return undefined;
      show(e instanceof Refused ? offer.user_code : '');
    }
    await pause(offer.interval);
  }
  return undefined;
}
