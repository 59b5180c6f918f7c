// The list of kinds on the screen. Each module defines the element <station-KIND>.
export const kinds: Record<string, () => Promise<unknown>> = {
  entry: () => import('./entry/element'),
  recall: () => import('./recall/element'),
  call: () => import('./call/element'),
  portal: () => import('./portal/element'),
  invoice: () => import('./invoice/element'),
  story: () => import('./story/element'),
  desk: () => import('./desk/element'),
  journey: () => import('./journey/element'),
  observe: () => import('./observe/element'),
  exit: () => import('./exit/element'),
};
