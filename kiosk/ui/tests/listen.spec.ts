import type { Page } from '@playwright/test';
import { accessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { Visitor, dial, feeling, ordinary, said, tap } from './visitor.js';
import type { Wire } from './wire.js';
import { t } from './words.js';

type Span = [from: number, to: number];
interface Heard { from: number; to: number }
type Fact = Parameters<Wire['facts']['set']>[1];

const press = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true }).click();
const near = 100; // ms

/** Gives the test the browser's own player, and the buttons of headphones. */
function spy(): void {
  const own = window as unknown as { players: HTMLMediaElement[]; headphones: Record<string, (() => void) | null> };
  own.players = [];
  own.headphones = {};
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    if (!own.players.includes(this)) own.players.push(this);
    return play.call(this);
  };
  const { fetch } = window;
  window.fetch = (to, how) => {
    if (how?.keepalive) localStorage.setItem('last words', String(how.body)); // nobody sees what a page sends as it goes
    return fetch(to, how);
  };
  navigator.mediaSession.setActionHandler = (action, act) => {
    own.headphones[action] = act as (() => void) | null;
  };
}

/** What the browser itself says was played, ms. */
const played = (page: Page): Promise<Span[]> => page.evaluate(() => {
  const { players } = window as unknown as { players: HTMLMediaElement[] };
  return players.flatMap(({ played: p }) => Array.from({ length: p.length }, (_, i) => [p.start(i) * 1000, p.end(i) * 1000] as [number, number]));
});

const button = (page: Page, name: string) => page.evaluate((n) =>
  (window as unknown as { headphones: Record<string, (() => void) | null> }).headphones[n]?.(), name);

