import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { accessible } from '../../kiosk/ui/tests/axe.js';
import { expect, test, type Screens } from '../../kiosk/ui/tests/fixtures.js';
import { everySize, picture } from '../../kiosk/ui/tests/layout.js';
import { customer } from '../../kiosk/ui/tests/scenario.js';
import { Visitor, feeling, tap } from '../../kiosk/ui/tests/visitor.js';
import { t as room } from '../../kiosk/ui/tests/words.js';

const here = import.meta.dirname;
const words = JSON.parse(readFileSync(join(here, 'words/en.json'), 'utf8')) as Record<string, string>;
const t = (key: string, args: Record<string, string | number> = {}) =>
  words[key]!.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name]));

/** A way in, the recall of the example, a way out. */
function three(folder: string): void {
  const file = join(folder, 'scenario.yaml');
  const scenario = JSON.parse(readFileSync(file, 'utf8')) as { stations: { id: string }[] };
  const [entry, exit] = [scenario.stations[0]!, scenario.stations.at(-1)!];
  scenario.stations = [entry, { id: 'recall', kind: 'recall', title: 'And you?', minutes: 1, with: 'recall.yaml' } as never, exit];
  copyFileSync(join(here, 'example.yaml'), join(folder, 'recall.yaml'));
  writeFileSync(file, JSON.stringify(scenario));
}

test.use({ change: { files: three } });

const question = 'When did a bill of your own last not add up?';
const sentence = 'I paid to have my peace.';
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const at = (page: Page, key: string) => page.getByRole('heading', { name: t(key) }).waitFor();

/** In, and to the first question. */
async function arrived(screens: Screens, visitor: Visitor): Promise<Page> {
  const [page] = await Promise.all(['recall', 'exit', 'entry'].map((station) => screens.at(station)));
  await visitor.arrive();
  await visitor.checkIn(page!, 'badge');
  await page!.getByRole('heading', { name: question }).waitFor();
  return page!;
}

test('by touch, with a reload in the middle; at the exit it lies beside the customer', async ({ screens, wire }) => {
  test.slow();
  const visitor = new Visitor(screens);
  const page = await arrived(screens, visitor);
  await accessible(page, 'recall begin');
  await press(page, t('begin.on'));
  await page.getByRole('radio', { name: 'At a counter' }).check();
  await accessible(page, 'recall where');
  await press(page, t('next'));
  await page.getByRole('checkbox', { name: 'I had to prove it' }).check();
  await page.getByRole('checkbox', { name: 'Somebody listened' }).check();
  await page.getByLabel(t('happened.words')).fill('Three queues in a row.');
  await accessible(page, 'recall happened');
  await press(page, t('next'));
  await at(page, 'then');
  await tap(page, feeling(-3, 2));
  await expect.poll(() => wire.bodies<{ step?: string; then?: object }>('stop.progress').at(-1)?.then).toEqual(feeling(-3, 2));
  await expect.poll(() => [...wire.facts.keys()].filter((id) => !wire.acked.has(id))).toEqual([]);
  await page.reload();
  await at(page, 'then');
  await expect(page.locator('self-card')).toContainText('At a counter');
  await expect(page.locator('self-card')).toContainText(t('card.kept'));
  await press(page, t('next'));
  await at(page, 'end');
  await tap(page, feeling(1, -2));
  await accessible(page, 'recall end');
  await press(page, t('next'));
  await page.getByLabel(t('told.label')).fill(sentence);
  await expect(page.getByRole('checkbox', { name: t('share') })).not.toBeChecked();
  await expect(page.getByText(t('share.no'))).toBeVisible();
  await accessible(page, 'recall told');
  await press(page, t('done'));
  await visitor.leave(page);

  expect(wire.bodies('recall.where')).toEqual([{ where: 'counter' }]);
  expect(wire.bodies('recall.happened')).toEqual([{ happened: ['proof', 'listened'] }]);
  expect(wire.bodies('recall.worded')).toEqual([{ words: 'Three queues in a row.' }]);
  expect(wire.bodies('recall.felt')).toEqual([{ when: 'then', ...feeling(-3, 2) }, { when: 'end', ...feeling(1, -2) }]);
  expect(wire.bodies('recall.told')).toEqual([{ text: sentence }]);
  expect(wire.bodies('recall.shared')).toEqual([]);
  expect(JSON.stringify(wire.bodies('stop.progress'))).not.toMatch(/queues|peace/);

  const exit = await screens.at('exit');
  await visitor.checkIn(exit, 'code');
  await exit.getByRole('heading', { name: room('exit.map.title', { customer: customer.short }) }).waitFor();
  await expect(exit.locator('[data-note]')).toHaveCount(0);
  await press(exit, room('self.title'));
  const card = exit.getByRole('dialog', { name: room('self.title') });
  for (const said of [customer.name, 'At a counter', 'I had to prove it', 'Three queues in a row.', sentence]) {
    await expect(card.getByText(said, { exact: true })).toBeVisible();
  }
  await accessible(exit, 'exit, beside the customer');
  await picture(exit, '1280x800', 'exit-self');
  await card.getByRole('button', { name: room('exit.back'), exact: true }).click();
  await everySize(exit, 'exit-map-self');
  await wire.read();
  const elsewhere = wire.received.filter(({ from, text }) => text.includes(sentence) && !from.includes('exit'));
  const visit = wire.visit(visitor.code);
  expect(elsewhere.filter(({ text }) => !text.includes(`"id":"${visit}"`)), 'the sentence goes to the exit alone').toEqual([]);
});

