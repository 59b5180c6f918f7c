import type { Feeling } from '../../kiosk/ui/shared/feeling.js';

/** The dot flies from where it was tapped to its place on the call, or beside its line. */
export function fly(root: ParentNode, grid: HTMLElement | null, feeling: Feeling): void {
  const field = grid?.shadowRoot?.querySelector('.field')?.getBoundingClientRect();
  const dot = root.querySelector('.mark:last-of-type, [aria-current=true] em i:last-of-type');
  if (!field || !dot || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const to = dot.getBoundingClientRect();
  const x = field.left + field.width * (0.5 + feeling.valence * 0.106) - to.left - to.width / 2;
  const y = field.top + field.height * (0.5 - feeling.arousal * 0.106) - to.top - to.height / 2;
  dot.animate([{ transform: `translate(${x}px, ${y}px) scale(1.8)` }, { transform: 'none' }],
    { duration: 230, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' });
}
