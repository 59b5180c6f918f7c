import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { everySize } from './layout.js';
import type { Server } from './server.js';
import { t } from './words.js';

const arabic = {
  'shell.begin': 'المس للبدء',
  'entry.meet': 'اليوم تسير مع',
  'entry.begin': 'ابدأ',
  'entry.next': 'التالي',
  'entry.back': 'رجوع',
  'entry.language': 'اللغة',
  'entry.consent.title': 'ما الذي تحفظه هذه الغرفة',
  'entry.consent.agree': 'أوافق',
  'entry.consent.kept': 'تحفظ الغرفة',
  'entry.consent.never': 'لا تسأل أبدا عن',
  'entry.consent.never.name': 'اسمك',
  'entry.consent.never.face': 'صورتك',
  'entry.consent.never.voice': 'صوتك',
};
const title = { en: 'A small walk', de: 'Ein kleiner Gang', ar: 'جولة قصيرة' };

/** Gives the small scenario dictionaries of its own, and other languages. */
function write(room: Server, languages: string[], dictionaries: Record<string, object>): void {
  mkdirSync(join(room.files, 'words'), { recursive: true });
  for (const [language, words] of Object.entries(dictionaries)) {
    writeFileSync(join(room.files, 'words', `${language}.json`), JSON.stringify(words, null, 2));
  }
  const file = join(room.files, 'scenario.yaml');
  const scenario = JSON.parse(readFileSync(file, 'utf8')) as { stations: { kind: string; with?: string }[] };
  for (const s of scenario.stations) if (s.kind === 'entry' || s.kind === 'exit') delete s.with; // it speaks English and German
  writeFileSync(file, JSON.stringify({ ...scenario, title, languages }, null, 2));
}

const page = (p: Page) => p.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);

test('a scenario brings a language of its own, right to left', async ({ room, screens }) => {
  test.slow();
  const entry = await screens.at('entry');
  await entry.getByRole('button', { name: t('shell.begin') }).waitFor();
  expect(await page(entry)).toEqual(['en', 'ltr']);
  write(room, ['ar'], { ar: arabic });

  // The room speaks English and German; its scenario greets in the only language it has.
  const begin = entry.getByRole('button', { name: arabic['shell.begin'] });
  await begin.waitFor();
  expect(await page(entry)).toEqual(['ar', 'rtl']);
  await expect(entry.getByText(title.ar)).toBeVisible();

  // What nobody has translated is English and says so.
  const minutes = entry.getByText(t('shell.minutes.one'));
  expect(await minutes.evaluate((e: HTMLElement) => [e.lang, e.dir])).toEqual(['en', 'ltr']);
  expect(await begin.evaluate((e: HTMLElement) => [e.lang, e.dir])).toEqual(['', '']);
  await accessible(entry, 'attract, right to left');
  await everySize(entry, 'rtl-attract');

  await entry.setViewportSize({ width: 1280, height: 800 });
  await begin.click();
  await entry.getByRole('button', { name: arabic['entry.begin'] }).waitFor();
  await everySize(entry, 'rtl-meet');
  await entry.setViewportSize({ width: 1280, height: 800 });
  await entry.getByRole('button', { name: arabic['entry.begin'] }).click();
  const lead = entry.getByText(t('entry.consent.lead'));
  expect(await lead.evaluate((e: HTMLElement) => [e.lang, e.dir])).toEqual(['en', 'ltr']);
  await accessible(entry, 'consent, right to left');
  await everySize(entry, 'rtl-consent');
});

test('a scenario says words otherwise, and greets in its own language', async ({ room, screens }) => {
  const entry = await screens.at('entry');
  await entry.getByRole('button', { name: t('shell.begin') }).waitFor();
  write(room, ['de'], { de: { 'shell.begin': 'Nur hereinspaziert' }, en: { 'shell.begin': 'Step right in' } });
  await entry.getByRole('button', { name: 'Nur hereinspaziert' }).waitFor();
  expect(await page(entry)).toEqual(['de', 'ltr']);
  await entry.getByRole('button', { name: 'English' }).click();
  await entry.getByRole('button', { name: 'Step right in' }).waitFor();
  await expect(entry.getByText(title.en)).toBeVisible();
});
