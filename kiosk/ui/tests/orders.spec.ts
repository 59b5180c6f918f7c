import type { Page } from '@playwright/test';
import { arrive } from './arrive.js';
import { accessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { everySize } from './layout.js';
import { Organiser } from './organiser.js';
import { dial, said, Visitor } from './visitor.js';
import { t } from './words.js';

const near = 100; // ms
const tablet = { width: 1280, height: 800 };
const over = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

/** Gives the test the browser's own players, with what they really do. */
function spy(): void {
  const own = window as unknown as { players: HTMLMediaElement[]; volumes: () => number[] };
  const { play } = HTMLMediaElement.prototype;
  const volume = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'volume')!;
  own.players = [];
  own.volumes = () => own.players.map((p) => (p.muted ? 0 : Math.round(100 * (volume.get!.call(p) as number))));
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    if (!own.players.includes(this)) own.players.push(this);
    return play.call(this);
  };
}

const volumes = (page: Page) => page.evaluate(() => (window as unknown as { volumes: () => number[] }).volumes());
const players = (page: Page) => page.evaluate(() => (window as unknown as { players: HTMLMediaElement[] }).players
  .map(({ paused, currentTime, played }) => ({ paused, at: Math.round(currentTime * 1000), pieces: played.length, to: Math.round(played.end(0) * 1000) })));

test('a screen does what it is ordered, and a call stands still with the room to go on exactly where it was', async ({ screens, room, wire }) => {
  const organiser = await Organiser.of(room);
  const page = await screens.at('call');
  const visitor = new Visitor(screens);
  await visitor.arrive();
  await page.addInitScript(spy);
  await page.reload();
  const call = await organiser.screen('call');
  let at = 0; // ms, where the room stopped the call

  await test.step('dark, and nobody can begin', async () => {
    await organiser.order(call, { do: 'blank', on: true });
    await expect(over(page, t('shell.dark'))).toBeVisible();
    await page.mouse.click(400, 700);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(over(page, t('shell.dark'))).toBeVisible();
    await accessible(page, 'dark');
    await organiser.order(call, { do: 'blank' });
    await expect(over(page, t('shell.dark'))).toHaveCount(0);
    await expect(page.getByRole('button', { name: t('shell.begin'), exact: true })).toBeVisible();
  });

  await test.step('a message and a volume before the call', async () => {
    await organiser.order(call, { do: 'message', text: 'The coffee is ready, and the lift is out of order. Please take the stairs on the left.' });
    await expect(page.getByRole('status').filter({ hasText: 'The coffee is ready' })).toBeVisible();
    await visitor.checkIn(page, 'badge');
    await everySize(page, 'message-call');
    await page.setViewportSize(tablet);
    await accessible(page, 'message');
    await page.getByLabel(t('call.volume')).fill('60');
    await organiser.order(call, { do: 'volume', volume: 50 });
    await organiser.order(call, { do: 'message' });
    await expect(page.getByText('The coffee is ready')).toHaveCount(0);
  });

  await test.step('paused amid the call', async () => {
    await dial(page);
    await said(page, 'Meter team, hello.');
    await organiser.pause(true);
    await expect(over(page, t('shell.moment'))).toBeVisible();
    const [stopped] = await players(page);
    expect(await volumes(page)).toEqual([30]);
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.mouse.click(640, 400);
    await accessible(page, 'one moment');
    await everySize(page, 'one-moment');
    await page.setViewportSize(tablet);
    await organiser.order(call, { do: 'mute', on: true });
    expect(await volumes(page)).toEqual([0]);
    await organiser.order(call, { do: 'mute' });
    await organiser.order(call, { do: 'volume', volume: 100 });
    expect(await volumes(page)).toEqual([60]);
    await expect(over(page, t('shell.moment'))).toBeVisible();
    expect(await players(page)).toEqual([stopped]);
    expect(stopped!.paused).toBe(true);
    at = stopped!.at;
  });

  await test.step('and on from there', async () => {
    await organiser.pause(false);
    await expect(over(page, t('shell.moment'))).toHaveCount(0);
    await page.getByRole('heading', { name: t('call.end.title') }).waitFor();
    const [whole] = await players(page);
    expect(whole!.pieces, 'one piece, without a jump').toBe(1);
    const heard = wire.bodies<{ from: number; to: number }>('call.heard');
    const held = heard.findIndex((h) => Math.abs(h.to - at) <= near);
    expect(heard[held + 1]?.from, `told up to ${at} and on from there, in ${JSON.stringify(heard)}`).toBe(heard[held]!.to);
    const all = heard.reduce((n, { from, to }) => n + to - from, 0);
    expect(Math.abs(all - 6084 - 1600), `heard ${all} ms in all, with 1600 more of the music`).toBeLessThanOrEqual(250);
    expect(Math.abs(heard.at(-1)!.to - whole!.to)).toBeLessThanOrEqual(near);
    expect(wire.bodies('call.paused'), 'a pause of the room is nobody’s choice').toEqual([]);
  });

  await test.step('its number, for ten seconds', async () => {
    await organiser.order(call, { do: 'identify' });
    const { number, width, height, software, orders } = await organiser.row('call');
    expect([width, height, orders.volume]).toEqual([1280, 800, 100]);
    expect(software).toMatch(/^[\w-]{6,}$/);
    const shown = over(page, t('shell.number', { n: number }));
    await expect(shown).toBeVisible();
    await everySize(page, 'number');
    await page.setViewportSize(tablet);
    await accessible(page, 'its number');
    await expect(shown).toHaveCount(0);
    await expect(page.getByRole('heading', { name: t('call.end.title') })).toBeVisible();
  });
  expect(wire.refused).toEqual([]);
});

