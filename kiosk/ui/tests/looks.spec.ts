import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { everySize } from './layout.js';
import { Visitor, feeling, tap } from './visitor.js';
import { t } from './words.js';

test.use({ shipped: true });

const press = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true }).click();
const tablet = { width: 1280, height: 800 };

test('every station begins whole at every size', async ({ screens }) => {
  test.slow();
  const entry = await screens.at('entry');
  const stops = { call, portal, invoice, exit };
  for (const station of Object.keys(stops)) await screens.at(station);
  const visitor = new Visitor(screens);
  await everySize(entry, 'attract-entry');
  await arrive(entry, visitor);
  for (const [station, look] of Object.entries(stops)) {
    const page = await screens.at(station);
    await everySize(page, `attract-${station}`);
    await page.setViewportSize(tablet);
    await visitor.checkIn(page, station === 'exit' ? 'code' : 'badge');
    await look(page, visitor);
  }
});

async function arrive(page: Page, visitor: Visitor): Promise<void> {
  await page.setViewportSize(tablet);
  await press(page, 'shell.begin');
  await expect(page.locator('station-entry .story'), 'the story to its last word').toBeInViewport({ ratio: 1 });
  const on = page.locator('station-entry footer .ways button').last();
  const go = page.getByRole('button', { name: t('entry.badge.go') });
  for (let step = 1; !(await go.isVisible()); step++) {
    await everySize(page, `entry-${step}`);
    await on.click();
  }
  await everySize(page, 'entry-badge');
  visitor.badge = await page.locator('station-entry .words').innerText();
  visitor.code = await page.locator('station-entry .code').innerText();
  await go.click();
  await page.getByText(t('shell.next.free')).waitFor();
  await everySize(page, 'next');
  await press(page, 'shell.next.done');
}

async function leave(page: Page): Promise<void> {
  await page.setViewportSize(tablet);
  await press(page, 'shell.leave');
  await press(page, 'shell.next.done');
}

async function call(page: Page, visitor: Visitor): Promise<void> {
  await page.getByRole('heading', { name: t('call.start.listen') }).waitFor();
  await everySize(page, 'call-start');
  await page.setViewportSize(tablet);
  await page.getByRole('button', { name: t('call.start.dial', { name: 'Ruth' }), exact: true }).click();
  await everySize(page, 'call-menu');
  await page.setViewportSize(tablet);
  await page.getByRole('button', { name: '3', exact: true }).click();
  await everySize(page, 'call-dead');
  await page.setViewportSize(tablet);
  await press(page, 'call.menu.again');
  await page.getByRole('button', { name: '2', exact: true }).click();
  await tap(page, feeling(-2, 1));
  await everySize(page, 'call-hear');
  await leave(page);
  await visitor.checkIn(page, 'code');
  await press(page, 'call.start.read');
  await everySize(page, 'call-read');
  await press(page, 'call.transcript.done');
  await everySize(page, 'call-end');
  await leave(page);
}

async function portal(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('portal.begin') }).waitFor();
  await everySize(page, 'portal-start');
  await press(page, 'portal.begin');
  await everySize(page, 'portal-open');
  await leave(page);
}

async function invoice(page: Page): Promise<void> {
  await page.getByRole('heading', { name: t('invoice.title') }).waitFor();
  await everySize(page, 'invoice-start');
  await page.setViewportSize(tablet);
  await page.getByRole('button', { name: new RegExp(`^${t('invoice.line', { line: '2' })}:`) }).click();
  await press(page, 'invoice.mark.wrong');
  await press(page, 'invoice.why.sum');
  await tap(page, feeling(-3, 3));
  await everySize(page, 'invoice-line');
  await page.setViewportSize(tablet);
  await press(page, 'invoice.to-owed');
  await everySize(page, 'invoice-owed');
  await leave(page);
}

async function exit(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('exit.map.inner') }).waitFor();
  await everySize(page, 'exit-map');
  await press(page, 'exit.map.inner');
  await everySize(page, 'exit-inner');
  await page.setViewportSize(tablet);
  await press(page, 'exit.map.done');
  await everySize(page, 'exit-again');
  await page.setViewportSize(tablet);
  await press(page, 'shell.quit');
  await press(page, 'shell.next.done');
}
