import type { Page } from '@playwright/test';
import { accessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { everySize, picture } from './layout.js';
import { customer } from './scenario.js';
import { traces } from './storage.js';
import { Visitor } from './visitor.js';
import type { Wire } from './wire.js';
import { t } from './words.js';

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const press = (page: Page, key: string, args?: Record<string, string | number>) => page.getByRole('button', { name: t(key, args), exact: true }).click();
const heading = (page: Page, key: string) => page.getByRole('heading', { name: t(key, { customer: customer.short }) });

/** Looks at a state: axe, a picture at every size, then back to the tablet. */
async function look(page: Page, state: string): Promise<void> {
  await accessible(page, state);
  await everySize(page, state);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test.use({ forgiven: /net::ERR_INTERNET_DISCONNECTED|404 .*\/(returns|takeaways)|429 .*\/returns|console: .*(404|429)/ });

test('the map at the exit, the page taken away, the way back and the withdrawal', async ({ screens, open, wire }) => {
  test.slow();
  for (const station of ['call', 'exit']) await (await screens.at(station)).getByRole('button', { name: t('shell.begin') }).waitFor();
  const visitor = new Visitor(screens);
  await visitor.arrive();
  await visitor.call();
  const page = await screens.at('exit');
  await visitor.checkIn(page, 'code');
  await test.step('the map', () => map(page, wire));
  await test.step('the sentence and the pledge', () => words(page));
  const facts = () => [...wire.facts.values()];
  await expect.poll(() => facts().find((f) => f.type === 'sentence')?.body).toEqual({ text: 'I sent it twice.', debrief: true });

  const code = await test.step('the take-away, the room away at first', () => take(page));
  await expect(page.locator('exit-takeaway'), 'the day before the month').toContainText(/ \d{1,2} \p{L}+ \d{4}\./u);
  const address = await page.locator('exit-takeaway .url').innerText();
  await press(page, 'exit.take.on');
  await press(page, 'exit.thanks.close');
  await press(page, 'shell.next.bye');
  await page.getByRole('button', { name: t('shell.begin') }).waitFor();
  const left = await traces(page);
  for (const trace of [code, address, 'I sent it twice.', 'Ring two of them.']) expect(left).not.toContain(trace);

  const path = new URL(address).pathname;
  const mine = await test.step('the page, on a phone', () => taken(open(path, phone), path));
  const entry = await screens.at('entry');
  await test.step('coming back', () => back(entry, code));
  expect(facts().filter((f) => f.type === 'entry.returned').map((f) => f.body)).toEqual([{ went: 'partly' }]);
  await test.step('withdrawing on the page', () => withdraw(mine));
  await test.step('the code leads nowhere then', () => nowhere(entry, code));
});

async function map(page: Page, wire: Wire): Promise<void> {
  await heading(page, 'exit.map.title').waitFor();
  await expect(page.locator('.part.pains')).toHaveCount(0);
  await look(page, 'exit-canvas');

  const feltNote = page.locator('.feel button.note').first();
  await feltNote.click();
  await press(page, 'exit.clip.play', { at: await at(page) });
  await expect.poll(() => page.locator('exit-clip audio').evaluate((a: HTMLAudioElement) => a.currentTime)).toBeGreaterThan(0);
  await look(page, 'exit-note-taken');
  await press(page, 'exit.note.cancel');

  for (const text of ['Waits for hours', 'Waits for nothing']) {
    await press(page, 'exit.note.add', { section: t('exit.section.do') });
    await page.getByLabel(t('exit.note.words')).fill(text);
    await press(page, 'exit.note.put');
  }
  await page.getByRole('button', { name: /^Waits for hours/ }).click();
  await page.getByRole('button', { name: /^Waits for nothing/ }).click();
  const joined = page.getByLabel(t('exit.note.join.words'));
  await expect(joined).toHaveValue('Waits for nothing; Waits for hours');
  await look(page, 'exit-join');
  await joined.fill('Waits for hours, for nothing');
  await press(page, 'exit.note.join.put');
  await expect(page.locator('.do').getByText(/^Waits/)).toHaveText(['Waits for hours, for nothing']);

  await press(page, 'exit.view.quadrants');
  await expect(page.locator('.quarter')).toHaveCount(4);
  await expect(page.locator('.quarter[data-section=do]').getByText('Waits for hours, for nothing')).toBeVisible();
  await look(page, 'exit-quarters');
  await press(page, 'exit.view.canvas');
  await press(page, 'exit.map.inner');
  await expect(page.locator('.part.pains')).toBeVisible();
  await drag(page);
  await expect.poll(() => wire.kept('stop.entered', 'inner'), 'where they are is kept').toBe(true);
  await expect.poll(() => [...wire.facts.keys()].filter((id) => !wire.acked.has(id)), 'and what they did').toEqual([]);
  await page.reload();
  await page.locator('.part.pains [data-note]').waitFor(); // where they were, and as they left it
  await press(page, 'exit.map.done');
}

/** The minute and second that the note in hand comes from. */
async function at(page: Page): Promise<string> {
  const play = page.locator('exit-clip button');
  return /\d+:\d\d/.exec(await play.innerText())![0];
}

/** Moves a note into the pains, by hand; dropped on another note it may be joined, or lie beside it. */
async function drag(page: Page): Promise<void> {
  const note = page.locator('.do button.note', { hasText: 'Waits for hours' });
  const from = (await note.boundingBox())!;
  const to = (await page.locator('.part.pains').boundingBox())!;
  await page.mouse.move(from.x + 20, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + to.height - 20, { steps: 6 });
  await page.mouse.up();
  await page.locator('.part.pains [data-note]').waitFor();
}

async function words(page: Page): Promise<void> {
  await press(page, 'exit.again.skip');
  await page.getByLabel(t('exit.sentence.label')).fill('I sent it twice.');
  const show = page.getByRole('checkbox', { name: t('exit.debrief.show') });
  await expect(show).not.toBeChecked();
  await show.check();
  await look(page, 'exit-debrief');
  await press(page, 'exit.next');
  await page.getByLabel(t('exit.pledge.label')).fill('Ring two of them.');
  await page.getByRole('radio', { name: t('pledge.this-week'), exact: true }).check();
}

/** Gives the returning code. */
async function take(page: Page): Promise<string> {
  await page.context().setOffline(true);
  await press(page, 'exit.next');
  await page.getByText(t('exit.take.away')).waitFor();
  await look(page, 'exit-take-away');
  await printed(page);
  await page.context().setOffline(false);
  await page.getByRole('img', { name: /http/ }).waitFor({ timeout: 30_000 });
  await look(page, 'exit-take');
  return (await page.locator('exit-takeaway .code b').innerText()).replace(/\s/g, '');
}

/** The map on paper holds what the visitor did and said, and the rest of the screen does not. */
async function printed(page: Page): Promise<void> {
  await page.evaluate(() => { window.print = () => {}; });
  await press(page, 'exit.take.print');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('own-map').getByText('I sent it twice.')).toBeVisible();
  await expect(page.locator('own-map').getByText('Waits for hours, for nothing')).toBeVisible();
  await expect(page.locator('station-exit')).toBeHidden();
  await page.setViewportSize({ width: 794, height: 1123 });
  await picture(page, 'paper', 'exit-print');
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('own-map')).toHaveCount(0);
}

