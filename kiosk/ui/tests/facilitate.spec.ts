import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accessible } from './axe.js';
import { Crowd, crowd } from './crowd.js';
import { expect, test } from './fixtures.js';
import { insights } from './insights.js';
import { everySize } from './layout.js';
import { passphrases } from './server.js';
import { t } from './words.js';

const questions = ['What surprised you?', 'Who did their job well?', 'What will you do on Monday?'];

test.use({
  settings: { k: 5, idle: { ask: 600, wipe: 20 }, more: { pairing: 'open' } },
  change: { files: (folder) => ask(folder) },
});

/** Puts three questions for the debrief into the small scenario. */
function ask(folder: string): void {
  const file = join(folder, 'scenario.yaml');
  const scenario = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...scenario, debrief: questions }));
}

/** Somebody opens a page by its address, and is there after signing in. */
async function signedIn(open: (path: string) => Promise<Page>, path: string, role: 'organiser' | 'manager'): Promise<Page> {
  const page = await open(path);
  await page.getByRole('radio', { name: t(`signin.role.${role}`) }).check();
  await page.getByLabel(t('signin.passphrase')).fill(passphrases[role]);
  await page.getByRole('button', { name: t('signin.go') }).click();
  return page;
}

const writer = (i: number) => ({
  felt: { call: -2 }, notes: { pains: `The meter was wrong ${i}.` },
  sentence: { text: `My sentence ${i}.`, debrief: i === 0 }, pledge: `My pledge ${i}.`,
});

/** How many pieces of writing wait for an organiser; they are read some at a time. */
const waiting = (them: Crowd) => expect.poll(async () => (await them.asked<{ waiting: number }>(them.organiser, 'moderation')).waiting);

test('an organiser looks at a batch, masks, flags, restores and lets pass', async ({ room, open }) => {
  const them = await Crowd.at(room);
  await them.walk(crowd(9, writer));
  await waiting(them).toBe(27);
  const desk = await signedIn(open, '/words', 'organiser');
  const draw = desk.getByRole('button', { name: t('wordsdesk.draw') });
  await expect(desk.getByText(t('wordsdesk.title'))).toBeVisible();
  await expect(draw).toBeDisabled();
  await expect(desk.getByText(t('wordsdesk.few', { k: 10 }))).toBeVisible();
  await them.walk(crowd(3, (i) => writer(i + 9)));
  await waiting(them).toBe(36);
  await desk.reload();
  await draw.click();
  const batch = desk.locator('.batch');
  await expect(batch.locator('li')).toHaveCount(36);
  await accessible(desk, 'a batch of words');
  await everySize(desk, 'desk', true);

  const row = (words: string) => batch.locator('li', { hasText: words });
  await row('My sentence 1.').getByRole('button', { name: t('wordsdesk.mask') }).click();
  await expect(row('My sentence 1.')).toContainText(t('wordsdesk.masked'));
  await row('My sentence 2.').getByRole('button', { name: t('wordsdesk.mask') }).click();
  await row('My sentence 2.').getByRole('button', { name: t('wordsdesk.restore') }).click();
  await expect(row('My sentence 2.')).not.toContainText(t('wordsdesk.masked'));
  await row('My sentence 3.').getByRole('button', { name: t('wordsdesk.flag') }).click();
  await expect(row('My sentence 3.')).toContainText(t('wordsdesk.sensitive'));
  const words = () => them.asked<{ tooFew: boolean; words: { text: string }[] }>(them.manager, 'insights/words');
  expect(await words()).toMatchObject({ tooFew: true, words: [] });
  await batch.getByRole('button', { name: t('wordsdesk.pass', { n: 35 }) }).click();
  await expect.poll(async () => (await words()).words.length).toBe(34);
  expect((await words()).words.map((w) => w.text)).not.toEqual(expect.arrayContaining(['My sentence 1.']));

  const page = await signedIn(open, '/insights?view=words', 'manager');
  await expect(page.getByText('My sentence 2.')).toBeVisible();
  await expect(page.getByText('My sentence 1.')).toHaveCount(0);
  await expect(page.getByText('My sentence 3.')).toHaveCount(0);
  await expect(page.getByText('My pledge 4.')).toBeVisible();
  await accessible(page, 'words and pledges');

  await expect.poll(async () => (await them.asked<{ themes: object[] }>(them.manager, 'insights/themes')).themes.length, { timeout: 60_000 }).toBeGreaterThan(0);
  await desk.reload();
  const meter = desk.getByRole('row', { name: /^meter/ });
  await meter.getByRole('textbox').fill('The meter’s numbers');
  await meter.getByRole('button', { name: t('wordsdesk.theme.rename') }).click();
  await expect(desk.getByRole('rowheader', { name: /The meter’s numbers/ })).toBeVisible();
  await accessible(desk, 'themes');
  await page.goto('/insights?view=map');
  await expect(page.locator('.screen .section.pains .themes')).toContainText('The meter’s numbers');
});

