import { inkOn } from '../shared/ink.js';
import type { Comfort } from '../shared/station.js';
import { direction } from '../shared/tongue.js';

export { inkOn };

/** How a screen stands when nobody has chosen anything. */
export const plain: Comfort = {
  largeText: false, highContrast: false, dim: false, reducedMotion: false, transcript: false, moreTime: false,
};

/** How many times longer everything waits for who asked for more time. */
export const patience = (comfort: Comfort) => (comfort.moreTime ? 2 : 1);

/** Shows a comfort on the whole page; a room may be dim for everybody. */
export function wear(comfort: Comfort, dim: boolean, language: string): void {
  const { dataset } = document.documentElement;
  dataset.theme = comfort.dim || dim ? 'dim' : 'light';
  dataset.text = comfort.largeText ? 'large' : 'normal';
  dataset.contrast = comfort.highContrast ? 'high' : 'normal';
  dataset.motion = comfort.reducedMotion ? 'reduced' : 'full';
  document.documentElement.lang = language;
  document.documentElement.dir = direction(language);
}

/** Paints the page in a station's colour. */
export function paint(colour: string): void {
  const { style } = document.documentElement;
  style.setProperty('--station', colour);
  style.setProperty('--on-station', inkOn(colour));
}
