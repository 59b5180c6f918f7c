import type { BrowserContextOptions, Page, WebSocketRoute } from '@playwright/test';
import type { RoomFrame } from '../shared/wire.gen.js';
import { accessible } from './axe.js';
import { faults } from './faults.js';
import { expect, test } from './fixtures.js';
import { fullRoom, movedOn } from './full-room.mjs';
import { picture } from './layout.js';
import type { Server } from './server.js';
import { kinds, t } from './words.js';


// The page alone, before a room as large as it must bear; opening.spec.ts has a real one.

/** The organiser's page on a socket of the test's own. */
async function desk(room: Server, open: (path: string, how?: BrowserContextOptions) => Promise<Page>, how: BrowserContextOptions, path = '/console') {
  const organiser = await room.organiser();
  const page = await open('/sign-in', { storageState: await organiser.storageState(), ...how });
  await organiser.dispose();
  let socket: WebSocketRoute | undefined;
  await page.routeWebSocket(/watch/, (s) => { socket = s; });
  await page.clock.install();
  await page.goto(path);
  await expect.poll(() => socket !== undefined).toBe(true);
  return { page, tell: (frame: RoomFrame) => socket!.send(JSON.stringify(frame)) };
}

/** From now on the page keeps the ids of rows that draw themselves anew, and which cells flash. */
async function count(page: Page): Promise<{ drawn: () => Promise<string[]>; flashed: () => Promise<string[]> }> {
  await page.evaluate(() => {
    const drawn: string[] = [];
    const flashed: string[] = [];
    const { animate } = HTMLElement.prototype;
    HTMLElement.prototype.animate = function (...how) {
      if (this.dataset['cell']) flashed.push(this.dataset['cell']);
      return animate.apply(this, how);
    };
    for (const name of ['screen-row', 'visitor-row']) {
      const row = (customElements.get(name) as unknown as { prototype: { render: (this: { key: string }) => unknown } }).prototype;
      const { render } = row;
      row.render = function () {
        drawn.push(this.key);
        return render.call(this);
      };
    }
    Object.assign(window, { drawn, flashed });
  });
  const taken = (what: 'drawn' | 'flashed') => () => page.evaluate((name) => (window as unknown as Record<string, string[]>)[name]!.splice(0).sort(), what);
  return { drawn: taken('drawn'), flashed: taken('flashed') };
}

test('of 60 screens and 300 visitors only what changed is drawn anew, and flashes once', async ({ room, open }) => {
  const { page, tell } = await desk(room, open, { reducedMotion: 'no-preference' });
  const first = fullRoom([...kinds], 60, 300, Date.now());
  tell(first);
  const screens = page.getByRole('table', { name: t('console.screens') });
  const visitors = page.getByRole('table', { name: t('console.visitors') });
  await expect(visitors.locator('visitor-row')).toHaveCount(300);
  await expect(screens.locator('screen-row')).toHaveCount(60);
  const { drawn, flashed } = await count(page);

  const next = movedOn(first, [...kinds], 1);
  tell(next);
  await expect(page.locator('screen-row').nth(1)).toContainText(t('console.state.ready'));
  expect(await drawn()).toEqual([...Object.keys(next.visits!), ...Object.keys(next.screens!)].sort());
  expect(await flashed(), 'cells that changed').toEqual(['state', ...Array.from({ length: 5 }, () => 'where')]);

  // The same again, as after a line that was down; and minutes go by.
  tell({ ...first, screens: { ...first.screens, ...next.screens }, visits: { ...first.visits, ...next.visits }, paused: true });
  await expect(page.getByText(t('console.paused'))).toBeVisible();
  const since = page.locator('screen-row').first().locator('time-label');
  await expect(since).toHaveText(t('console.just-now'));
  await page.clock.fastForward('02:00');
  await expect(since).toHaveText(t('console.minutes', { n: 2 }));
  expect([...await drawn(), ...await flashed()], 'rows drawn though nothing of them changed').toEqual([]);

  await page.emulateMedia({ reducedMotion: 'reduce' });
  tell(movedOn(first, [...kinds], 2));
  await expect.poll(drawn).not.toEqual([]);
  expect(await flashed(), 'no flash for who wants none').toEqual([]);
});

