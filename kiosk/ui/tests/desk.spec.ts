import type { FrameLocator, Page } from '@playwright/test';
import { accessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { picture } from './layout.js';
import { passphrases, type RoomFrame } from './server.js';
import { pattern, t } from './words.js';

test.use({ settings: { k: 5, idle: { ask: 600, wipe: 20 }, more: { pairing: 'open' } }, forgiven: /\b401\b/ }); // a helper who is signed out asks once more

/** Somebody opens the console and signs in. */
async function signedIn(open: (path: string) => Promise<Page>, role: 'organiser' | 'helper', path = '/console'): Promise<Page> {
  const page = await open(path);
  await page.getByRole('radio', { name: t(`signin.role.${role}`) }).check();
  await page.getByLabel(t('signin.passphrase')).fill(passphrases[role]);
  await page.getByRole('button', { name: t('signin.go') }).click();
  await page.getByRole('navigation', { name: t('console.parts') }).waitFor();
  return page;
}

const part = (page: Page, id: string) => page.getByRole('navigation', { name: t('console.parts') }).getByRole('link', { name: t(`console.part.${id}`) });

test.describe('by day and night', () => {
  test.use({ settings: { k: 5, idle: { ask: 600, wipe: 20 }, more: { pairing: 'open', plan: { hours: [{ open: '00:00', close: '00:00' }] } } } });

  test('a helper runs the room and sees no more than that; the log tells who did what', async ({ room, open, screens }) => {
    const api = await room.organiser();
    await screens.at('call');
    const helper = await signedIn(open, 'helper');
    for (const id of ['room', 'setup', 'sound', 'log']) await expect(part(helper, id)).toBeVisible();
    for (const id of ['scenario', 'helpers']) await expect(part(helper, id)).toHaveCount(0);
    for (const word of ['console.desk', 'console.insights', 'console.privacy']) await expect(helper.getByRole('link', { name: t(word) })).toHaveCount(0);
    const pause = (name: string) => helper.getByRole('button', { name: t(name), exact: true });
    await expect(helper.locator('console-plan')).toHaveText(pattern('plan.close'));
    await pause('console.pause').click();
    await pause('console.resume').click();
    await expect(pause('console.pause')).toBeVisible();
    for (const path of ['/insights', '/words', '/privacy', '/preview']) {
      expect((await helper.request.get(path, { maxRedirects: 0 })).status(), path).toBe(303);
    }
    for (const path of ['scenarios', 'moderation', 'support', 'privacy', 'insights']) {
      expect((await helper.request.get(`/api/v1/${path}`)).status(), path).toBe(403);
    }

    const organiser = await signedIn(open, 'organiser');
    const { screens: rows } = await (await api.get('/api/v1/room')).json() as RoomFrame;
    await api.post(`/api/v1/screens/${Object.keys(rows)[0]}/assign`, { data: { station: 'exit' } });
    await part(organiser, 'log').click();
    const lines = organiser.getByRole('row');
    await expect(lines.filter({ hasText: t('log.room.paused') })).toContainText(new RegExp(`${t('log.by.helper')} [0-9a-f]{4}`));
    await expect(lines.filter({ hasText: /Now stands at/ })).toContainText(t('log.by.organiser'));
    await expect(lines.filter({ hasText: t('log.opening.opened') })).toContainText(t('log.by.plan'));
    await accessible(organiser, 'log');
    await picture(organiser, 'desk', 'log');
    const saved = organiser.waitForEvent('download');
    await organiser.getByRole('link', { name: t('log.support') }).click();
    expect((await saved).suggestedFilename()).toBe('immersion-support.zip');

    await part(organiser, 'helpers').click();
    await organiser.getByLabel(t('helpers.passphrase')).fill('six words that nobody has yet');
    await accessible(organiser, 'helpers');
    await picture(organiser, 'desk', 'helpers');
    await organiser.getByRole('button', { name: t('helpers.keep') }).click();
    await expect(organiser.getByText(t('helpers.kept'))).toBeVisible();
    await helper.waitForURL(/\/sign-in/); // whoever had the old one is out
  });
});

test('a preview plays every station at its size, and the room does not notice', async ({ room, open }) => {
  const api = await room.organiser();
  const seen = async () => {
    const { screens, visits } = await (await api.get('/api/v1/room')).json() as RoomFrame;
    const { lines } = await (await api.get('/api/v1/log?reads=true')).json() as { lines: unknown[] };
    return { screens, visits, lines };
  };
  const before = await seen();
  const page = await signedIn(open, 'organiser');
  const told: string[] = [];
  page.on('request', (r) => { if (r.method() !== 'GET') told.push(`${r.method()} ${r.url()}`); });
  page.on('websocket', (s) => { if (!s.url().endsWith('/watch')) told.push(s.url()); });
  await part(page, 'scenario').click();
  await page.getByRole('link', { name: t('preview.open') }).first().click();
  const stage: FrameLocator = page.frameLocator('iframe');
  const way = (n: number) => page.getByRole('navigation', { name: t('preview.stations') }).getByRole('button').nth(n);
  const size = page.getByLabel(t('preview.size'));
  const inner = () => stage.locator('html').evaluate(() => [innerWidth, innerHeight]);

  await expect(stage.locator('screen-frame .numeral')).toHaveText('1');
  await expect.poll(inner).toEqual([1920, 1080]);
  await way(1).click();
  await expect(stage.locator('screen-frame .numeral')).toHaveText('2');
  await accessible(page, 'preview');
  await picture(page, 'desk', 'preview');
  await size.selectOption('phone');
  await expect.poll(inner).toEqual([390, 844]);
  await page.getByLabel(t('preview.dim')).check();
  await expect(stage.locator('html')).toHaveAttribute('data-theme', 'dim');
  await page.getByLabel(t('preview.large')).check();
  await expect(stage.locator('html')).toHaveAttribute('data-text', 'large');
  await stage.getByRole('button', { name: t('shell.leave') }).click();
  await expect(stage.getByText(t('preview.over.more'))).toBeVisible();
  await stage.getByRole('button', { name: t('preview.again') }).click();
  await expect(stage.getByRole('button', { name: t('shell.leave') })).toBeVisible();
  await size.selectOption('tablet');
  await way(4).click(); // the exit, with the map of a visitor who is made up
  await expect(stage.locator('screen-frame')).toContainText('0000');
  await picture(page, 'desk', 'preview-exit');

  expect(told, 'what the preview told the server').toEqual([]);
  expect(await seen(), 'the room').toEqual(before);
});