async function taken(opening: Promise<Page>, path: string): Promise<Page> {
  const page = await opening;
  await heading(page, 'own.title').waitFor();
  for (const text of ['I sent it twice.', 'Ring two of them.', t('pledge.this-week'), 'Waits for hours, for nothing']) await expect(page.getByText(text, { exact: true })).toBeVisible();
  expect(await page.context().cookies(), 'cookies').toEqual([]);
  await accessible(page, 'takeaway');
  await picture(page, 'phone', 'takeaway');
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: t('takeaway.calendar') }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await file).createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toContain('SUMMARY:Ring two of them.');
  for (const [name, size] of Object.entries({ desk: { width: 1280, height: 800 }, paper: { width: 794, height: 1123 } })) {
    await page.setViewportSize(size);
    if (name === 'paper') await page.emulateMedia({ media: 'print' });
    await picture(page, name, 'takeaway');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${path} at ${name}`).toBeLessThanOrEqual(0);
  }
  await expect(page.getByRole('button', { name: t('takeaway.withdraw') })).toBeHidden(); // paper has no buttons
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await page.setViewportSize(phone.viewport);
  await accessible(page, 'takeaway, dark');
  await picture(page, 'phone', 'takeaway-dark');
  return page;
}

async function back(entry: Page, code: string): Promise<void> {
  await press(entry, 'shell.begin');
  await press(entry, 'entry.returning');
  const field = entry.getByLabel(t('entry.returning.code'));
  await look(entry, 'entry-returning');
  await field.fill('BBBBBBBB');
  await press(entry, 'entry.returning.look');
  await entry.getByText(t('entry.returning.unknown')).waitFor();
  await accessible(entry, 'entry-returning, unknown');
  await field.fill(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`);
  await press(entry, 'entry.returning.look');
  await entry.getByText('Ring two of them.').waitFor();
  await entry.getByRole('radio', { name: t('entry.returning.partly') }).check();
  await look(entry, 'entry-returned');
  await press(entry, 'entry.returning.withdraw');
  await look(entry, 'entry-withdraw');
  await press(entry, 'entry.returning.sure.no');
  await press(entry, 'entry.returning.on');
  await press(entry, 'entry.begin');
  await look(entry, 'entry-consent');
  await press(entry, 'entry.consent.agree');
  await press(entry, 'entry.next');
  await press(entry, 'entry.next');
  await press(entry, 'entry.ask.skip');
  await press(entry, 'entry.badge.go');
  await press(entry, 'shell.next.done');
}