test('of 300 visitors one is found by badge or station, and no other row is drawn for it', async ({ room, open }) => {
  const { page, tell } = await desk(room, open, { colorScheme: 'light', hasTouch: true });
  const first = fullRoom([...kinds], 8, 300, Date.now());
  tell(first);
  const visitors = page.getByRole('table', { name: t('console.visitors') });
  const shown = visitors.locator('visitor-row:visible');
  await expect(shown).toHaveCount(300);
  const field = page.getByRole('searchbox', { name: t('console.find') });
  await field.focus();
  const { drawn } = await count(page);
  const sorted = Object.values(first.visits).sort((a, b) => a.opened - b.opened);
  const all = sorted.length;
  const found = (n: number) => expect(page.getByRole('search').getByRole('status')).toHaveText(t('console.find.found', { n, all }));

  const one = sorted[170]!;
  await field.fill(one.badge.code.toLowerCase());
  await found(1);
  await expect(shown).toContainText(one.badge.words);
  expect((await drawn()).every((id) => [sorted[0]!.id, one.id].includes(id)), 'drawn but for where the Tab key comes to').toBe(true);
  await page.keyboard.press('Enter'); // to the one that is found,
  await page.keyboard.press('Enter'); // and what can be done for them
  await expect(page.getByRole('dialog')).toContainText(one.badge.code);
  await page.keyboard.press('Escape');
  await field.focus();
  await page.keyboard.press('Escape');
  await expect(shown).toHaveCount(300);

  await field.fill('mber ótt'); // part of a word, and as it may be spelt
  const otters = sorted.filter((v) => v.badge.words === 'Amber Otter').length;
  await found(otters);
  await field.fill('otter 2'); // at the second station
  const there = sorted.filter((v) => v.badge.words.endsWith('Otter') && v.place === kinds[1]);
  expect(there.length).toBeGreaterThan(0);
  await expect(shown.first()).toContainText('Otter');
  for (const v of there) await expect(shown.filter({ hasText: v.badge.code })).toHaveCount(1);
  await looks(page, 'found', ['dark']);

  tell(movedOn(first, [...kinds], 1)); // what comes in is found, or not, like the rest
  await field.fill('nobody-is-called-so');
  await found(0);
  await expect(page.getByText(t('console.find.none'))).toBeVisible();
  await page.getByRole('button', { name: t('console.find.clear') }).tap();
  await expect(shown).toHaveCount(300);
  await expect(field).toBeFocused();
});

