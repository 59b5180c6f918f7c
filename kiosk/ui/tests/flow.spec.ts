import type { Page } from '@playwright/test';
import { accessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { Visitor, feeling, ordinary, tap } from './visitor.js';
import { t } from './words.js';

test.use({ forgiven: /(status of|response:) (404|403|429)|ERR_CONNECTION_REFUSED|WebSocket connection|ERR_EMPTY/ }); // wrong codes are to be refused, and the server dies once

const button = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true });
const at = (page: Page, badge: string) => page.getByRole('group', { name: t('shell.badge') }).getByText(badge);

/** Keys a hundredth of a second apart, as the browser is told however slow the machine; the last one `after` ms. */
async function strokes(page: Page, text: string, last: string, after: number): Promise<void> {
  const keys = await page.context().newCDPSession(page);
  const stroke = (c: string) => (c === 'Enter' ? { key: c, code: c, text: '\r' }
    : { key: c, code: /\d/.test(c) ? `Digit${c}` : /[a-z]/i.test(c) ? `Key${c.toUpperCase()}` : 'Slash', text: c });
  const since = Date.now() / 1000;
  const strike = ([c, ms]: [string, number]) => {
    const { text: typed, ...at } = { ...stroke(c), timestamp: since + ms / 1000 };
    return [keys.send('Input.dispatchKeyEvent', { type: 'keyDown', ...at, text: typed }), keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...at })];
  };
  const all = [...text].map((c, n): [string, number] => [c, n * 10]);
  await Promise.all(all.slice(0, 3).flatMap(strike));
  await new Promise((done) => setTimeout(done, 300)); // a busy machine hears the rest late
  await Promise.all([...all.slice(3), [last, (text.length - 1) * 10 + after] as [string, number]].flatMap(strike));
  await keys.detach();
}

/** What a USB scanner types: quicker than any hand, with Enter behind it. */
const scan = (page: Page, text: string) => strokes(page, text, 'Enter', 10);

/** Opens the screens first: the room sends nobody to a station whose screen is off. */
async function on(screens: { at(station: string): Promise<Page> }, ...stations: string[]): Promise<Page[]> {
  const pages = await Promise.all(stations.map((s) => screens.at(s)));
  for (const page of pages) await button(page, 'shell.begin').waitFor();
  return pages;
}

test('a badge at two screens moves the visit; words ask for the code; five wrong codes block; a scanner opens', async ({ screens, open, wire }) => {
  const [call] = await on(screens, 'call', 'entry');
  const other = await open('/s/call'); // a second screen of the station
  await button(other, 'shell.begin').waitFor();
  const visitor = new Visitor(screens);
  await visitor.arrive();
  await expect(call!.getByRole('list', { name: t('shell.called') }), 'the screen calls who is sent to it').toContainText(visitor.badge);
  await visitor.checkIn(call!, 'badge');
  await button(call!, 'call.start.read').click();
  await call!.getByRole('button', { name: '2', exact: true }).click(); // the phone menu
  await call!.getByRole('button', { name: 'I sent a reading.' }).click();
  await tap(call!, feeling(-3, 2));
  await call!.getByLabel(t('call.words')).fill('nobody rings back');
  await button(call!, 'call.words.keep').click();
  await expect.poll(() => wire.kept('reaction'), 'what the other screen goes on from').toBe(true);

  await test.step('moved', async () => {
    await visitor.checkIn(other, 'code');
    await call!.getByRole('heading', { name: t('shell.moved') }).waitFor();
    await accessible(call!, 'moved');
    await button(call!, 'shell.begin').waitFor();
    await button(other, 'shell.leave').click();
    await button(other, 'shell.next.done').click();
  });

  await test.step('a tap does not open what they wrote', async () => {
    await button(call!, 'shell.begin').click();
    await call!.getByRole('button', { name: visitor.badge }).click();
    await call!.getByText(t('shell.who.why')).waitFor();
  });

  await test.step('five wrong codes', async () => {
    for (let n = 1; n <= 5; n++) {
      await call!.getByLabel(t('shell.who.field')).fill('BBBB');
      await call!.getByText(t(n < 5 ? 'shell.who.unknown' : 'shell.who.slow')).waitFor();
    }
    await accessible(call!, 'blocked');
    await expect(call!.getByRole('timer')).toContainText(/\d+/);
    const status = await call!.evaluate((code) => fetch('/api/v1/checkin?station=call', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code }) })
      .then((r) => r.status), visitor.code);
    expect(status, 'the right code, too').toBe(429);
  });

  await test.step('by scanner, at the other screen', async () => {
    await scan(other, `BADGE${visitor.code}`);
    await at(other, visitor.badge).waitFor();
    await other.getByLabel(t('call.words')).fill('as it ');
    await other.getByLabel(t('call.words')).focus();
    await scan(other, `BADGE${visitor.code}`);
    await other.keyboard.type('was', { delay: 60 });
    await expect(other.getByLabel(t('call.words')), 'no scan in the field').toHaveValue('as it was');
    await strokes(other, '8888', '5', 60);
    await expect(other.getByLabel(t('call.words')), 'a quick hand’s number is no badge').toHaveValue('as it was88885');
  });
});

