/** A place on the affect grid: integers −4…4. Valence runs unpleasant to pleasant, arousal calm to stirred. */
export interface Feeling { valence: number; arousal: number }

const zones = [
  ['low', 'upset', 'furious'],
  ['still', 'neutral', 'alert'],
  ['serene', 'pleased', 'delighted'],
];

const band = (n: number) => (n <= -2 ? 0 : n >= 2 ? 2 : 1);

/** The name of the ninth of the grid that a feeling lies in, as kiosk.Zone; words under "feeling.<zone>". */
export function zone(feeling: Feeling): string {
  return zones[band(feeling.valence)]![band(feeling.arousal)]!;
}

/** The nearest place on the grid. */
export function nearest(valence: number, arousal: number): Feeling {
  const snap = (n: number) => Math.max(-4, Math.min(4, Math.round(n))) + 0; // no −0
  return { valence: snap(valence), arousal: snap(arousal) };
}
