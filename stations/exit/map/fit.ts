/**
 * Lets a list show as many of its items as fit into it: first it goes without
 * quotes, then its last items are hidden. Gives the number hidden.
 */
export function fit(list: HTMLElement): number {
  const items = [...list.children] as HTMLElement[];
  // Offsets, not the scroll height: notes on their way here would count with that.
  const over = () => items.some((i) => !i.hidden && i.offsetTop + i.offsetHeight > list.offsetTop + list.clientHeight + 1);
  list.removeAttribute('data-dense');
  for (const item of items) item.hidden = false;
  if (over()) list.setAttribute('data-dense', '');
  let left = items.length;
  while (left > 0 && over()) items[--left]!.hidden = true;
  return items.length - left;
}
