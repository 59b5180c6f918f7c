import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accessible } from './axe.js';
import { expect, test, type Screens } from './fixtures.js';
import { Visitor, ordinary } from './visitor.js';
import { root, t } from './words.js';

const button = (page: Page, key: string, args?: Record<string, string | number>) => page.getByRole('button', { name: t(key, args), exact: true });
const answers = ['1.80', 'Ada uses', 'R120'];

/** A visitor stands before the invoice. */
async function before(screens: Screens): Promise<Page> {
  const visitor = new Visitor(screens, ordinary);
  const page = await screens.at('invoice');
  await visitor.arrive();
  await visitor.checkIn(page, 'badge');
  await page.getByRole('heading', { name: t('invoice.title') }).waitFor();
  return page;
}

async function settle(page: Page): Promise<void> {
  await button(page, 'invoice.to-owed').click();
  await page.getByLabel(new RegExp(`^${t('invoice.pad')},`)).fill('25.68');
  await button(page, 'invoice.done').click();
  await button(page, 'invoice.sure.2').click();
  await page.getByRole('heading', { name: t('invoice.thanks') }).waitFor();
}

test('what was wrong stands on the paper afterwards, and nowhere before', async ({ screens, wire, room }) => {
  const page = await before(screens);
  await button(page, 'invoice.to-owed').waitFor();
  await page.getByRole('button', { name: new RegExp(`^${t('invoice.paper.total.due')},`) }).click();
  await button(page, 'invoice.mark.wrong').click();
  await button(page, 'invoice.why.paid').click();
  const visits = Object.keys(((await (await (await room.organiser()).get('/api/v1/room')).json()) as { visits: object }).visits);
  const early = await page.request.get(`/api/v1/visits/${visits[0]}/stations/invoice/reveal?station=invoice`);
  expect(early.status(), 'while the visitor is there').toBe(404);
  await settle(page);
  await wire.read();
  for (const secret of answers) expect(wire.received.filter(({ text }) => text.includes(secret)).map(({ from }) => from)).toEqual([]);
  await button(page, 'invoice.reveal').click();
  await page.getByRole('heading', { name: t('invoice.reveal.title') }).waitFor();
  const paper = page.locator('paper-pane.main');
  await expect(paper.getByText(t('invoice.reveal.should', { amount: '€1.80' }))).toBeVisible();
  await expect(paper.getByText('The contract says that Ada uses her own.')).toBeVisible();
  await expect(page.getByText(t('invoice.reveal.few'))).toBeVisible(); // nobody was here before
  await expect(page.getByText(t('invoice.reveal.owed', { amount: '€26.04' }))).toBeVisible();
  await accessible(page, 'revealed');
  await button(page, 'invoice.reveal.on').click();
  await button(page, 'shell.next.done').click();
  await button(page, 'shell.begin').waitFor();
});

test.describe(() => {
  test.use({ forgiven: /net::ERR_(CONNECTION_|EMPTY_RESPONSE)|Connection closed before/ });

  test('without the server the visitor goes on all the same', async ({ screens, room }) => {
    const page = await before(screens);
    await settle(page);
    await room.kill();
    await button(page, 'invoice.reveal').click();
    await expect(page.getByText(t('invoice.reveal.away'))).toBeVisible();
    await button(page, 'invoice.reveal.on').click();
    await button(page, 'shell.next.done').click();
  });
});

