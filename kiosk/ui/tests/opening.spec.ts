import type { Locator, Page } from '@playwright/test';
import type { RoomFrame } from '../shared/wire.gen.js';
import { arrive } from './arrive.js';
import { expect, test, type Screens } from './fixtures.js';
import { passphrases, type Server } from './server.js';
import type { Visitor } from './visitor.js';
import type { Wire } from './wire.js';
import { t } from './words.js';

test.use({
  settings: { k: 5, idle: { ask: 600, wipe: 20 }, more: { mode: 'rotation', rotation: { minutes: 1.5 } } },
  forgiven: /ERR_|WebSocket connection/, // the server is killed, a screen pulled out
});

const press = (page: Page | Locator, key: string) => page.getByRole('button', { name: t(key), exact: true }).click();
const row = (page: Page, name: RegExp | string) => page.getByRole('row', { name });

/** The organiser, at the page. */
async function desk(room: Server, open: (path: string) => Promise<Page>): Promise<Page> {
  await (await room.organiser()).dispose();
  const page = await open('/console');
  await page.getByLabel(t('signin.passphrase')).fill(passphrases.organiser);
  await press(page, 'signin.go');
  await expect(page.locator('screen-row')).toHaveCount(6);
  return page;
}

/** What the console's socket told, frame by frame. */
const frames = (wire: Wire): RoomFrame[] => wire.received.filter((r) => r.from.includes('/watch')).map((r) => JSON.parse(r.text) as RoomFrame);

/** Somebody through the entry, on their way. */
async function come(screens: Screens): Promise<Visitor> {
  const visitor = await arrive(screens);
  await press(await screens.at('entry'), 'shell.next.done');
  return visitor;
}

/** Somebody checks in at the station that their group begins at. */
async function checkIn(page: Page, visitor: Visitor): Promise<void> {
  await visitor.checkIn(page, 'badge');
  await page.getByText(t('shell.round.soon')).waitFor();
}

