/** Room for the drawing in px. Upright, the way runs down and feelings run along the text. */
export interface Ground { width: number; height: number; upright: boolean; mirrored: boolean; steps: number; pad: number }

export interface Place { x: number; y: number }

/** Where a step lies at a level, −2…2. */
export function place({ width, height, upright, mirrored, steps, pad }: Ground, step: number, level: number): Place {
  const along = (step + 0.5) / steps;
  const up = (level + 2) / 4;
  const flip = (x: number) => (mirrored ? width - x : x);
  return upright
    ? { x: flip(pad + up * (width - 2 * pad)), y: along * height }
    : { x: flip(along * width), y: height - pad - up * (height - 2 * pad) };
}

/** A smooth line through a level for each step; it never rises above or falls below them. */
export function curve(ground: Ground, levels: number[]): string {
  const at = levels.map((level, i) => place(ground, i, level));
  return at.map((to, i) => {
    const from = at[i - 1];
    if (!from) return `M${spot(to)}`;
    const half = ground.upright ? { x: 0, y: (to.y - from.y) / 2 } : { x: (to.x - from.x) / 2, y: 0 };
    return `C${spot({ x: from.x + half.x, y: from.y + half.y })} ${spot({ x: to.x - half.x, y: to.y - half.y })} ${spot(to)}`;
  }).join('');
}

const spot = ({ x, y }: Place) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** Along the axis of feelings, `by` px nearer to its middle. */
export function inward(ground: Ground, at: Place, by: number): Place {
  const { width, height, upright } = ground;
  return upright ? { x: at.x + (at.x > width / 2 ? -by : by), y: at.y } : { x: at.x, y: at.y + (at.y > height / 2 ? -by : by) };
}

/** Along the way, `by` px on. */
export function onward(ground: Ground, at: Place, by: number): Place {
  return ground.upright ? { x: at.x, y: at.y + by } : { x: at.x + (ground.mirrored ? -by : by), y: at.y };
}