test('papers come nearer and lie side by side, by touch and by keys, and stay so', async ({ screens, open, wire }) => {
  const touch = await open('/s/invoice', { hasTouch: true });
  const visitor = new Visitor(screens, ordinary);
  await visitor.arrive();
  await visitor.checkIn(touch, 'badge');
  const paper = touch.getByRole('region', { name: t('invoice.paper.invoice') });
  const size = (name: string) => touch.getByRole('group', { name: `${t('invoice.zoom')}, ${name}` });
  const bill = t('invoice.paper.invoice');
  const wide = async () => (await touch.locator('.bill').first().boundingBox())!.width;
  const was = await wide();
  await size(bill).getByRole('button', { name: t('invoice.zoom.in') }).tap();
  await expect(size(bill).getByText('125 %')).toBeVisible();
  await expect.poll(wide).toBeGreaterThan(was * 1.2);
  await paper.focus();
  await touch.keyboard.press('+');
  await expect(size(bill).getByText('150 %')).toBeVisible();
  await touch.keyboard.press('0');
  await expect(size(bill).getByText('100 %')).toBeVisible();
  await pinch(touch, paper);
  await expect(size(bill).getByText('200 %')).toBeVisible();

  await touch.getByRole('button', { name: 'Contract' }).first().tap();
  await expect(paper).toBeHidden();
  await button(touch, 'invoice.beside').tap();
  await expect(paper).toBeVisible();
  await expect(touch.getByRole('region', { name: 'Contract' })).toBeVisible();
  await accessible(touch, 'side by side');
  await expect.poll(() => wire.kept('stop.entered', '"twin":true'), 'how they lie is kept').toBe(true);
  await touch.reload();
  await expect(size(bill).getByText('200 %')).toBeVisible();
  await expect(touch.getByRole('region', { name: 'Contract' })).toBeVisible();
});

/** Two fingers go from 100 px apart to 200. */
async function pinch(page: Page, on: ReturnType<Page['getByRole']>): Promise<void> {
  const box = (await on.boundingBox())!;
  const client = await page.context().newCDPSession(page);
  const y = box.y + box.height / 2, x = box.x + box.width / 2;
  const fingers = (apart: number) => [{ x: x - apart / 2, y, id: 0 }, { x: x + apart / 2, y, id: 1 }];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(100) });
  for (const apart of [120, 150, 180, 200]) await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('by keys alone: a line, a sum, the amount, the answers', async ({ screens }) => {
  const page = await before(screens);
  const press = async (name: string | RegExp) => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await press(/^Line 2:/);
  await expect(button(page, 'invoice.mark.right')).toBeFocused();
  await press(t('invoice.mark.wrong'));
  await press(t('invoice.why.delivered'));
  await expect(page.getByRole('button', { name: new RegExp(`^Line 2:.*${t('invoice.why.delivered')}`) })).toBeFocused();
  await press(/^VAT 20 %/);
  await expect(button(page, 'invoice.mark.right')).toBeFocused();
  await page.keyboard.press('Enter');
  await press(t('invoice.to-owed'));
  await page.keyboard.type('25.68');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: t('invoice.sure') })).toBeFocused();
  await press(t('invoice.sure.5'));
  await page.route('**/reveal*', async (route) => { // as if a release told of ten
    const told = await (await route.fetch()).json() as object;
    await route.fulfill({ json: { ...told, shares: [{ figure: 'found', key: '2', part: 6, whole: 10 }] } });
  });
  await press(t('invoice.reveal'));
  await expect(page.getByRole('heading', { name: t('invoice.reveal.title') })).toBeFocused();
  await expect(page.getByText(t('invoice.reveal.seen', { part: 6, whole: 10 }))).toBeVisible();
  await expect(page.getByText(t('invoice.reveal.few'))).toBeHidden();
});

test.describe('a long invoice', () => {
  test.use({ change: { files: (folder: string) => {
    for (const name of ['block.xml', 'credit.xml']) cpSync(join(root, 'stations/invoice/testdata', name), join(folder, name));
    const evidence = [{ id: 'earlier', kind: 'invoice', title: 'Earlier', file: 'credit.xml' }];
    writeFileSync(join(folder, 'invoice.yaml'), JSON.stringify({ file: 'block.xml', evidence }));
  } } });

  test('stands on pages with its own amounts, an earlier one beside it', async ({ screens }) => {
    const page = await before(screens);
    await expect(page.getByText(t('invoice.paper.page', { page: 2, pages: 2 }))).toBeAttached();
    await expect(page.getByText('KWD 2.010').first()).toBeAttached();
    await page.getByRole('button', { name: 'Earlier' }).first().click();
    const earlier = page.locator('paper-pane.beside .leaves');
    await expect(earlier.getByText(t('invoice.paper.total.back'))).toBeVisible();
    await expect(earlier.getByText('JP¥4,501').first()).toBeVisible();
    await expect(earlier.getByRole('button')).toHaveCount(0);
  });
});