test('an opening in three rotations, with a screen pulled out and a server killed on the way', async ({ room, open, screens, wire }) => {
  test.slow();
  const at = (station: string) => screens.at(station);
  for (const station of ['entry', 'call', 'portal', 'invoice', 'exit']) await (await at(station)).getByRole('button', { name: t('shell.begin') }).waitFor();
  const spare = await open('/s/portal'); // a second one there
  await spare.getByRole('button', { name: t('shell.begin') }).waitFor();
  const page = await desk(room, open);
  const phase = (word: string) => expect(page.getByRole('listitem').filter({ hasText: t(word) }).and(page.locator('[aria-current=step]'))).toBeVisible();

  await test.step('from closed to open', async () => {
    await press(page, 'console.step.closing');
    await press(page, 'console.step.closed');
    await phase('console.phase.closed');
    await press(page, 'console.step.setup');
    await phase('console.phase.setup');
    await page.getByRole('link', { name: t('console.check.look') }).click();
    await expect(page.getByRole('listitem').filter({ hasText: t('console.check.screens.well') })).toBeVisible();
    await expect(page.getByText(t('console.rehearse.freely'))).toBeVisible();
    await page.getByRole('link', { name: t('console.part.room'), exact: true }).click();
    await press(page, 'console.step.open');
    await phase('console.phase.open');
  });

  const [first, second] = [await come(screens), await come(screens)];
  await test.step('a visitor is sent elsewhere, and not after all', async () => {
    const theirs = row(page, new RegExp(second.badge));
    await expect(theirs).toContainText('The portal');
    await theirs.getByRole('button').click();
    await page.getByRole('dialog').getByRole('button', { name: 'The invoice' }).click();
    await expect(theirs).toContainText(t('console.sent'));
    await expect(page.getByText(t('console.acted.send', { badge: second.badge, station: 'The invoice' }))).toBeVisible();
    await page.getByRole('button', { name: new RegExp(t('console.undo')) }).click();
    await expect(theirs).not.toContainText(t('console.sent'));
    await expect(theirs).toContainText('The portal');
  });

  await test.step('a screen shows its number', async () => {
    const invoice = row(page, /The invoice/).filter({ hasText: t('console.nobody') });
    await invoice.getByRole('button').click();
    await press(page, 'console.order.identify');
    await expect(page.getByRole('dialog').getByText(t('console.order.done'))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(invoice).toContainText(`${t('console.order.identify')}: ${t('console.order.done')}`);
  });

  await checkIn(await at('call'), first);
  await checkIn(await at('portal'), second);
  const timer = page.getByRole('timer');
  await test.step('the first turn, longer by a minute and paused', async () => {
    await press(page, 'console.timer.start');
    await press(page, 'console.timer.more');
    await expect(timer).toHaveText(/^2:\d\d$/);
    await press(page, 'console.pause');
    await (await at('call')).getByRole('dialog', { name: t('shell.moment') }).waitFor();
    const left = await timer.innerText();
    await press(page, 'console.resume');
    await expect(timer).not.toHaveText(left); // it runs again
    await press(page, 'console.timer.turn.now');
    await expect(page.getByText(t('console.timer.turn', { turn: 2, of: 3 }))).toBeVisible();
  });
  await expect((await at('call')).getByRole('heading', { name: t('shell.next', { n: 3 }) })).toBeVisible();

  await test.step('a screen is pulled out and comes back', async () => {
    const context = spare.context();
    await spare.close();
    const lost = page.locator('.news').getByRole('button', { name: new RegExp(t('console.state.off')) });
    await expect(lost).toBeVisible();
    const back = await context.newPage();
    await back.goto('/s/portal');
    await expect(page.locator('.news')).toContainText(/ is back/);
    await expect(lost).toHaveCount(0);
  });

  await test.step('the server is killed between two rotations', async () => {
    await room.kill();
    await expect(page.getByText(t('console.away'))).toBeVisible();
    await room.again();
    await expect(page.getByText(t('console.away'))).toBeHidden();
    await expect(page.locator('screen-row').filter({ hasText: t('console.state.unknown') })).toHaveCount(0);
    await expect(page.getByText(t('console.timer.turn', { turn: 2, of: 3 }))).toBeVisible();
    await expect(async () => { // by itself, once no time is left
      await press(page, 'console.timer.less');
      await expect(page.getByText(t('console.timer.turn', { turn: 3, of: 3 }))).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 30_000 });
    await press(page, 'console.timer.turn.now');
    await expect(page.getByText(t('console.timer.over'))).toBeVisible();
  });

  await test.step('another console sees the same', async () => {
    const other = await page.context().newPage();
    await other.goto('/console');
    for (const [selector, n] of [['screen-row', 6], ['visitor-row', 2]] as const) {
      await expect(other.locator(selector)).toHaveCount(n);
      const rows = async (on: Page) => (await on.locator(selector).allInnerTexts()).map((words) => words.replace(/\d+ min|just now/g, ''));
      await expect.poll(async () => JSON.stringify(await rows(other)) === JSON.stringify(await rows(page))).toBe(true);
    }
    await other.close();
  });

  await test.step('and closed', async () => {
    await press(page, 'console.step.closing');
    await phase('console.phase.closing');
    await press(page, 'console.step.closed');
    await press(page.getByRole('dialog'), 'console.step.closed');
    await phase('console.phase.closed');
    await expect(page.locator('visitor-row')).toHaveCount(0);
  });

  const turns = frames(wire).flatMap((f) => f.rotation?.turn ?? []);
  expect(turns.filter((n, i) => n !== turns[i - 1]), 'every turn once, in its order').toEqual([0, 1, 2, 3, 4, 0]);
  for (const visitor of [first, second]) await expect.poll(() => wire.of(wire.visit(visitor.code)).filter((fact) => !wire.acked.has(fact)), 'facts that were lost').toEqual([]);
  expect(wire.refused).toEqual([]);
});
