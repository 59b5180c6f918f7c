import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accessible } from './axe.js';
import { expect, test, type Screens } from './fixtures.js';
import { everySize } from './layout.js';
import type { Server } from './server.js';
import { Visitor, feeling, tap } from './visitor.js';
import { root, t } from './words.js';

const own = JSON.parse(readFileSync(join(root, 'stations/story/words/en.json'), 'utf8')) as Record<string, string>;
const s = (key: string, args: Record<string, string | number> = {}) =>
  own[key]!.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name]));
const button = (page: Page, key: string, args?: Record<string, string | number>) => page.getByRole('button', { name: s(key, args), exact: true });

/** Puts the kind's example where the call is, for the room to load; for a group if asked. */
async function tell(room: Server, screens: Screens, group = false): Promise<Page> {
  const { files } = room;
  for (const name of readdirSync(join(root, 'stations/story/testdata'))) {
    if (!name.endsWith('.sh')) cpSync(join(root, 'stations/story/testdata', name), join(files, name));
  }
  const example = readFileSync(join(root, 'stations/story/example.yaml'), 'utf8');
  writeFileSync(join(files, 'story.yaml'), group ? example.replace('\ntold: one', '\ntold: group') : example);
  const scenario = JSON.parse(readFileSync(join(files, 'scenario.yaml'), 'utf8')) as { title: string; stations: { id: string; kind: string; title: string; with: string }[] };
  scenario.title = 'A walk with stories';
  scenario.stations = scenario.stations.filter((x) => x.id === 'entry' || x.id === 'exit');
  scenario.stations.splice(1, 0, { id: 'story', kind: 'story', title: 'They tell', with: 'story.yaml' });
  writeFileSync(join(files, 'scenario.yaml'), JSON.stringify(scenario));
  const entry = await screens.at('entry');
  await entry.getByText(scenario.title).first().waitFor(); // it has been loaded
  await (await screens.at('exit')).getByRole('button', { name: t('shell.begin') }).waitFor();
  return screens.at('story');
}

test('by touch: choose, turn, feel, tell again; a reload goes on', async ({ room, screens, wire }) => {
  const page = await tell(room, screens);
  const visitor = new Visitor(screens);
  await visitor.arrive();
  await visitor.checkIn(page, 'badge');
  await page.getByRole('heading', { name: s('choose') }).waitFor();
  await everySize(page, 'story-choose');
  await accessible(page, 'story, choose');
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole('button', { name: 'Afterwards', exact: true }).click();
  await expect(page.locator('.card')).toHaveCount(1);
  await page.getByRole('button', { name: s('choose.all'), exact: true }).click();
  await page.locator('.card').filter({ hasText: 'The man who came' }).click();
  await page.getByText('It was the coldest night').waitFor();
  await tap(page, feeling(-3, 2));
  await page.getByRole('button', { name: 'That is enough' }).click();
  await accessible(page, 'story, text');
  await page.setViewportSize({ width: 1280, height: 800 });
  await button(page, 'next').click();
  await page.getByRole('img', { name: /^A row of houses/ }).waitFor();
  await button(page, 'next').click();

  await button(page, 'play').click();
  await page.getByText('He even had a cup of tea.').waitFor();
  await tap(page, feeling(3, 1));
  await button(page, 'play.again').waitFor();
  await expect.poll(() => wire.kept('reaction', '"page":2'), 'where they are is kept').toBe(true);
  await page.reload();
  await page.getByText(s('page', { page: 3, of: 4 })).waitFor();

  await button(page, 'next').click();
  await button(page, 'play.video').click();
  await page.getByText('there was light').waitFor();
  await everySize(page, 'story-video');
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await page.locator('video').evaluate((v: HTMLVideoElement) => v.videoWidth)).toBe(480);
  await button(page, 'play.again').waitFor();
  await button(page, 'transcript').click();
  await page.getByText('A dark window in a brick wall.').waitFor();
  await accessible(page, 'story, transcript');
  await page.setViewportSize({ width: 1280, height: 800 });
  await button(page, 'last').click();
  await accessible(page, 'story, retell');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('textbox').fill('I sat in the dark, and somebody came.');
  await button(page, 'retell.keep').click();
  await page.getByText(s('heard')).waitFor();
  await button(page, 'done').click();
  await visitor.leave(page);

  const bodies = (type: string) => [...wire.facts.values()].filter((f) => f.type === type).map((f) => f.body);
  expect(bodies('story.turned')).toHaveLength(4);
  expect(bodies('story.retold')).toEqual([{ story: 'saturday', text: 'I sat in the dark, and somebody came.' }]);
  expect(bodies('reaction').map((b) => (b as { moment: object }).moment)).toMatchObject([{ ref: 'saturday:1' }, { ref: 'saturday:3' }]);
  expect((bodies('reaction')[1] as { moment: { ms: number } }).moment.ms).toBeGreaterThan(1500);
  expect(JSON.stringify(bodies('stop.progress'))).not.toContain('dark');
  expect(bodies('story.played').map((b) => (b as { page: number }).page)).toEqual(expect.arrayContaining([3, 4]));
});

test('by keys, for a group: large letters, the grid when it is asked for', async ({ room, screens, wire }) => {
  const page = await tell(room, screens, true);
  const visitor = new Visitor(screens);
  await visitor.arrive();
  await visitor.checkIn(page, 'badge');
  await page.getByRole('heading', { name: s('choose.group') }).waitFor();
  const press = async (name: string | RegExp) => {
    const target = page.getByRole('button', { name }).first();
    await target.waitFor();
    for (let n = 0; n < 40 && !(await target.evaluate((el) => (el.getRootNode() as ShadowRoot).activeElement === el)); n++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  };
  await press(/^Four letters/);
  await page.getByText('They wrote to me').waitFor();
  await accessible(page, 'story, group');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('PageDown');
  await page.getByText('It hangs in the hall').waitFor();
  await press(s('feel', { name: 'Joris' }));
  const grid = page.getByRole('slider', { name: t('feeling.field') });
  await grid.waitFor();
  for (let n = 0; n < 40 && !(await grid.evaluate((el) => (el.getRootNode() as ShadowRoot).activeElement === el)); n++) await page.keyboard.press('Tab');
  for (const key of ['ArrowLeft', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
  await press(s('last'));
  await page.getByRole('heading', { name: s('retell.group', { name: 'Joris' }) }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('I am a number.');
  await press(s('retell.keep'));
  await press(s('done'));
  await visitor.leave(page);
  const facts = [...wire.facts.values()];
  expect(facts.filter((f) => f.type === 'story.retold')).toHaveLength(1);
  expect(facts.find((f) => f.type === 'reaction')?.body).toMatchObject({ valence: -2, moment: { ref: 'letters:2' } });
});