test('the page is walked by keyboard, and can be read light and dark', async ({ room, open }) => {
  const { page, tell } = await desk(room, open, { colorScheme: 'light' });
  const rotation = { turn: 2, of: 3, ends: Date.now() + 200_000 };
  const first = fullRoom([...kinds], 12, 14, Date.now());
  tell({ ...first, rotation });
  await expect(page.getByRole('timer')).toHaveText(/^3:\d\d$/);
  await expect(page.getByRole('button', { name: /^Screen 5: / })).toBeVisible(); // lost
  await looks(page, 'room');

  const row = (name: string) => page.getByRole('button', { name, exact: true });
  const words = Object.values(first.visits).sort((a, b) => a.opened - b.opened).map((v) => v.badge.words);
  await row('Screen 1').focus();
  await page.keyboard.press('ArrowDown');
  await expect(row('Screen 2')).toBeFocused();
  await page.keyboard.press('Tab'); // a table is one stop
  await expect(page.getByRole('searchbox', { name: t('console.find') })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(row(words[0]!)).toBeFocused();
  await page.keyboard.press('End');
  await expect(row(words.at(-1)!)).toBeFocused();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText(words.at(-1)!);
  await looks(page, 'visitor', ['dark']);
  await page.keyboard.press('Escape');
  await expect(row(words.at(-1)!)).toBeFocused();
  await row('Screen 3').press('Enter');
  await sheet.evaluate((d: HTMLDialogElement, other) => { // the browser tells late that one is closed
    d.close();
    (other as HTMLElement).click();
  }, await row('Screen 4').elementHandle());
  await expect(sheet.getByRole('button', { name: t('console.order.identify') })).toBeVisible();
  await looks(page, 'screen', ['light']);
  tell({ ...first, full: false, screens: {}, visits: {}, gone: ['s3'] });
  await expect(sheet).toContainText(t('console.sheet.gone'));
  await page.keyboard.press('Escape');

  tell({ ...first, rotation, paused: true });
  await expect(page.getByRole('button', { name: t('console.resume') })).toBeVisible();
  await looks(page, 'paused', ['dark']);
  tell({ ...first, phase: 'setup' });
  await page.getByRole('link', { name: t('console.part.setup') }).press('Enter');
  await expect(page).toHaveURL(/#setup$/);
  await page.getByRole('listitem').filter({ hasText: t('console.check.disk') }).waitFor();
  await looks(page, 'setup');
});

test('the speakers are run in dim light', async ({ room, open }) => {
  const { page, tell } = await desk(room, open, { colorScheme: 'dark' }, '/console#sound');
  const at = Date.now();
  const sound = {
    status: 'It plays on “USB Audio, speakers of the room”.', ready: true, ambience: true,
    channels: { ambience: { volume: 40, muted: false }, chime: { volume: 80, muted: true }, speech: { volume: 100, muted: false } },
    playing: { id: 'p1', title: 'The call', station: 'call', since: at - 21_000, length: 95_000, held: false },
    waiting: [{ id: 'p2', title: 'Please go to the exit', length: 9000, held: false }],
  };
  const item = (id: string, title: string, length: number) => ({ id, title, length, captions: true });
  await page.route('**/api/v1/sound', (route) => route.fulfill({ json: { ...sound,
    announcements: [item('exit', 'Please go to the exit', 9000), item('soon', 'The doors open in five minutes', 12_000)],
    recitals: [item('call', 'The call', 95_000)] } }));
  tell({ ...fullRoom([...kinds], 6, 6, at), sound });
  await expect(page.getByText(t('console.sound.then'))).toBeVisible();
  await expect(page.getByRole('button', { name: /The doors open/ })).toBeEnabled();
  const mute = (channel: string) => page.getByRole('button', { name: t('console.sound.mute', { channel: t(`console.sound.${channel}`) }) });
  const [muted, heard] = await Promise.all(['chime', 'speech'].map((c) => mute(c).evaluate((b) => getComputedStyle(b).backgroundColor)));
  expect(muted, 'what is muted is the ink of a dim page').toBe('rgb(244, 237, 223)');
  expect(heard).not.toBe(muted);
  for (const slider of await page.getByRole('slider').all()) expect((await slider.boundingBox())!.height, 'for a finger').toBeGreaterThanOrEqual(48);
  await looks(page, 'sound', ['dark']);

  tell({ ...fullRoom([...kinds], 6, 6, at), sound: { ...sound, ready: false, status: 'No sound card is there.', playing: undefined, waiting: [] } });
  await expect(page.getByText(t('console.sound.none'))).toBeVisible();
  await expect(page.getByRole('button', { name: /The doors open/ })).toBeDisabled();
  await looks(page, 'sound-none', ['dark']);
});

/** At every size of an organiser's display nothing sticks out; axe finds nothing in the light and in the dark. */
async function looks(page: Page, state: string, colorSchemes: ('light' | 'dark')[] = ['dark', 'light']): Promise<void> {
  const over = await page.getByRole('dialog').isVisible(); // what it covers is covered
  for (const size of [{ width: 1920, height: 1080 }, { width: 1440, height: 900 }, { width: 640, height: 400 }, { width: 1280, height: 800 }]) {
    await page.setViewportSize(size);
    await picture(page, 'desk', `console-${state}-${size.width}`);
    if (!over) expect.soft(await page.evaluate(faults, true), `${state} at ${size.width}`).toEqual([]);
  }
  for (const colorScheme of colorSchemes) {
    await page.emulateMedia({ colorScheme });
    await accessible(page, `console, ${state}, ${colorScheme}`);
    await picture(page, 'desk', `console-${state}-${colorScheme}`);
  }
}
