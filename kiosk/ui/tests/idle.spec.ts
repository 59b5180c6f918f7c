import type { Page } from '@playwright/test';
import { accessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { stored, traces } from './storage.js';
import { Visitor, feeling, tap } from './visitor.js';
import { t } from './words.js';

test.use({ settings: { k: 5, idle: { ask: 3, wipe: 10 } }, forgiven: /net::ERR_INTERNET_DISCONNECTED/ });

test('a screen asks, counts down, forgets its visitor, and goes on where they were', async ({ screens, wire }) => {
  const visitor = new Visitor(screens);
  const entry = await screens.at('entry');
  const page = await screens.at('call');
  const stay = (at: Page) => at.getByRole('button', { name: t('shell.idle.stay'), exact: true });
  const slow = (at: Page) => at.addLocatorHandler(stay(at), (button) => button.click());
  // A slow machine is no idle visitor, until the visitor is to be one.
  for (const at of [entry, page]) await slow(at);
  await visitor.arrive();
  await visitor.checkIn(page, 'badge');
  await page.getByRole('button', { name: t('call.start.read'), exact: true }).click();
  await page.getByRole('button', { name: '2', exact: true }).click();
  await page.getByRole('button', { name: 'I sent a reading.' }).click();
  await tap(page, feeling(-3, 2));
  await page.getByLabel(t('call.words')).fill('nobody rings back');
  await page.getByRole('button', { name: t('call.words.keep'), exact: true }).click();
  const words = page.getByRole('status').filter({ hasText: 'nobody rings back' });
  await words.waitFor();
  await expect.poll(async () => (await stored(page)).outbox).toEqual([]);
  await page.removeLocatorHandler(stay(page));

  await test.step('the question, and staying', async () => {
    const ask = page.getByRole('alertdialog', { name: t('shell.idle') });
    await ask.waitFor();
    const seconds = async () => Number(/\d+/.exec(await ask.innerText())?.[0]);
    const first = await seconds();
    await expect.poll(seconds, 'the countdown').toBeLessThan(first);
    await accessible(page, 'idle');
    await stay(page).click();
    await ask.waitFor({ state: 'hidden' });
    await expect(words).toBeVisible();
  });

  await test.step('forgetting, with facts still on their way', async () => {
    const before = await page.evaluate(() => history.length);
    await slow(page);
    await page.context().setOffline(true);
    await tap(page, feeling(4, 4));
    await page.removeLocatorHandler(stay(page));
    await page.locator('screen-attract').waitFor({ timeout: 30_000 });
    const left = await traces(page);
    for (const trace of [visitor.badge, visitor.code, wire.visit(visitor.code), 'nobody rings back']) expect(left).not.toContain(trace);
    expect(await page.evaluate(() => [sessionStorage.length, history.length, location.pathname + location.search + location.hash])).toEqual([0, before, '/s/call']);
    const { outbox, refused } = await stored(page);
    expect(outbox).toEqual(expect.arrayContaining(['reaction', 'stop.left']));
    expect(refused).toEqual([]);
  });

  await test.step('going on by the code', async () => {
    await slow(page);
    await page.context().setOffline(false);
    await expect.poll(() => stored(page), { timeout: 20_000 }).toEqual({ outbox: [], refused: [] });
    expect(wire.of(wire.visit(visitor.code)).filter((fact) => !wire.acked.has(fact))).toEqual([]);
    await visitor.checkIn(page, 'code');
    const line = page.getByRole('listitem').filter({ hasText: 'I sent a reading.' });
    await expect(line.locator('[aria-current=true]')).toBeVisible();
    await expect(line.locator('em i')).toHaveCount(2); // a mark for every tap
  });
});
