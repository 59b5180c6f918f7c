import { svg, type SVGTemplateResult } from 'lit';
import type { Feeling } from './feeling.js';

/**
 * A face in a circle of radius 10 around 0,0 that feels so: the mouth bends with
 * valence, eyes and mouth open with arousal, the brows tell anger from worry.
 * It looks towards `at` (a direction of length ≤ 1, down is positive).
 */
export function face({ valence, arousal }: Feeling, at = { x: 0, y: 0 }): SVGTemplateResult {
  const v = valence / 4;
  const a = arousal / 4;
  const open = Math.max(0.35, 1.25 + a * 0.85);
  const gaze = `translate(${(at.x * 0.9).toFixed(2)} ${(at.y * 0.7).toFixed(2)})`;
  const eye = (x: number) =>
    a < -0.7 && v > -0.4
      ? svg`<path class="line" d="M${x - 1.5} -2 q1.5 ${v > 0.3 ? 1.3 : 0.9} 3 0" />`
      : svg`<ellipse class="ink" cx=${x} cy="-2" rx=${0.95 + Math.max(0, a) * 0.2} ry=${open.toFixed(2)} transform=${gaze} />`;
  const tilt = v < 0 ? -v * (a > 0 ? 1.3 : -1.1 * (0.4 - a * 0.6)) : 0;
  const lift = -5.4 - a * 1.1 - (v > 0 ? v * a * 0.4 : 0);
  const brow = (side: number) =>
    svg`<path class="line" d="M${side * 5.1} ${(lift - tilt * 0.8).toFixed(2)} L${side * 2.1} ${(lift + tilt).toFixed(2)}" />`;
  return svg`
    <circle class="skin" r="10" />
    ${eye(-3.5)} ${eye(3.5)}
    ${Math.abs(v) + Math.abs(a) > 0.4 ? svg`${brow(-1)} ${brow(1)}` : null}
    ${mouth(v, a)}
  `;
}

function mouth(v: number, a: number): SVGTemplateResult {
  const wide = 3.4 + Math.abs(v) * 0.9 - Math.max(0, a) * 0.5;
  const corner = 4.2 - v * 1.1;
  const middle = corner + v * 3.6;
  if (a > 0.5 && Math.abs(v) > 0.4) {
    const lip = v > 0 ? corner - 0.2 : corner + v * 3.2;
    const jaw = v > 0 ? middle + 1.7 : corner + 1;
    return svg`<path class="ink" d="M${-wide} ${corner} Q0 ${lip} ${wide} ${corner} Q0 ${jaw + 1} ${-wide} ${corner} Z" />`;
  }
  if (a > 0.5) return svg`<ellipse class="ink" cx="0" cy="4.6" rx="1.7" ry=${1.1 + a * 0.9} />`;
  return svg`<path class="line" d="M${-wide} ${corner.toFixed(2)} Q0 ${middle.toFixed(2)} ${wide} ${corner.toFixed(2)}" />`;
}
