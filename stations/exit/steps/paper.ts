/**
 * Prints an element alone; kiosk/ui/shared/tokens.css hides the rest. It
 * leaves the page when it is printed, or before by what is given back.
 */
export function printAlone(element: HTMLElement): () => void {
  const off = () => element.remove();
  element.toggleAttribute('data-print', true);
  document.body.append(element);
  addEventListener('afterprint', off, { once: true });
  requestAnimationFrame(() => print());
  return off;
}
