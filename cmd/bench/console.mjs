// Measures the console's page with a full room on it: node console.mjs URL TOKEN.
// Prints {"update": [ms…], "bare": [ms…]}: from a frame's arrival until the page
// is laid out anew, and one text set in a plain table of as many rows.
import { chromium } from '@playwright/test';
import { fullRoom, movedOn } from '../../kiosk/ui/tests/full-room.mjs';

const [url, token] = process.argv.slice(2);
const screens = 60;
const visitors = 300;
const times = 60;

/** In the page: its socket is ours. */
function stand() {
  const { WebSocket: Real } = window;
  window.WebSocket = class extends EventTarget {
    constructor(address, protocol) {
      super();
      if (!String(address).endsWith('/watch')) return new Real(address, protocol);
      window.tell = (frame) => this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }));
    }
    send() {}
    close() {}
  };
}

/** In the page: how long the script and the layout of each update took. */
async function measure({ first, frames }) {
  const settled = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', done);
    port1.start();
    port2.postMessage(0);
  });
  const page = document.querySelector('immersion-console');
  const laidOut = () => page.renderRoot.querySelector('console-visitors').renderRoot.querySelector('visitor-row:last-of-type').getBoundingClientRect().top;
  window.tell(first);
  await settled();
  laidOut();
  const update = [];
  for (const frame of frames) {
    await new Promise(requestAnimationFrame);
    await settled();
    const from = performance.now();
    window.tell(frame);
    await settled();
    laidOut();
    update.push(performance.now() - from);
  }
  const rows = Object.values({ ...first.screens, ...first.visits });
  const plain = document.createElement('table');
  plain.innerHTML = rows.map((r) => `<tr><td>${r.id}</td><td>${r.since}</td><td>${r.name ?? r.badge.words}</td><td>${r.station ?? r.place}</td></tr>`).join('');
  document.body.replaceChildren(plain);
  const bare = [];
  for (let i = 0; i < frames.length; i++) {
    await new Promise(requestAnimationFrame);
    await settled();
    const from = performance.now();
    plain.rows[i % rows.length].cells[2].textContent = `changed ${i}`;
    await settled();
    plain.getBoundingClientRect();
    bare.push(performance.now() - from);
  }
  return { update, bare };
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const context = await browser.newContext({ baseURL: url, locale: 'en-GB', viewport: { width: 1920, height: 1080 } });
await context.request.post('/api/v1/setup', { data: { token, organiser: 'a long passphrase', manager: 'another passphrase' } });
await context.addInitScript(stand);
const page = await context.newPage();
await page.goto('/console');
const { scenario } = await (await context.request.get('/readyz')).json();
const stations = (await (await context.request.get(`/api/v1/scenarios/${scenario}`)).json()).stations.map((s) => s.id);
await page.waitForFunction(() => 'tell' in window);
const first = fullRoom(stations, screens, visitors, Date.now());
await page.evaluate((frame) => window.tell(frame), first);
await page.waitForFunction(() => document.querySelector('immersion-console').scenario);
const frames = Array.from({ length: times }, (_, i) => movedOn(first, stations, i + 1));
const got = await page.evaluate(measure, { first, frames });
await browser.close();
process.stdout.write(JSON.stringify(got));