test('whoever types their code goes on typing when somebody is sent there', async ({ screens }) => {
  const [, call, portal] = await on(screens, 'entry', 'call', 'portal');
  const visitor = new Visitor(screens);
  await visitor.arrive();
  await visitor.checkIn(portal!, 'code');
  await button(call!, 'shell.begin').click();
  const field = call!.getByLabel(t('shell.who.field'));
  for (const letter of ['B', 'C']) await call!.getByRole('button', { name: letter, exact: true }).click();
  await button(portal!, 'shell.leave').click();
  await button(call!, 'shell.who.back').waitFor(); // the room sends the visitor here
  await expect(field).toHaveValue('BC');
  await button(call!, 'shell.who.back').click();
  await call!.getByRole('button', { name: visitor.badge }).click();
  await at(call!, visitor.badge).waitFor();
});

test('comfort and a party follow the badge; a station is skipped; finish now leads to the exit', async ({ screens, wire }) => {
  const [entry, call] = await on(screens, 'entry', 'call', 'portal', 'invoice', 'exit');
  await button(entry!, 'shell.begin').click();
  await entry!.getByRole('radio', { name: 'Deutsch' }).check();
  const next = entry!.locator('station-entry footer .ways button').last();
  await next.click(); // the customer
  await next.click(); // agreed
  await entry!.getByRole('radio', { name: '4', exact: true }).check();
  await next.click();
  for (const one of await entry!.getByRole('switch').all()) await one.click();
  await next.click();
  await next.click(); // no assumption
  const code = await entry!.locator('station-entry .code').innerText();
  await next.click();
  await call!.bringToFront();
  await scan(call!, `https://192.168.1.20:8080/b/${code}`); // what the badge's QR holds
  await call!.locator('screen-frame div.who').waitFor();
  const worn = await call!.evaluate(() => ({ ...document.documentElement.dataset, lang: document.documentElement.lang }));
  expect(worn).toMatchObject({ lang: 'de', theme: 'dim', text: 'large', contrast: 'high', motion: 'reduced' });
  await expect(call!.locator('audio'), 'nothing plays for who reads').toHaveCount(0);
  await call!.getByRole('button', { name: '2', exact: true }).click(); // the phone menu
  await expect(call!.getByRole('button', { name: 'I sent a reading.' })).toBeVisible();
  await call!.getByRole('button', { name: 'Jetzt abschließen' }).click();
  await call!.getByRole('heading', { name: 'Weiter zur 5' }).waitFor();
  await accessible(call!, 'finish now');
  const mine = [...wire.facts.values()].filter((f) => f.visit === wire.visit(code));
  expect(mine.find((f) => f.type === 'visit.opened')!.body).toMatchObject({ party: 4, language: 'de', comfort: { moreTime: true, transcript: true } });
  expect(mine.map((f) => f.type)).toContain('visit.ending');
  expect(mine.find((f) => f.type === 'stop.left' && (f.body as { reason?: string }).reason === 'skipped')).toBeTruthy();
});

test('a badge from paper is worn by scanning it at the entry', async ({ screens, room }) => {
  const [entry] = await on(screens, 'entry');
  const organiser = await room.organiser();
  const { badges } = await (await organiser.post('/api/v1/badges', { data: { count: 10 } })).json() as { badges: { code: string; words: string }[] };
  await scan(entry!, `BADGE${badges[3]!.code}`);
  await at(entry!, badges[3]!.words).waitFor();
  await button(entry!, 'entry.begin').click();
  await button(entry!, 'entry.consent.unrecorded').click();
  await button(entry!, 'entry.next').click();
  await entry!.getByText(t('entry.badge.paper')).waitFor();
  await expect(entry!.locator('station-entry .code')).toHaveText(badges[3]!.code);
  await organiser.dispose();
});

test('the badges on paper', async ({ room, open }) => {
  const organiser = await room.organiser();
  const page = await open('/badges', { storageState: await organiser.storageState() });
  await button(page, 'badges.draw').click();
  await expect(page.getByRole('listitem')).toHaveCount(20);
  await accessible(page, 'badges');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('header')).toBeHidden();
  const card = (await page.getByRole('listitem').first().boundingBox())!;
  expect(Math.round((card.width / 96) * 25.4)).toBe(85);
  await organiser.dispose();
});

test.describe('in groups', () => {
  test.use({ settings: { k: 5, idle: { ask: 600, wipe: 20 }, more: { mode: 'rotation', rotation: { minutes: 30 } } } });

  test('all move at once, after a restart too', async ({ screens, room }) => {
    const [, call] = await on(screens, 'entry', 'call', 'portal', 'invoice', 'exit');
    const organiser = await room.organiser();
    const visitor = new Visitor(screens, { ...ordinary });
    await visitor.arrive();
    expect(visitor.next, 'the first group begins at the first stop').toBe('call');
    await visitor.checkIn(call!, 'badge');
    await call!.getByText(t('shell.round.soon')).waitFor();
    const order = (data: object) => organiser.post('/api/v1/rotation', { data }).then((r) => expect(r.status()).toBe(204));
    await order({ do: 'start' });
    await call!.getByText(t('shell.round.left', { n: 30 })).waitFor();
    await order({ do: 'pause' });
    await call!.getByText(t('shell.round.paused')).waitFor();
    await accessible(call!, 'round');
    await order({ do: 'resume' });
    await order({ do: 'adjust', ms: -30 * 60_000 + 2000 });
    await room.kill();
    await room.again();
    await call!.getByRole('heading', { name: t('shell.next', { n: 3 }) }).waitFor({ timeout: 30_000 });
    await organiser.dispose();
  });
});
