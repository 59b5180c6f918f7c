import type { Comfort } from '../shared/station.js';
import { direction } from '../shared/tongue.js';

/** How a screen stands when nobody has chosen anything. */
export const plain: Comfort = {
  largeText: false, highContrast: false, dim: false, reducedMotion: false, transcript: false, moreTime: false,
};

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

/** The ink, black or white, that is easier to read on a colour (#rrggbb). */
export function inkOn(colour: string): string {
  const part = (at: number) => {
    const c = parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const light = 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.0556 ? '#ffffff' : '#1d1b16';
}

/** Paints the page in a station's colour. */
export function paint(colour: string): void {
  const { style } = document.documentElement;
  style.setProperty('--station', colour);
  style.setProperty('--on-station', inkOn(colour));
}