test('with the keyboard alone, shared by choice and taken back', async ({ screens, wire }) => {
  const visitor = new Visitor(screens);
  const page = await arrived(screens, visitor);
  const keys = async (...names: string[]) => { for (const name of names) await page.keyboard.press(name); };
  const push = async (name: string) => { await reach(page.getByRole('button', { name, exact: true })); await keys('Enter'); };
  await push(t('begin.on'));
  await reach(page.getByRole('radio', { name: 'On the phone' }));
  await keys('Space', 'ArrowRight');
  await push(t('next'));
  await reach(page.getByRole('checkbox', { name: 'It was put right' }));
  await keys('Space');
  await push(t('next'));
  await reach(page.getByRole('slider', { name: room('feeling.field') }));
  await keys('ArrowLeft', 'ArrowUp', 'Enter');
  await push(t('next'));
  await push(t('skip'));
  await reach(page.getByLabel(t('told.label')));
  await page.keyboard.type(sentence);
  await reach(page.getByRole('checkbox', { name: t('share') }));
  await keys('Space');
  await page.getByText(t('share.yes', { customer: customer.short })).waitFor();
  await push(t('back'));
  await push(t('skip'));
  await reach(page.getByRole('checkbox', { name: t('share') }));
  await keys('Space');
  await push(t('done'));
  await visitor.leave(page);
  expect(wire.bodies('recall.where')).toEqual([{ where: 'online' }]);
  expect(wire.bodies('recall.felt')).toEqual([{ when: 'then', ...feeling(-1, 1) }]);
  expect(wire.bodies('recall.shared')).toEqual([{ share: true }, { share: false }]);
});

test('whole at every size', async ({ screens }) => {
  test.slow();
  const visitor = new Visitor(screens);
  const page = await arrived(screens, visitor);
  const look = async (state: string) => {
    await everySize(page, `recall-${state}`);
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, '390x844', `recall-${state}`);
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  await look('begin');
  await press(page, t('begin.on'));
  await page.getByRole('radio', { name: 'At a counter' }).check();
  await look('where');
  await press(page, t('next'));
  await page.getByRole('checkbox', { name: 'I had to prove it' }).check();
  await look('happened');
  await press(page, t('next'));
  await tap(page, feeling(-3, 2));
  await look('then');
  await press(page, t('next'));
  await press(page, t('skip'));
  await page.getByLabel(t('told.label')).fill(sentence);
  await look('told');
});

/** Goes on with Tab until a control has the keyboard. */
async function reach(target: Locator): Promise<void> {
  await target.waitFor();
  for (let n = 0; n < 40; n++) {
    if (await target.evaluate((el) => (el.getRootNode() as ShadowRoot).activeElement === el)) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`40 tabs do not lead to ${target}`);
}
