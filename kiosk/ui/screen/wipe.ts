/** Stops every sound below a node, through all its shadow trees. */
function silence(node: ParentNode): void {
  for (const media of node.querySelectorAll('audio, video')) {
    (media as HTMLMediaElement).pause();
    media.removeAttribute('src');
    (media as HTMLMediaElement).load();
  }
  for (const inner of node.querySelectorAll('*')) if (inner.shadowRoot) silence(inner.shadowRoot);
}

/** Takes a station's element off the page with its sound. */
export function dismantle(element: HTMLElement | undefined): void {
  if (!element) return;
  element.remove(); // first: it tells how far its sound came
  silence(element);
  if (element.shadowRoot) silence(element.shadowRoot);
}

/** Leaves nothing of the visitor in the browser; the outbox is not the visitor's but the room's, and stays. */
export function wipe(): void {
  sessionStorage.clear();
  (document.activeElement as HTMLElement | null)?.blur();
  history.replaceState(null, '', location.pathname);
  getSelection()?.removeAllRanges();
  if ('speechSynthesis' in window) speechSynthesis.cancel();
}
