import type { Page } from '@playwright/test';
import { arrive, reach } from '../../kiosk/ui/tests/arrive.js';
import { accessible } from '../../kiosk/ui/tests/axe.js';
import { expect, test } from '../../kiosk/ui/tests/fixtures.js';
import { everySize } from '../../kiosk/ui/tests/layout.js';
import { feeling, tap } from '../../kiosk/ui/tests/visitor.js';
import { speak, t } from '../../kiosk/ui/tests/words.js';

test.use({ shipped: 'der-termin', forgiven: /net::ERR_(CONNECTION_|INTERNET_DISCONNECTED)|Connection closed before/ });

test.beforeAll(() => speak('de'));
test.afterAll(() => speak('en'));

const starting = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });

interface Chosen { message: string; step: string; choice: number; text?: string }

test('the shipped desk: by touch, through a network cut and a reload', async ({ screens, open, wire }) => {
  test.slow();
  const visitor = await arrive(screens);
  const page = await open('/s/desk', { hasTouch: true });
  await visitor.checkIn(page, 'code');
  await starting(page, t('desk.begin')).tap();
  await starting(page, 'Birgit Hanke').tap();
  await everySize(page, 'desk-talk');
  await accessible(page, 'desk-talk');

  await page.context().setOffline(true);
  await starting(page, 'Ihr mit eigenen Worten').tap();
  await page.getByLabel(t('desk.write', { name: 'Birgit Hanke' })).fill('Ich versuche es gleich.');
  await page.setViewportSize({ width: 1280, height: 800 });
  await starting(page, t('desk.write.say')).tap();
  await page.getByText('Ich habe zehn Minuten Pause').waitFor();
  await expect(page.getByText('Ich versuche es gleich.')).toBeVisible();
  await starting(page, 'Im Terminplan nachsehen').tap();
  await page.getByText('CT 1, Mittwoch').waitFor({ timeout: 20_000 });
  await page.context().setOffline(false);

  const wait = starting(page, 'Birgit Hanke').locator('.mood');
  await expect(wait).toContainText(t('desk.patience.with'));
  await expect.poll(() => wire.kept('desk.chose'), 'where they are is kept').toBe(true);
  await page.reload();
  await page.getByText('CT 1, Mittwoch').waitFor();
  await expect(page.getByText('Ich versuche es gleich.'), 'nothing typed is kept').toHaveCount(0);
  await starting(page, 'Umbuchen und das Feld').tap();
  await page.getByText('Ich muss ans Band').waitFor({ timeout: 20_000 });
  await page.setViewportSize({ width: 1280, height: 800 });
  await starting(page, t('desk.close')).tap();
  await page.getByText('zwischen zwei Getränkeautomaten').waitFor();
  await everySize(page, 'desk-theirs');
  await accessible(page, 'desk-theirs');
  await page.setViewportSize({ width: 1280, height: 800 });
  const feel = page.getByRole('button', { name: t('desk.theirs.feel', { customer: 'Konrad' }) });
  while (!(await feel.isVisible())) await page.locator('desk-theirs .primary').tap();
  await feel.tap();
  await tap(page, feeling(-2, 1));
  await page.setViewportSize({ width: 1280, height: 800 });
  await starting(page, t('desk.finish')).tap();
  await expect.poll(() => [...wire.facts.values()].some((f) => f.type === 'stop.left')).toBe(true);

  const facts = [...wire.facts.values()];
  const chosen = facts.filter((f) => f.type === 'desk.chose').map((f) => f.body as Chosen);
  expect(chosen.map((c) => `${c.step}.${c.choice}`)).toEqual(['bitte.2', 'versuch.0', 'plan.0']);
  expect(chosen[0]!.text).toBe('Ich versuche es gleich.');
  const kept = JSON.stringify(facts.filter((f) => f.type === 'stop.progress'));
  expect(kept).not.toContain('versuche es');
  expect(kept).toContain('hanke');
  expect(facts.some((f) => f.type === 'reaction' && (f.body as { moment?: { ref: string } }).moment?.ref === 'konrad')).toBe(true);
});

test('the shipped desk with the keyboard alone', async ({ screens }) => {
  test.slow();
  const visitor = await arrive(screens);
  const page = await screens.at('desk');
  await visitor.checkIn(page, 'code');
  const push = async (name: string) => {
    await reach(starting(page, name));
    await page.keyboard.press('Enter');
  };
  await push(t('desk.begin'));
  await push('Birgit Hanke');
  await expect(page.locator('desk-serving .now')).toBeFocused();
  await push('Ihr mit eigenen Worten');
  await expect(page.locator('desk-serving textarea')).toBeFocused();
  await page.keyboard.type('Ja.', { delay: 150 }); // what comes quicker is a scanner's
  await page.keyboard.press('Enter');
  await page.getByText('Ich habe zehn Minuten Pause').waitFor();
  await push('Ich brauche dazu');
  await push('Ohne Nummer darf ich');
  await page.getByText('Irgendwer freut sich').waitFor();
  await push(t('desk.next', { name: '' }).trim());
  await push(t('desk.close'));
  await page.getByRole('heading', { name: t('desk.theirs.desk') }).waitFor();
  const feel = page.getByRole('button', { name: t('desk.theirs.feel', { customer: 'Konrad' }) });
  while (!(await feel.isVisible())) {
    await reach(page.locator('desk-theirs .primary'));
    await page.keyboard.press('Enter');
  }
  await reach(feel);
  await page.keyboard.press('Enter');
  await reach(page.getByRole('slider', { name: t('feeling.field') }));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await push(t('desk.finish'));
  await page.getByRole('heading', { name: /./ }).first().waitFor();
});