test('loaded anew amid a portal, a screen goes on where it was', async ({ screens, room, wire }) => {
  const organiser = await Organiser.of(room);
  const page = await screens.at('portal');
  const visitor = new Visitor(screens);
  await visitor.arrive();
  await visitor.checkIn(page, 'badge');
  await visitor.open(page);
  await page.getByRole('button', { name: 'Me', exact: true }).click();
  await page.getByLabel('Postcode', { exact: true }).waitFor();
  await page.evaluate(() => Object.assign(window, { before: true }));
  await organiser.order(await organiser.screen('portal'), { do: 'reload' });
  expect(await page.evaluate(() => 'before' in window), 'done means that the new page says so').toBe(false);
  await page.getByLabel('Postcode', { exact: true }).waitFor();
  await visitor.solve(page);
  const visit = wire.visit(visitor.code);
  await expect.poll(() => wire.of(visit).filter((fact) => !wire.acked.has(fact))).toEqual([]);
  const at = [...wire.facts.values()].filter((f) => f.visit === visit && f.type.startsWith('stop.') && f.type !== 'stop.progress');
  expect(at.map((f) => f.type), 'the stop is one').toEqual(['stop.entered', 'stop.left', 'stop.entered']);
  expect(wire.refused).toEqual([]);
});

test('an opening from setup to closed', async ({ screens, room, wire }) => {
  const organiser = await Organiser.of(room);
  const entry = await screens.at('entry');
  const page = await screens.at('call');
  await entry.getByRole('button', { name: t('shell.begin'), exact: true }).waitFor();
  await organiser.phase('closed');
  await entry.getByRole('heading', { name: t('shell.closed') }).waitFor();
  await organiser.phase('setup');
  const early = await arrive(screens);
  expect(wire.bodies<{ rehearsal: boolean }>('visit.opened').map((v) => v.rehearsal)).toEqual([true]);
  await entry.getByRole('button', { name: t('shell.next.done'), exact: true }).click();
  await early.checkIn(page, 'badge');
  await organiser.phase('open');
  await page.getByRole('heading', { name: t('shell.ended') }).waitFor();

  const visitor = new Visitor(screens);
  await visitor.arrive();
  await page.getByRole('button', { name: t('shell.begin'), exact: true }).waitFor();
  await visitor.checkIn(page, 'badge');
  await entry.getByRole('button', { name: t('shell.begin'), exact: true }).click();
  await entry.getByRole('heading', { name: 'Ada Wells' }).waitFor();
  await organiser.phase('closing');
  await entry.getByRole('heading', { name: t('shell.closing') }).waitFor(); // also for who had just begun
  await accessible(entry, 'closing');
  await everySize(entry, 'closing');
  await page.getByRole('button', { name: t('shell.leave'), exact: true }).click();
  await page.getByRole('button', { name: t('shell.next.done'), exact: true }).click();
  await visitor.exit();
  await organiser.phase('closed');
  await entry.getByRole('heading', { name: t('shell.closed') }).waitFor();
  expect(wire.refused).toEqual([]);
});
