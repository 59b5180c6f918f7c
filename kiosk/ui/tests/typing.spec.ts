import type { Page } from '@playwright/test';
import { accessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { picture } from './layout.js';
import { traces } from './storage.js';
import { Visitor, feeling, tap } from './visitor.js';
import { t } from './words.js';

test.use({ settings: { k: 5, idle: { ask: 600, wipe: 20 } } });

const key = (page: Page, name: string) => page.locator('screen-keyboard').getByRole('button', { name, exact: true }).first();

/** All that media elements of the page hold, and every record of every store. */
async function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = <T>(r: IDBRequest<T>) => new Promise<T>((ok, no) => {
      r.addEventListener('success', () => ok(r.result));
      r.addEventListener('error', () => no(r.error!));
    });
    const found: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name!));
      for (const store of db.objectStoreNames) found.push(await done(db.transaction(store).objectStore(store).getAll()));
      db.close();
    }
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) for (const el of root.querySelectorAll('*')) if (el.shadowRoot) roots.push(el.shadowRoot);
    const media = roots.flatMap((r) => [...r.querySelectorAll<HTMLMediaElement>('audio, video')]).map((m) => [m.src, m.paused]);
    return JSON.stringify([found, media]);
  });
}

test('the keyboard on the screen, and nothing left of what was typed with it', async ({ open, screens, wire }) => {
  const page = await open('/s/call', { hasTouch: true, viewport: { width: 1280, height: 800 } });
  await page.getByRole('button', { name: t('shell.begin') }).waitFor();
  const visitor = new Visitor(screens);
  await visitor.arrive();
  await visitor.checkIn(page, 'badge');
  await page.getByRole('button', { name: t('call.start.read'), exact: true }).tap();
  await page.getByRole('button', { name: '2', exact: true }).tap(); // the phone menu
  await page.getByRole('button', { name: 'I sent a reading.' }).tap();
  await tap(page, feeling(-3, 2));
  const field = page.getByLabel(t('call.words'));

  await test.step('comes for a touch and leaves the field in view', async () => {
    await field.tap();
    await key(page, 'q').waitFor();
    const below = async () => {
      const [box, keys] = [(await field.boundingBox())!, (await page.locator('screen-keyboard').boundingBox())!];
      return box.y + box.height - keys.y;
    };
    await expect.poll(below, 'the field lies above the keys').toBeLessThan(1);
    for (const name of [t('shell.keys.shift'), 'N', 'o', 'x', t('shell.keys.bksp'), t('shell.keys.space'), 'w', 'a', 'y']) await key(page, name).tap();
    await expect(field).toHaveValue('No way');
    await accessible(page, 'keyboard');
    for (const [name, size] of Object.entries({ '1920x1080': { width: 1920, height: 1080 }, '1080x1920': { width: 1080, height: 1920 }, '1280x800': { width: 1280, height: 800 } })) {
      await page.setViewportSize(size);
      await picture(page, name, 'keyboard');
    }
  });

  await test.step('goes for who types on a real one, and sends what was typed', async () => {
    await page.keyboard.type('!');
    await expect(page.locator('screen-keyboard')).toHaveCount(0);
    await field.tap();
    await key(page, t('shell.keys.enter')).tap();
    await page.getByRole('status').filter({ hasText: 'No way!' }).waitFor();
  });

  await test.step('the next visitor finds nothing', async () => {
    const before = await page.evaluate(() => history.length);
    await page.getByRole('button', { name: t('shell.leave') }).tap();
    await page.getByRole('button', { name: t('shell.next.done') }).tap();
    await page.getByRole('button', { name: t('shell.begin') }).waitFor();
    await expect.poll(() => kept(page), 'every fact is acknowledged, every store empty').toMatch(/^\[\[(\[\],?)*\],\[\]\]$/);
    const left = await traces(page);
    for (const trace of [visitor.code, wire.visit(visitor.code), 'No way']) expect(left).not.toContain(trace);
    expect(await page.evaluate(() => [history.length, sessionStorage.length, document.activeElement?.tagName])).toEqual([before, 0, 'BODY']);
  });
});