async function withdraw(mine: Page): Promise<void> {
  await press(mine, 'takeaway.withdraw');
  await accessible(mine, 'takeaway, sure');
  await picture(mine, 'phone', 'takeaway-sure');
  await press(mine, 'takeaway.sure.yes');
  await heading(mine, 'takeaway.erased').waitFor();
  await accessible(mine, 'takeaway, erased');
  await picture(mine, 'phone', 'takeaway-erased');
  await expect(mine.getByText('Ring two of them.')).toHaveCount(0);
  await mine.reload();
  await heading(mine, 'takeaway.erased').waitFor();
}

/** A withdrawn visit's code opens nothing; five wrong ones, and the screen rests. */
async function nowhere(entry: Page, code: string): Promise<void> {
  await press(entry, 'shell.begin');
  await press(entry, 'entry.returning');
  const field = entry.getByLabel(t('entry.returning.code'));
  const slow = entry.getByText(t('entry.returning.slow', { n: 60 }).replace(/60.*/, ''));
  for (let n = 0; n < 8 && !(await slow.isVisible()); n++) {
    await field.fill(n ? 'BBBBBBBB' : code);
    await press(entry, 'entry.returning.look');
    await expect(entry.getByText(t('entry.returning.unknown')).or(slow)).toBeVisible();
    await field.fill('');
  }
  await expect(slow).toBeVisible();
  await field.fill(code);
  await expect(entry.getByRole('button', { name: t('entry.returning.look') })).toBeDisabled();
  await press(entry, 'entry.returning.without');
  await entry.getByRole('heading', { name: customer.name }).waitFor();
}

test('an address that leads nowhere says so calmly', async ({ open }) => {
  const page = await open('/t/nobody-has-this', phone);
  await heading(page, 'takeaway.gone').waitFor();
  await accessible(page, 'takeaway, gone');
  await picture(page, 'phone', 'takeaway-gone');
});

test('whoever withdraws at the entry sees it go', async ({ screens }) => {
  test.slow();
  for (const station of ['call', 'exit']) await (await screens.at(station)).getByRole('button', { name: t('shell.begin') }).waitFor();
  const visitor = new Visitor(screens);
  await visitor.arrive();
  const page = await screens.at('exit');
  await visitor.checkIn(page, 'code');
  await press(page, 'exit.map.inner');
  await press(page, 'exit.map.done');
  await press(page, 'exit.again.skip');
  await press(page, 'exit.skip');
  await press(page, 'exit.skip');
  await page.getByRole('button', { name: t('exit.take.on') }).waitFor();
  const code = (await page.locator('exit-takeaway .code b').innerText()).replace(/\s/g, '');
  const entry = await screens.at('entry');
  await press(entry, 'shell.begin');
  await press(entry, 'entry.returning');
  await entry.getByLabel(t('entry.returning.code')).fill(code);
  await entry.keyboard.press('Enter');
  await entry.getByText(t('entry.returning.none')).waitFor();
  await accessible(entry, 'entry-returned, no pledge');
  await press(entry, 'entry.returning.withdraw');
  await press(entry, 'entry.returning.sure.yes');
  await heading(entry, 'entry.returning.erased').waitFor();
  await accessible(entry, 'entry-erased');
});
