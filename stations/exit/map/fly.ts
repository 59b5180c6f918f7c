const calm = () => document.documentElement.dataset.motion === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Where an element comes from: its middle, in the page's pixels. */
export interface From { x: number; y: number }

export function middle(box: DOMRect): From {
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/** Lets an element fly to its place from another, after `delay` ms; it stands there at once with reduced motion. */
export function fly(element: HTMLElement, from: From, delay = 0): void {
  if (calm()) return;
  const to = middle(element.getBoundingClientRect());
  element.animate(
    [
      { translate: `${from.x - to.x}px ${from.y - to.y}px`, scale: 0.8, opacity: delay ? 0 : 1, zIndex: 3 },
      { translate: 'none', scale: 1, opacity: 1, zIndex: 3 },
    ],
    { duration: 250, delay, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)', fill: 'backwards' },
  );
}