test('the debrief: map, three questions, the sentence whose writer chose it; gone when it ends', async ({ room, open }) => {
  const them = await Crowd.at(room);
  await them.open();
  await them.walk(crowd(12, writer));
  await expect.poll(async () => (await insights(them.manager)).tooFew).toBe(false);
  await waiting(them).toBe(36);
  const page = await signedIn(open, '/debrief', 'organiser');
  await expect(page.getByText(t('debrief.none'))).toBeVisible();
  await them.close();
  await page.goto('/debrief');
  await page.getByRole('heading', { name: t('insights.map') }).waitFor();
  await accessible(page, 'debrief, map');
  await everySize(page, 'debrief-map');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  for (const [i, question] of questions.entries()) {
    await expect(page.getByText(question)).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`step=${i + 4}`));
    await page.getByRole('button', { name: t('debrief.next') }).click();
  }
  await expect(page.getByText('“My sentence 0.”')).toBeVisible();
  await expect(page.getByText(/My sentence [1-9]/)).toHaveCount(0);
  await accessible(page, 'debrief, sentences');
  await everySize(page, 'debrief-sentences');
  await page.getByRole('button', { name: t('debrief.end') }).click();
  await page.getByRole('dialog').getByRole('button', { name: t('debrief.end') }).click();
  await expect(page.getByText(t('debrief.over'))).toBeVisible();
  await expect(page.getByText('My sentence 0.')).toHaveCount(0);
});

test('with too few visits the debrief is of questions and sentences alone', async ({ room, open }) => {
  const them = await Crowd.at(room);
  await them.open();
  await them.walk(crowd(2, writer));
  await them.close();
  const page = await signedIn(open, '/debrief', 'manager');
  await expect(page.getByText(questions[0]!)).toBeVisible();
  await expect(page.getByText(t('debrief.few', { k: 5 }))).toBeVisible();
  await expect(page.getByRole('button', { name: t('debrief.end') })).toHaveCount(0); // the organiser's
});

test('the wall shows releases only', async ({ room, open, wire }) => {
  const them = await Crowd.at(room);
  await them.walk(crowd(4, writer));
  const wall = await signedIn(open, '/wall', 'manager');
  await expect(wall.getByText(t('wall.few', { k: 5 }))).toBeVisible();
  await accessible(wall, 'wall, too few');
  await them.walk(crowd(2, writer));
  await expect.poll(async () => (await insights(them.manager)).tooFew).toBe(false);
  await wall.reload();
  await expect(wall.locator('.counted b')).toHaveText('6');
  await them.walk(crowd(3, writer)); // fewer than k: nothing moves
  await wall.reload();
  await expect(wall.locator('.counted b')).toHaveText('6');
  await expect(wall.locator('.section.pains .big')).toHaveText('6');
  await accessible(wall, 'wall');
  await everySize(wall, 'wall');
  await wire.read();
  expect(wire.received.filter(({ text }) => /meter was wrong|My sentence|My pledge/.test(text)).map((l) => l.from)).toEqual([]);
});

test('privacy in plain sentences, and the note for the door', async ({ room, open }) => {
  await Crowd.at(room);
  const page = await signedIn(open, '/privacy', 'manager');
  await expect(page.getByText('Customer service, IT', { exact: true })).toBeVisible();
  await accessible(page, 'privacy');
  await everySize(page, 'privacy', true);
  await expect(page.getByRole('button', { name: t('privacy.set.do') })).toHaveCount(0); // the organiser's
  const [note] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: t('privacy.note.open') }).click()]);
  await expect(note.getByRole('heading', { name: t('privacy.title') })).toBeVisible();
  await expect(note.locator('body'), 'its own style holds').toHaveCSS('font-family', 'Georgia, serif');
  for (const language of ['en', 'de']) {
    await note.goto(`/api/v1/privacy/note?language=${language}`);
    expect((await note.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g), `one sheet, ${language}`).toHaveLength(1);
  }
});

test('an organiser sets the promises, and makes a link that opens the wall', async ({ room, open }) => {
  await Crowd.at(room);
  const page = await signedIn(open, '/privacy', 'organiser');
  await expect(page.getByText(t('privacy.decided.file'))).toBeVisible();
  await page.getByLabel(t('privacy.set.k')).fill('7');
  await page.getByLabel(t('privacy.set.retention.words')).fill('0');
  await page.getByRole('button', { name: t('privacy.set.do') }).click();
  await expect(page.getByRole('status')).toHaveText(t('privacy.set.done'));
  await expect(page.getByText(t('privacy.k').replaceAll('{value}', '7'))).toBeVisible();
  await expect(page.getByText(t('privacy.kept.words.good'))).toBeVisible();
  await accessible(page, 'privacy, set');
  await everySize(page, 'privacy-set', true);
  await page.getByRole('button', { name: t('privacy.set.back') }).click();
  await expect(page.getByText(t('privacy.decided.file'))).toBeVisible();
  await expect(page.getByText(t('privacy.held', { k: 7, words: 10, when: 'DAY' }).split('DAY')[1]!)).toBeVisible(); // nobody was promised less

  await page.getByRole('button', { name: t('privacy.wall.make') }).click();
  const link = await page.getByLabel(t('privacy.wall.link'), { exact: true }).inputValue();
  await accessible(page, 'privacy, link');
  const wall = await open(new URL(link).pathname + new URL(link).search);
  await expect(wall.getByText(t('wall.few', { k: 7 }))).toBeVisible();
  expect(new URL(wall.url()).search).toBe('');
  await page.getByRole('button', { name: t('privacy.wall.end') }).click();
  await expect(page.getByRole('status')).toHaveText(t('privacy.wall.ended'));
  await wall.reload();
  await expect(wall).toHaveURL(/sign-in/);
});
