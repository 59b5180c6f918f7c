/**
 * What is wrong with a page's layout; runs in the page. Displays may not scroll.
 * Words may be scrolled away inside a box, but nothing may lie on top of them,
 * and what is to be done next must be whole and free.
 */
export function faults(scrolls: boolean): string[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const all = (selector: string) => roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
  const found = new Set<string>();

  for (const box of [document.documentElement, ...all('main')]) {
    if (box.scrollWidth > box.clientWidth + 1) found.add(`${box.localName} is ${box.scrollWidth - box.clientWidth} px too wide`);
    if (!scrolls && box.scrollHeight > box.clientHeight + 1) found.add(`${box.localName} is ${box.scrollHeight - box.clientHeight} px too high`);
  }

  const above = (element: Element): Element | null =>
    element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
  const inert = (element: Element | null): boolean => element !== null && (element.hasAttribute('inert') || inert(above(element)));
  const within = (element: Element | null, whole: Element): boolean => element !== null && (element === whole || within(above(element), whole));
  const topmost = (x: number, y: number): Element | null => {
    let on = document.elementFromPoint(x, y);
    for (let inner = on; inner; inner = on?.shadowRoot?.elementFromPoint(x, y) ?? null) {
      if (inner === on && on?.shadowRoot?.elementFromPoint(x, y) === on) break;
      on = inner;
    }
    return on;
  };

  /** The part of a rectangle that no box around it clips; undefined for (almost) nothing. */
  const shown = ({ left, top, right, bottom }: DOMRect, element: Element): DOMRect | undefined => {
    for (let box: Element | null = element; box; box = above(box)) {
      const style = getComputedStyle(box);
      if (style.visibility === 'hidden' || style.opacity === '0' || box.hasAttribute('inert')) return undefined;
      if (style.overflow === 'visible' && !/paint|strict|content/.test(style.contain)) continue;
      const edge = box.getBoundingClientRect();
      [left, top, right, bottom] = [Math.max(left, edge.left), Math.max(top, edge.top), Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
    }
    [left, top, right, bottom] = [Math.max(left, 0), Math.max(top, 0), Math.min(right, innerWidth), Math.min(bottom, innerHeight)];
    return right - left > 4 && bottom - top > 6 ? new DOMRect(left, top, right - left, bottom - top) : undefined;
  };

  interface Line { words: string; element: Element; box: DOMRect }
  const lines: Line[] = [];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
      const element = text.parentElement;
      if (!text.data.trim() || !element || /^(style|script|option|title)$/.test(element.localName)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const words = `“${text.data.trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
      for (const rect of range.getClientRects()) {
        const box = shown(rect, element);
        if (box) lines.push({ words, element, box });
      }
    }
  }

  /** Whether an element can be seen at a point where it is on top: a clear layer to be touched cannot. */
  const seen = (element: Element, x: number, y: number) => {
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const filled = backgroundImage !== 'none' || !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor);
    const inside = box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
    return opacity !== '0' && (filled || /^(img|button)$/.test(element.localName)) && inside;
  };
  const apart = (a: Element, b: Element) => !within(a, b) && !within(b, a);
  lines.forEach((line, i) => {
    const { box, element, words } = line;
    const y = box.y + box.height / 2;
    for (const x of [box.left + 3, box.x + box.width / 2, box.right - 3]) {
      const on = topmost(x, y);
      if (on && apart(on, element) && seen(on, x, y)) found.add(`${words} lies under ${on.localName}.${on.getAttribute('class')}`);
    }
    for (const other of lines.slice(i + 1)) {
      const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const lower = (a: DOMRect) => a.height * 0.24; // glyphs are lower than their lines
      const height = Math.min(box.bottom - lower(box), other.box.bottom - lower(other.box)) - Math.max(box.top + lower(box), other.box.top + lower(other.box));
      if (width > 3 && height > 2 && apart(other.element, element)) found.add(`${words} and ${other.words} lie on one another`);
    }
  });

  for (const button of all(scrolls ? 'button.primary' : 'button.primary, button.leave')) {
    if (scrolls) button.scrollIntoView({ block: 'nearest' });
    const { left, top, right, bottom } = button.getBoundingClientRect();
    if (right <= left || inert(button)) continue; // not there now, or not its turn
    const name = button.textContent!.trim();
    if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) found.add(`“${name}” is cut off`);
    for (const [x, y] of [[left + 9, top + 9], [right - 9, bottom - 9], [(left + right) / 2, (top + bottom) / 2]] as const) {
      if (!within(topmost(x, y), button)) found.add(`“${name}” is covered by ${topmost(x, y)?.localName}.${topmost(x, y)?.getAttribute('class')}`);
    }
  }
  return [...found];
}
