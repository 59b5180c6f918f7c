// Keeps a phone's page through a reload without a network. The page itself puts
// into the cache what it needs; only browsers that trust this server ask for this.
addEventListener('install', () => self.skipWaiting());
addEventListener('activate', (e) => e.waitUntil(self.clients.claim()));
addEventListener('fetch', (e) => {
  if (e.request.method !== 'GET') return;
  const kept = e.request.mode === 'navigate' ? '/b/page' : e.request;
  e.respondWith(fetch(e.request).catch(async () => (await caches.match(kept, { ignoreVary: true })) ?? Response.error()));
});
