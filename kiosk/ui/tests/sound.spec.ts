import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { SoundDesk } from '../shared/wire.gen.js';
import { arrive } from './arrive.js';
import { accessible } from './axe.js';
import { test } from './card.js';
import { expect } from './fixtures.js';
import { everySize } from './layout.js';
import { root, t } from './words.js';

test.use({ shipped: true });

const together = (page: Page) => page.getByRole('dialog', { name: t('shell.aloud') });
const begins = 7400; // ms: the call of the scenario that comes with the program starts there, for who hears it
const tardy = 700; // ms that a caption may come late on two busy cores; a word takes that long

/** The captions of the shipped call, as its file has them. */
const cues = [...readFileSync(join(root, 'config/scenarios/first-invoice/call.vtt'), 'utf8').matchAll(/(\d+):(\d+\.\d+) --> (\d+):(\d+\.\d+)\n<v (\w+)>(.+)/g)]
  .map(([, m, s, , , who, text]) => ({ from: (Number(m) * 60 + Number(s)) * 1000, who: who!, text: text! }));
const cue = (words: string) => cues.find((c) => c.text.includes(words))!;

/** From now on the page keeps when its words changed: who looks from outside sees them half a second late. */
async function note(page: Page): Promise<void> {
  await page.locator('screen-aloud').evaluate((el) => {
    const seen: [ms: number, words: string][] = [];
    const look = () => seen.push([Date.now(), el.shadowRoot!.querySelector('.heard')!.textContent]);
    new MutationObserver(look).observe(el.shadowRoot!, { subtree: true, childList: true, characterData: true });
    look();
    Object.assign(window, { seen });
  });
}

/** Waits for a caption, and tells by how much it came after what it stands for, in ms. */
async function late(page: Page, since: number, words: string): Promise<number> {
  const { from, text } = cue(words);
  await expect(together(page)).toContainText(text, { timeout: 25_000 });
  const seen = await page.evaluate(() => (window as unknown as { seen: [ms: number, words: string][] }).seen);
  return seen.find(([, said]) => said.includes(text))![0] - since - from;
}

test('a call for the whole room: every screen shows its words in time, also after a reload, and then goes on where it was', async ({ screens, room, open }) => {
  await arrive(screens);
  const entry = await screens.at('entry');
  const call = await screens.at('call');
  await call.getByRole('button', { name: t('shell.begin'), exact: true }).click(); // somebody is about to come in
  const organiser = await room.organiser();
  const desk = await open('/console#sound', { storageState: await organiser.storageState(), viewport: { width: 1440, height: 900 } });
  const play = desk.getByRole('button', { name: /The call/ });

  await test.step('the console has what there is to play', async () => {
    await expect(desk.getByText(t('console.sound.ready'))).toBeVisible();
    await expect(desk.getByText(t('console.sound.still'))).toBeVisible();
    await accessible(desk, 'the room’s speakers');
    await everySize(desk, 'console-sound', true);
    await desk.getByLabel(t('console.sound.ambience'), { exact: true }).fill('40');
    await desk.getByRole('button', { name: t('console.sound.mute', { channel: t('console.sound.chime') }) }).click();
    await expect(desk.getByText(t('console.sound.muted'), { exact: true })).toBeVisible(); // the room has taken it
    await desk.reload();
    await expect(desk.getByLabel(t('console.sound.ambience'), { exact: true })).toHaveValue('40');
    await expect(desk.getByText(t('console.sound.muted'), { exact: true })).toBeVisible();
  });

  await test.step('words in time at two screens', async () => {
    await play.click();
    await expect(together(entry)).toBeVisible();
    await expect(together(call)).toBeVisible();
    for (const page of [entry, call]) await note(page);
    const { playing } = (await (await organiser.get('/api/v1/sound')).json()) as SoundDesk;
    const since = playing!.since! - begins;
    const [a, b] = await Promise.all([late(entry, since, 'number nine in the queue'), late(call, since, 'number nine in the queue')]);
    for (const ms of [a, b]) {
      expect(ms).toBeGreaterThan(-200);
      expect(ms).toBeLessThan(3000); // it stays for a while
    }
    await desk.getByRole('button', { name: /Please go to the exit/ }).click(); // it waits, and stops nothing
    await expect(desk.getByRole('listitem').filter({ hasText: 'Please go to the exit' }).first()).toBeVisible();
    const both = await Promise.all([late(entry, since, 'my name is Colin'), late(call, since, 'my name is Colin')]);
    for (const ms of both) {
      expect(ms).toBeGreaterThan(-200);
      expect(ms).toBeLessThan(tardy);
    }
    await everySize(call, 'aloud');
    await accessible(call, 'what the whole room hears');
    await call.reload();
    const words = () => Promise.all([entry, call].map((p) => together(p).locator('.heard').innerText()));
    await expect.poll(async () => { const [x, y] = await words(); return x === y && Boolean(x); }).toBe(true);
  });

  await test.step('all of it stops, and the screens are as they were', async () => {
    await expect(desk.getByText('The call').first()).toBeVisible();
    await desk.getByRole('button', { name: t('console.sound.stop') }).click();
    await expect(together(entry)).toHaveCount(0);
    await expect(together(call)).toHaveCount(0);
    await expect(desk.getByText(t('console.sound.still'))).toBeVisible();
    await expect(call.getByRole('button', { name: t('shell.begin'), exact: true })).toBeVisible();
  });
  await organiser.dispose();
});
