import type { Locator, Page } from '@playwright/test';
import { accessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { customer } from './scenario.js';
import { Visitor, feeling, ordinary, tap } from './visitor.js';
import { t } from './words.js';

test.use({ settings: { k: 5, idle: { ask: 600, wipe: 20 }, also: ['journey'], edits: { journey: [
  ['channels:', 'recording: {file: call.mp3, consent: Ada agreed., redaction: Nothing to take out.}\nchannels:'],
  ['by: A card, three weeks later', 'by: A card, three weeks later\n            clip: {from: 1000, to: 5000}'],
  ['# station: call    #', 'station: call #'],
] } } });

const button = (page: Page, key: string, args?: Record<string, string>) => page.getByRole('button', { name: t(key, args), exact: true });
const step = (page: Page, title: string) => page.getByRole('button', { name: new RegExp(`^${title}\\. `) });
const focused = (at: Locator) => expect.poll(() => at.evaluate((el) => (el.getRootNode() as ShadowRoot).activeElement === el)).toBe(true);

test('walked by touch: felt before, pinned, heard, handed on, kept over a reload, on the map', async ({ screens, wire }) => {
  const words = 'her new number, on a slip';
  let map = '';
  const visitor = new Visitor(screens, { ...ordinary, call: { how: 'read', feel: [feeling(-4, 2), feeling(-2, 2)] } }, async (at, state) => {
    if (state === 'exit-map' || state === 'exit-inner') map += await at.locator('exit-map .canvas').textContent(); // pains come last
  });
  const page = await screens.at('journey');
  await visitor.arrive();
  await visitor.call();
  await visitor.checkIn(page, 'badge');
  await page.getByRole('heading', { name: t('journey.ask') }).waitFor();
  await expect(step(page, 'The call')).toHaveAccessibleName(/^The call\. Phone\. .*You felt: Furious\.$/i);
  await expect(step(page, 'The invoice')).not.toHaveAccessibleName(/You felt/);
  await accessible(page, 'journey');

  await step(page, 'The notice').click();
  await page.getByRole('heading', { name: 'The notice' }).waitFor();
  await button(page, 'journey.clip.play', { quote: 'We have received your letter.' }).click();
  await button(page, 'journey.clip.stop').waitFor();
  await button(page, 'journey.clip.play', { quote: 'We have received your letter.' }).waitFor();
  await button(page, 'journey.after').click();
  await button(page, 'journey.pin.touch').click();
  await button(page, 'journey.pin.hurt').click();
  await button(page, 'journey.pin.shine').click();
  await button(page, 'journey.pin.shine').click();
  await page.getByRole('button', { name: 'a number', exact: true }).click();
  await page.getByLabel(t('journey.hand.text')).fill(words);
  await accessible(page, 'journey, a step');
  await page.getByRole('heading', { name: 'The invoice' }).click();
  await expect.poll(() => wire.bodies('journey.said')).toEqual([{ step: 'invoice', text: words }]);
  await expect.poll(() => wire.kept('journey.said', '"told":["invoice"]'), 'where they are is kept').toBe(true);
  expect(JSON.stringify(wire.bodies('stop.progress'))).not.toContain(words);

  await page.reload();
  await page.getByRole('heading', { name: 'The invoice' }).waitFor();
  await expect(button(page, 'journey.pin.hurt')).toHaveAttribute('aria-pressed', 'true');
  await expect(button(page, 'journey.pin.shine')).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByLabel(t('journey.hand.kept'))).toHaveValue('');
  await button(page, 'journey.whole').click();
  await expect(step(page, 'The invoice')).toHaveAccessibleName(new RegExp(`${t('journey.pin.touch')}, ${t('journey.pin.hurt')}`));
  await button(page, 'journey.done').click();
  await page.getByRole('heading', { name: t('journey.end.feel', { customer: customer.short }) }).waitFor();
  await tap(page, feeling(1, -2));
  await button(page, 'journey.finish').click();
  await button(page, 'shell.next.done').click();
  expect(wire.bodies('journey.pinned')).toEqual([
    { step: 'invoice', pin: 'touch', on: true }, { step: 'invoice', pin: 'hurt', on: true },
    { step: 'invoice', pin: 'shine', on: true }, { step: 'invoice', pin: 'shine', on: false }]);
  expect(wire.bodies('journey.handed')).toEqual([{ step: 'invoice', hands: ['number'] }]);
  expect(wire.bodies('journey.done')).toEqual([{}]);
  await visitor.exit();
  expect(map).toContain('Paying for a flat she has left');
  expect(map).toContain(words);
  expect(wire.refused).toEqual([]);
});

test('walked by keyboard alone, upright, at the hand of nobody’s department', async ({ screens, wire }) => {
  const page = await screens.at('journey');
  const visitor = new Visitor(screens, { ...ordinary, department: undefined, party: 3 });
  await visitor.arrive();
  await page.setViewportSize({ width: 1080, height: 1920 });
  await visitor.checkIn(page, 'badge');
  await step(page, 'The notice').press('Tab');
  await focused(step(page, 'The invoice'));
  await page.keyboard.press('Enter');
  await focused(page.getByRole('heading', { name: 'The invoice' }));
  await accessible(page, 'journey, a step upright');
  await button(page, 'journey.pin.touch').press('Enter');
  await button(page, 'journey.pin.shine').press(' ');
  await page.keyboard.press('Escape');
  await focused(step(page, 'The invoice'));
  await button(page, 'journey.done').press('Enter');
  await focused(page.getByRole('heading', { name: t('journey.end.feel', { customer: customer.short }) }));
  await page.getByRole('slider', { name: t('feeling.field') }).press('ArrowRight');
  await page.keyboard.press('Enter');
  await button(page, 'journey.finish').press('Enter');
  await button(page, 'shell.next.done').waitFor();
  expect(wire.bodies('journey.pinned')).toEqual([{ step: 'invoice', pin: 'touch', on: true }, { step: 'invoice', pin: 'shine', on: true }]);
  expect(wire.refused).toEqual([]);
});
