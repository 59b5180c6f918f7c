// Taps and listens in a headless Chromium: node sound.mjs URL. Prints
// {"station": [ms…], "bare": [ms…]}, from a tap until the player has moved.
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const url = process.argv[2];
const words = (file) => JSON.parse(readFileSync(file, 'utf8'));
const shell = words('kiosk/ui/words/en.json');
const call = words('stations/call/words/en.json');
const times = 9;

/** Measures from the tap's own time stamp. */
function watch() {
  let tapped = 0;
  addEventListener('pointerup', (e) => (tapped = e.timeStamp), true);
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    const from = this.currentTime;
    const look = () => (this.currentTime > from ? (window.took = performance.now() - tapped) : requestAnimationFrame(look));
    look();
    return play.call(this);
  };
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-gpu'] });
const context = await browser.newContext({ baseURL: url, locale: 'en-GB', viewport: { width: 1280, height: 800 } });
await context.addInitScript(watch);
const page = await context.newPage();
let recording = '';
page.on('request', (r) => { if (r.url().includes('/call.mp3')) recording = r.url(); });
const tap = async (on, button) => {
  await on.evaluate(() => (window.took = 0));
  await button.click();
  return (await on.waitForFunction(() => window.took)).jsonValue();
};

await page.goto('/s/call');
await page.getByRole('button', { name: shell['shell.begin'] }).click();
await page.getByRole('button', { name: 'Amber Otter' }).click();
await page.getByRole('button', { name: call['start.dial'].replace('{name}', 'Ruth') }).click();
await page.getByRole('button', { name: '2', exact: true }).click();
const station = [];
for (let i = 0; i < times; i++) {
  await page.waitForTimeout(600);
  await page.reload();
  station.push(await tap(page, page.getByRole('button', { name: new RegExp(`^${call['start.resume'].replace('{at}', '')}`) })));
}

const empty = await context.newPage();
await empty.route('**/bare', (route) => route.fulfill({
  contentType: 'text/html',
  body: `<audio preload="auto" src="${recording}"></audio><button onclick="document.querySelector('audio').play()">Play</button>`,
}));
const bare = [];
for (let i = 0; i < times; i++) {
  await empty.goto('/bare');
  await empty.waitForFunction(() => document.querySelector('audio').readyState === 4);
  bare.push(await tap(empty, empty.getByRole('button')));
}
await browser.close();
process.stdout.write(JSON.stringify({ station, bare }));
