import type { ScreenState } from '../screen/wire.js';

const name = `immersion ${location.pathname}`;
const trusted = 'serviceWorker' in navigator; // over TLS, or on the server's own machine
const needed = /^\/(assets|api\/v1\/(words|scenarios))\//;

/** What a phone shows after a reload without a network, as long as its tab lives; undefined for none. */
export function recall(): ScreenState | undefined {
  const kept = sessionStorage.getItem(name);
  return kept ? (JSON.parse(kept) as ScreenState) : undefined;
}

/** Keeps it. Where no worker may run, a reload needs the network anyway, and nothing is kept. */
export function keep(state: ScreenState): void {
  if (trusted) sessionStorage.setItem(name, JSON.stringify(state));
}

/** Has a worker bring the page and all that it has loaded by now, when the network is away at a reload. */
export async function stayUp(): Promise<void> {
  if (!trusted) return;
  await navigator.serviceWorker.register('/b/worker.js', { scope: '/b/' });
  const cache = await caches.open('phone');
  const page = await fetch(location.pathname);
  if (page.ok) await cache.put('/b/page', page);
  const loaded = performance.getEntriesByType('resource').map((e) => new URL(e.name));
  await cache.addAll([...new Set(loaded.filter((u) => u.origin === location.origin && needed.test(u.pathname)).map(String))]);
}

/** Leaves nothing of the visit in the phone. */
export async function forget(): Promise<void> {
  sessionStorage.clear();
  history.replaceState(null, '', '/b/over');
  if (!trusted) return;
  await caches.delete('phone');
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
}
