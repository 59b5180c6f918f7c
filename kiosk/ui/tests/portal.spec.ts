import type { Page } from '@playwright/test';
import { arrive, reach } from './arrive.js';
import { accessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { everySize } from './layout.js';
import { t } from './words.js';

test.use({ shipped: true, forgiven: /net::ERR_(CONNECTION_|INTERNET_DISCONNECTED)|Connection closed before/ });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Signs in and goes on to the form for corrections, by touch. */
async function corrections(page: Page): Promise<void> {
  await button(page, t('portal.begin')).tap();
  await button(page, 'Sign in').tap();
  await page.getByRole('heading', { name: 'welcome home' }).waitFor();
  await button(page, 'My home').tap();
  await page.getByText('How do you compare').waitFor();
  await button(page, 'Open').nth(2).tap();
  await button(page, 'Corrections').tap();
  await page.getByLabel('Register R1').waitFor();
}

async function correct(page: Page, day: string): Promise<void> {
  await page.getByLabel('Effective date').fill('30-09-2026');
  await page.getByLabel('Register R1').fill(day);
  await page.getByLabel('Register R2').fill('008991');
  await button(page, 'Apply').click();
}

/** Hammers on a spot where nothing is, as quickly as a hand does on any machine: the browser is told when. */
async function hammer(page: Page): Promise<void> {
  const box = (await page.getByRole('heading', { name: 'welcome home' }).boundingBox())!;
  const mouse = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width - 4, y: box.y + box.height / 2, button: 'left', clickCount: 1 } as const;
  const since = Date.now() / 1000;
  for (let n = 0; n < 3; n++) {
    for (const type of ['mousePressed', 'mouseReleased'] as const) await mouse.send('Input.dispatchMouseEvent', { type, ...at, timestamp: since + n / 10 });
  }
  await mouse.detach();
}

test('the shipped portal: by touch through a network cut, then with the keyboard after a reload', async ({ screens, open, wire }) => {
  test.slow();
  const visitor = await arrive(screens);
  const page = await open('/s/portal', { hasTouch: true });
  await visitor.checkIn(page, 'code');
  await corrections(page);
  await button(page, 'Overview').tap();
  await page.getByRole('heading', { name: 'welcome home' }).waitFor();
  await hammer(page);
  await button(page, t('portal.frame.back')).tap();
  await page.getByLabel('Register R1').waitFor();

  await page.context().setOffline(true);
  await correct(page, '20538');
  await page.getByText('You entered an invalid value. (R-112)').waitFor();
  await expect(page.getByLabel('Register R1'), 'what was typed is lost').toHaveValue('');
  const help = button(page, 'Trouble with a correction? Ways to contact us');
  await expect(help).toBeHidden();
  await correct(page, '20538');
  await expect(help, 'from the second time on').toBeVisible();
  await correct(page, '020538');
  await button(page, t('portal.file.choose')).waitFor();
  await page.context().setOffline(false);

  await expect.poll(() => wire.kept('portal.submitted', '"page":"evidence"'), 'where they are is kept').toBe(true);
  await page.reload();
  await page.getByRole('heading', { name: 'Evidence for your correction' }).waitFor();
  await upload(page);
  await code(page);
  await page.getByText('Your correction has been received.').waitFor();
  await finish(page);
  await expect.poll(() => [...wire.facts.values()].some((f) => f.type === 'stop.left')).toBe(true);
  recorded([...wire.facts.values()]);
});

/** Takes a picture that is too large, then the small one, by keyboard. */
async function upload(page: Page): Promise<void> {
  const choose = page.getByRole('button', { name: new RegExp(`${t('portal.file.choose')}|${t('portal.file.other')}`) });
  await reach(choose);
  await page.keyboard.press('Enter');
  const files = page.getByRole('radiogroup');
  await expect(files.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await accessible(page, 'portal-picker');
  await everySize(page, 'portal-picker');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('IMG_2044.jpg, 6.8 MB').waitFor();
  await reach(button(page, 'Send evidence'));
  await page.keyboard.press('Enter');
  await page.getByText('This file cannot be used. (U-31)').waitFor();
  await reach(choose);
  await page.keyboard.press('Enter');
  await files.waitFor();
  await page.keyboard.press('Escape');
  await expect(files).toBeHidden();
  await page.keyboard.press('Enter');
  for (const key of ['ArrowRight', 'ArrowRight', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  await page.getByText('from Tomasz.jpg, 0.9 MB').waitFor();
}

/** Reads the number off the phone in the margin; a wrong one is refused first. */
async function code(page: Page): Promise<void> {
  const field = page.getByLabel('Security number');
  await reach(field);
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await page.getByText('This security number is wrong or no longer valid.').waitFor();
  await expect(field).toHaveValue('');
  await reach(button(page, 'Send a new number'));
  await page.keyboard.press('Enter');
  const phone = page.getByRole('log', { name: t('portal.post.device', { customer: 'Ruth' }) });
  await expect(phone.getByRole('button')).toHaveCount(1, { timeout: 20_000 }); // the earlier one, folded away
  await accessible(page, 'portal-post');
  await everySize(page, 'portal-post');
  const number = await phone.locator('.code').innerText();
  expect(number).toMatch(/^\d{6}$/);
  await reach(field);
  await page.keyboard.type(number, { delay: 80 }); // as a hand does: four digits that come quicker are a badge's
  await page.keyboard.press('Enter');
}

async function finish(page: Page): Promise<void> {
  await reach(button(page, t('portal.done')));
  await page.keyboard.press('Enter');
  await button(page, t('portal.seq.value', { n: 3 })).click();
  await button(page, t('portal.customers.on')).click();
  await page.getByText(t('portal.customers.of', { asked: 240, succeeded: 52 })).waitFor();
  await accessible(page, 'portal-customers');
  await everySize(page, 'portal-customers');
  await button(page, t('portal.finish')).click();
}

function recorded(facts: { type: string; body?: object }[]): void {
  const types = facts.map((f) => f.type);
  for (const type of ['portal.raged', 'portal.dead', 'portal.back', 'portal.submitted', 'portal.done', 'portal.rated']) expect(types).toContain(type);
  expect(types.filter((type) => type === 'portal.raged')).toHaveLength(1);
  const sent = facts.filter((f) => f.type === 'portal.submitted').map((f) => f.body as { form: string; ok: boolean; failed: string[] });
  expect(sent.filter((s) => s.form === 'correction').map((s) => s.ok)).toEqual([false, false, true]);
  expect(sent.filter((s) => s.form === 'evidence').map((s) => s.failed.filter((f) => /max|code/.test(f)))).toEqual([['evidence.picture.max'], ['evidence.number.code'], []]);
  const said = JSON.stringify(facts);
  for (const typed of ['020538', '008991', '30-09-2026', '000000', 'weaversrow14', 'Tomasz.jpg']) expect(said, 'what was typed').not.toContain(typed);
}