function merged(spans: Span[]): Span[] {
  const out: Span[] = [];
  const sorted = [...spans];
  sorted.sort((a, b) => a[0] - b[0]);
  for (const [from, to] of sorted) {
    const last = out.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

/** The ranges told are those that were played. */
function same(told: Heard[], truth: Span[]): void {
  const got = merged(told.map(({ from, to }) => [from, to])), want = merged(truth);
  expect(got.length, `told ${JSON.stringify(got)}, played ${JSON.stringify(want)}`).toBe(want.length);
  got.forEach(([from, to], i) => {
    expect(Math.abs(from - want[i]![0]), `begin of ${JSON.stringify(got)}, played ${JSON.stringify(want)}`).toBeLessThanOrEqual(near);
    expect(Math.abs(to - want[i]![1]), `end of ${JSON.stringify(got)}, played ${JSON.stringify(want)}`).toBeLessThanOrEqual(near);
  });
}

async function ready(page: Page, visitor: Visitor, how: 'badge' | 'code' = 'badge'): Promise<void> {
  await page.addInitScript(spy);
  await page.reload();
  await visitor.checkIn(page, how);
}

for (const asleep of [false, true]) {
  test(`what is heard is told to a tenth of a second${asleep ? ', while the page’s clock sleeps' : ''}`, async ({ screens, wire }) => {
    const page = await screens.at('call');
    const visitor = new Visitor(screens);
    await visitor.arrive();
    if (asleep) {
      await page.addInitScript(() => {
        const every = window.setInterval;
        window.setInterval = ((act: TimerHandler, ms = 0) => every(act, Math.max(ms, 1000))) as typeof setInterval;
      });
    }
    await ready(page, visitor);
    await page.getByLabel(t('call.volume')).fill('55');
    await page.getByRole('button', { name: t('call.start.dial', { name: 'Ruth' }) }).click();
    await page.keyboard.type('71', { delay: 80 }); // as a hand does: quicker is a scanner
    await page.getByText(t('call.menu.dead')).waitFor();
    await accessible(page, 'call, dead end');
    await press(page, 'call.menu.again');
    await tap(page, feeling(-1, 2));
    await page.getByRole('button', { name: '2', exact: true }).click();

    await said(page, 'Meter team, hello.');
    await page.locator('station-call').press(' ');
    await expect(page.getByRole('button', { name: t('call.play'), exact: true })).toBeVisible();
    const at = (await played(page)).at(-1)![1];
    expect(await page.evaluate(() => navigator.mediaSession.playbackState)).toBe('paused');
    await button(page, 'play');
    await page.getByText(/You wait 3 seconds\. Ruth waited 11 minutes\./).waitFor();
    await button(page, 'pause');
    await expect(page.getByRole('button', { name: t('call.play'), exact: true })).toBeVisible();
    await accessible(page, 'call, waiting');
    await button(page, 'play');
    await said(page, 'Hello.'); // two seconds before the end
    await page.getByLabel(t('call.seek')).press('ArrowLeft');
    await page.getByRole('heading', { name: t('call.end.title') }).waitFor();

    const heard = wire.bodies<Heard>('call.heard');
    same(heard, await played(page));
    const waited = heard.reduce((n, h) => n + Math.max(0, Math.min(h.to, 4000) - Math.max(h.from, 2600)), 0);
    const [back] = wire.bodies<Heard>('call.moved');
    const again = Math.max(0, 4000 - Math.max(2600, back!.to));
    expect(Math.abs(waited - again - 3000), `waited ${waited} ms, of them ${again} again`).toBeLessThanOrEqual(700);
    expect(wire.bodies('call.moved')).toHaveLength(1);
    expect(back!.from - back!.to).toBeGreaterThan(3000);
    const paused = wire.bodies<{ at: number }>('call.paused');
    expect(paused).toHaveLength(2);
    expect(Math.abs(paused[0]!.at - at)).toBeLessThanOrEqual(near);
    expect(wire.bodies('call.volume')).toEqual([{ at: 0, level: 55 }]);
    expect(wire.bodies('call.pressed')).toEqual([
      { page: 'welcome', key: '7' }, { page: 'welcome', key: '1' }, { page: 'moving', key: '' }, { page: 'welcome', key: '2' }]);
    expect(wire.bodies<{ moment: object }>('reaction').map((r) => r.moment)).toEqual([{ ref: 'welcome' }]);
  });
}

test.describe('when the server dies and the page is loaded anew', () => {
  // It waits for long enough that the call is not over before the server is back.
  test.use({ forgiven: /net::ERR_|Connection closed before/, settings: { k: 5, idle: { ask: 600, wipe: 20 }, edits: { call: [['shortened: 3s', 'shortened: 9s']] } } });

  test('the call goes on where it was, and nothing is lost or told twice', async ({ screens, room, wire }) => {
    const page = await screens.at('call');
    let map = '';
    const visitor = new Visitor(screens, ordinary, async (at, state) => {
      if (state === 'exit-map') map = await at.locator('exit-map .canvas').innerText();
    });
    await visitor.arrive();
    await ready(page, visitor);
    await dial(page);
    await said(page, 'Meter team, hello.');
    await tap(page, feeling(-2, 2));
    await room.kill();
    await page.waitForTimeout(400);
    await room.again();
    await expect.poll(() => wire.acked.size).toBeGreaterThan(3);
    await page.reload();
    await page.getByRole('button', { name: /^Go on at 0:0/ }).click();
    await page.getByRole('heading', { name: t('call.end.title') }).waitFor();
    await expect(page.getByRole('img', { name: t('call.timeline', { at: '0:06', of: '0:06', n: 1 }) })).toBeVisible();
    expect((await played(page))[0]![0], 'it goes on where it was').toBeGreaterThan(1000);
    const last = JSON.parse(await page.evaluate(() => localStorage.getItem('last words') ?? '{"batch":[]}')) as { batch: Fact[] };
    for (const fact of last.batch) wire.facts.set(fact.id, fact);
    const heard = wire.bodies<Heard>('call.heard');
    same(heard, [[0, 6084]]);
    const all = heard.reduce((n, { from, to }) => n + to - from, 0);
    expect(Math.abs(all - 6084 - 7600), `heard ${all} ms in all, with 7600 more of the music`).toBeLessThanOrEqual(250);
    await press(page, 'call.end.done');
    await press(page, 'shell.next.done');
    await visitor.exit();
    expect(map.toLowerCase(), 'what the server knows').toContain(t('call.note.finished'));
    expect(wire.refused).toEqual([]);
  });
});

test.describe('a call that is to be heard to its end', () => {
  test.use({ settings: { k: 5, idle: { ask: 600, wipe: 20 }, edits: { call: [
    ['seek: heard', 'seek: free'], ['through: false', 'through: true'], ['trace: false', 'trace: true'],
    ['# reference:', 'reference:'],
  ] }, files: { 'felt.csv': 'at,feeling\n0:01,-1\n0:05,-3.5\n' } } });

  test('opens the way on when it was heard; the reference comes at the end', async ({ screens, wire }) => {
    const page = await screens.at('call');
    const visitor = new Visitor(screens);
    await visitor.arrive();
    await ready(page, visitor);
    await dial(page);
    await page.getByText(t('call.gate')).waitFor();
    await expect(page.getByRole('button', { name: t('call.hangup') })).toHaveCount(0);
    const slider = page.getByLabel(t('call.trace', { name: 'Ruth' }));
    await slider.fill('-50');
    await said(page, 'Meter team, hello.');
    await slider.fill('40');
    await button(page, 'pause'); // a slow machine takes longer to look than the call lasts
    await accessible(page, 'call, with a slider');
    await button(page, 'play');
    expect(wire.received.filter((r) => r.text.startsWith('at,feeling')), 'the reference before the end').toEqual([]);
    await page.getByLabel(t('call.seek')).press('ArrowRight');
    await page.getByRole('heading', { name: t('call.end.title') }).waitFor();
    await expect(page.getByRole('button', { name: t('call.end.done'), exact: true })).toHaveCount(0);
    await page.getByText(t('call.end.reference', { by: 'Ruth, a week later' })).waitFor();
    await accessible(page, 'call, not heard to its end');
    await press(page, 'call.end.hear');
    await said(page, 'I sent a reading.');
    await page.getByRole('heading', { name: t('call.end.title') }).waitFor();
    await press(page, 'call.end.done');
    await press(page, 'shell.next.done');
    const [first, ...more] = wire.bodies<{ from: number; to: number; points: Span[] }>('call.traced');
    expect(first!.points.map(([, level]) => level)).toEqual([-50, 40]);
    expect(first!.points[0]![0]).toBe(first!.from);
    expect(more.every((run) => run.points[0]![1] === 40), 'a piece begins with the level that is held').toBe(true);
    same(wire.bodies<Heard>('call.heard'), [[0, 6084]]);
  });

  test('is read to its end by keyboard alone, with moments and words', async ({ screens, wire }) => {
    const page = await screens.at('call');
    const visitor = new Visitor(screens);
    await visitor.arrive();
    await page.setViewportSize({ width: 1280, height: 560 });
    await visitor.checkIn(page, 'badge');
    await page.getByRole('button', { name: t('call.start.read'), exact: true }).press('Enter');
    await page.keyboard.press('2');
    const done = page.getByRole('button', { name: t('call.transcript.done'), exact: true });
    await accessible(page, 'call, to read');
    for (const down of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(down);
    await expect(page.getByRole('button', { name: /I sent a reading/ })).toBeFocused();
    await page.getByRole('slider', { name: t('feeling.field') }).press('ArrowLeft');
    await page.getByRole('slider', { name: t('feeling.field') }).press('Enter');
    await page.getByRole('button', { name: 'Nobody listens' }).press('Enter');
    await expect(done).toBeEnabled();
    await done.press('Enter');
    await page.getByRole('button', { name: t('call.end.done'), exact: true }).press('Enter');
    await press(page, 'shell.next.done');
    same(wire.bodies<Heard>('call.read'), [[0, 6084]]);
    expect(wire.bodies<{ moment: { ms: number } }>('reaction')[0]!.moment.ms).toBe(4600);
    expect(wire.bodies<{ words: string }>('reaction.worded')[0]!.words).toBe('Nobody listens');
  });
});

test('two screens on one call, far from the server, leave one another alone', async ({ screens, open, wire }) => {
  const pages = [await screens.at('call'), await open('/s/call')];
  const visitors = [new Visitor(screens, ordinary), new Visitor(screens, ordinary)];
  for (const v of visitors) await v.arrive();
  for (const page of pages) {
    const line = await page.context().newCDPSession(page);
    await line.send('Network.emulateNetworkConditions', { offline: false, latency: 300, downloadThroughput: -1, uploadThroughput: -1 });
  }
  for (const [i, page] of pages.entries()) await ready(page, visitors[i]!, 'code');
  await dial(pages[0]!);
  await said(pages[0]!, 'Meter team, hello.');
  await dial(pages[1]!);
  await pages[0]!.locator('station-call').press(' ');
  await pages[1]!.getByRole('heading', { name: t('call.end.title') }).waitFor();
  await expect(pages[0]!.getByRole('button', { name: t('call.play'), exact: true })).toBeVisible();
  for (const [i, page] of pages.entries()) {
    await page.locator('station-call').press('Tab');
    const own = new Set(wire.of(wire.visit(visitors[i]!.code)));
    const heard = [...wire.facts.values()].filter((f) => own.has(f.id) && f.type === 'call.heard').map((f) => f.body as unknown as Heard);
    same(heard, await played(page));
  }
});
