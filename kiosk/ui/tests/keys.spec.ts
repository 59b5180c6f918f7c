import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { assumption, customer } from './scenario.js';
import { Visitor } from './visitor.js';
import { kinds, pattern, t } from './words.js';

/** Goes on with Tab until a control has the keyboard. */
async function reach(target: Locator): Promise<void> {
  await target.waitFor();
  for (let n = 0; n < 60; n++) {
    if (await target.evaluate((el) => (el.getRootNode() as ShadowRoot).activeElement === el)) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`60 tabs do not lead to ${target}`);
}

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

const type = (page: Page, ...keys: string[]) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

async function push(page: Page, name: string | RegExp): Promise<void> {
  await reach(page.getByRole('button', { name, exact: true }).first());
  await page.keyboard.press('Enter');
}

async function feel(page: Page, ...keys: string[]): Promise<void> {
  await reach(page.getByRole('slider', { name: t('feeling.field') }));
  await type(page, ...keys, 'Enter');
}

test('a whole visit with the keyboard alone', async ({ screens, wire }) => {
  test.slow();
  const pages = Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, await screens.at(kind)] as const)));
  for (const page of Object.values(pages)) await page.getByRole('button', { name: t('shell.begin') }).waitFor();
  const visitor = new Visitor(screens);
  await test.step('entry', () => enter(pages['entry']!, visitor));
  await test.step('call', () => call(pages['call']!, visitor));
  await test.step('portal', () => portal(pages['portal']!, visitor));
  await test.step('invoice', () => invoice(pages['invoice']!, visitor));
  await test.step('exit', () => exit(pages['exit']!, visitor));
  const facts = [...wire.facts.values()].map((f) => f.type);
  for (const type of ['call.heard', 'portal.submitted', 'invoice.owed', 'note.put', 'sentence', 'pledge', 'visit.finished']) expect(facts).toContain(type);
  expect(facts.filter((type) => type === 'reaction')).toHaveLength(3);
  expect(facts.filter((type) => type === 'assumption')).toHaveLength(2);
});

async function enter(page: Page, visitor: Visitor): Promise<void> {
  await page.keyboard.press('Enter'); // the resting screen takes it wherever the keyboard is
  await page.getByRole('heading', { name: customer.name }).waitFor();
  await push(page, t('entry.begin'));
  await push(page, t('entry.consent.agree'));
  await reach(page.getByRole('radio', { name: '1' }));
  await type(page, 'ArrowRight');
  await push(page, t('entry.next'));
  await reach(page.getByRole('switch', { name: t('entry.comfort.reducedMotion') }));
  await type(page, ' ');
  await push(page, t('entry.next'));
  await reach(page.getByRole('slider', { name: assumption.ask }));
  await type(page, 'ArrowRight', 'ArrowRight');
  await push(page, t('entry.next'));
  await page.getByRole('button', { name: t('entry.badge.go') }).waitFor();
  visitor.badge = await page.locator('station-entry .words').innerText();
  visitor.code = await page.locator('station-entry .code').innerText();
  await push(page, t('entry.badge.go'));
  await away(page);
}

/** Where next is read; the button that says so has the keyboard already. */
async function away(page: Page): Promise<void> {
  await page.getByRole('heading', { name: pattern('shell.next') }).waitFor();
  await type(page, 'Enter');
  await page.getByRole('button', { name: t('shell.begin') }).waitFor();
}

async function checkIn(page: Page, visitor: Visitor): Promise<void> {
  await type(page, 'Enter');
  await push(page, visitor.badge);
  await page.getByRole('group', { name: t('shell.badge') }).getByText(visitor.badge).waitFor();
}

async function call(page: Page, visitor: Visitor): Promise<void> {
  await checkIn(page, visitor);
  await push(page, t('call.start.dial', { name: 'Ruth' }));
  await type(page, '1');
  await push(page, t('call.menu.again'));
  await push(page, '2');
  await push(page, t('call.pause'));
  await feel(page, 'ArrowLeft', 'ArrowLeft', 'ArrowUp');
  await push(page, t('call.play'));
  await page.getByRole('heading', { name: t('call.end.title') }).waitFor();
  await push(page, t('call.end.done'));
  await away(page);
}

async function portal(page: Page, visitor: Visitor): Promise<void> {
  await checkIn(page, visitor);
  await push(page, t('portal.begin'));
  await push(page, 'Me');
  await reach(page.getByLabel('Postcode', { exact: true }));
  await page.keyboard.type('AV1 2CD');
  await type(page, 'Enter');
  await page.getByText('Your details were saved.').waitFor();
  await push(page, t('portal.done'));
  await push(page, t('portal.seq.value', { n: 3 }));
  await feel(page, 'ArrowDown');
  await push(page, t('portal.finish'));
  await away(page);
}

async function invoice(page: Page, visitor: Visitor): Promise<void> {
  await checkIn(page, visitor);
  for (const line of ['1', '2', '3']) {
    await push(page, new RegExp(`^${t('invoice.line', { line })}:`));
    const mark = line === '1' ? 'right' : 'wrong';
    await push(page, t(`invoice.mark.${mark}`));
    if (mark === 'wrong') await push(page, t('invoice.why.sum'));
  }
  await push(page, t('invoice.to-owed'));
  await reach(page.getByRole('textbox', { name: t('invoice.pad') }));
  await page.keyboard.type('25.68');
  await type(page, 'Enter');
  await push(page, t('invoice.sure.4'));
  await page.getByRole('heading', { name: t('invoice.thanks') }).waitFor();
  await feel(page, 'ArrowLeft');
  await push(page, t('invoice.finish'));
  await away(page);
}

async function exit(page: Page, visitor: Visitor): Promise<void> {
  await type(page, 'Enter');
  await page.getByLabel(t('shell.who.field')).waitFor();
  await page.keyboard.type(visitor.code.toLowerCase());
  await page.getByRole('heading', { name: t('exit.map.title', { customer: customer.short }) }).waitFor();
  await push(page, t('exit.map.inner'));
  await push(page, t('exit.note.add', { section: t('exit.section.gains') }));
  await reach(page.getByLabel(t('exit.note.words')));
  await page.keyboard.type('She got it done.');
  await type(page, 'Enter');
  await page.locator('.gains').getByText('She got it done.').waitFor();
  await reach(page.locator('.feel button.note').first());
  await type(page, 'Enter');
  await push(page, new RegExp(`^${t('exit.section.pains')}`));
  await expect(page.locator('.pains [data-note]')).toHaveCount(1);
  await push(page, t('exit.map.done'));
  await reach(page.getByRole('slider', { name: assumption.ask }));
  await type(page, 'End');
  await push(page, t('exit.next'));
  await push(page, t('exit.next'));
  await reach(page.getByLabel(t('exit.sentence.label')));
  await page.keyboard.type('had to ask twice.');
  await push(page, t('exit.next'));
  await reach(page.getByLabel(t('exit.pledge.label')));
  await page.keyboard.type('listen first.');
  await push(page, t('exit.next'));
  await push(page, t('exit.take.on'));
  await push(page, t('exit.thanks.close'));
  await page.getByText(t('shell.next.over')).waitFor();
  await type(page, 'Enter');
  await page.getByRole('button', { name: t('shell.begin') }).waitFor();
}
