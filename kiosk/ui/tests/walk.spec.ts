import type { Page } from '@playwright/test';
import { accessible } from './axe.js';
import { expect, test, type Screens } from './fixtures.js';
import { figure, insights, mean, sum, type Release } from './insights.js';
import { picture } from './layout.js';
import { passphrases } from './server.js';
import { Visitor, feeling, ordinary, type Plan } from './visitor.js';
import { t } from './words.js';

/** Five people who differ in all that is counted. */
const plans: Plan[] = [
  ordinary,
  { ...ordinary, department: 'IT', party: 3, before: 6, after: 6, call: { how: 'read', feel: [feeling(-2, -2), feeling(1, 0)] } },
  { ...ordinary, before: 10, after: 0, portal: { how: 'give-up', feel: feeling(-4, 4) }, invoice: { ...ordinary.invoice, wrong: { 2: 'sum' } } },
  { ...ordinary, party: 2, before: 5, after: 4, call: { how: 'read', feel: [feeling(4, 1)] }, invoice: { ...ordinary.invoice, wrong: { 2: 'price', 3: 'twice' } } },
  { ...ordinary, department: undefined, before: 3, after: 7, call: { how: 'hear', feel: [feeling(-4, 4), feeling(0, -3)] }, portal: { how: 'done', feel: feeling(2, -1) } },
];

/** Goes where the room says until only the exit is left. */
async function upToExit(visitor: Visitor, n: number): Promise<void> {
  await visitor.arrive();
  for (let stops = 0; visitor.next !== 'exit'; stops++) {
    expect(stops, 'stops before the exit').toBeLessThan(3);
    await visitor.visit(visitor.next, (stops + n) % 2 ? 'code' : 'badge');
  }
}

/** The first visitor is looked at more closely: every page state once, by axe. */
function crowd(screens: Screens): Visitor[] {
  const looked = new Set<string>();
  const look = async (page: Page, state: string) => {
    if (looked.has(state)) return;
    looked.add(state);
    await accessible(page, state);
    await picture(page, 'walk', state);
  };
  return plans.map((plan) => new Visitor(screens, plan, look));
}

function counted(release: Release, visitors: Visitor[]): void {
  const all = visitors.map((v) => v.plan);
  const one = (name: string, station = '') => figure(release, name, station)['']!;
  expect(one('people')).toMatchObject({ n: 5, count: sum(all.map((p) => p.party)) });
  for (const station of ['entry', 'call', 'portal', 'invoice', 'exit']) expect(one('reached', station)).toMatchObject({ part: 5, whole: 5 });

  const map = figure(release, 'map');
  for (const section of ['see', 'say', 'do', 'hear', 'feel', 'pains', 'gains']) {
    expect(map[section]?.count ?? 0, `notes: ${section}`).toBe(sum(visitors.map((v) => v.notes[section]!)));
  }
  expect(map['feel']!.count, 'a note for every tap').toBe(sum(all.map((p) => p.call.feel.length + 2)));
  expect(map['see']!.count, 'a note for every line marked wrong').toBe(sum(all.map((p) => Object.keys(p.invoice.wrong).length)));
  expect(map['gains']!.count, 'a note of their own').toBe(5);

  const felt = { call: all.map((p) => mean(p.call.feel.map((f) => f.valence))), portal: all.map((p) => p.portal.feel.valence), invoice: all.map((p) => p.invoice.feel.valence) };
  for (const [station, valences] of Object.entries(felt)) {
    expect(one('feeling', station).n).toBe(5);
    expect(one('feeling', station).mean, `felt: ${station}`).toBeCloseTo(mean(valences), 6);
  }
  const end = one('felt', 'call').points!.at(-1)!; // of its last seconds a visit says the mean, and who tapped twice did so in them
  const bound = (of: (...valences: number[]) => number) => mean(all.map((p) => of(...p.call.feel.map((f) => f.valence))));
  expect(end.n).toBe(5);
  expect(end.mean).toBeGreaterThanOrEqual(bound(Math.min));
  expect(end.mean).toBeLessThanOrEqual(bound(Math.max));
  expect(one('finished', 'call')).toMatchObject({ part: 5, whole: 5 });
  expect(one('success', 'portal')).toMatchObject({ part: 4, whole: 5 });
  const found = figure(release, 'found', 'invoice');
  expect(found['2']).toMatchObject({ part: 5, whole: 5 });
  expect(found['3']).toMatchObject({ part: 4, whole: 5 });
  const thin = release.cells.filter((c) => !c.few && [c, ...(c.points ?? [])].some(({ n }) => n > 0 && n < release.k));
  expect(thin, 'values that fewer than k visits stand behind').toEqual([]);
  expect(figure(release, 'before')['ease']!.mean).toBeCloseTo(mean(all.map((p) => p.before)), 6);
  expect(figure(release, 'shift')['ease']!.mean).toBeCloseTo(mean(all.map((p) => p.after - p.before)), 6);
}

test('five visitors on five screens: too few after four, the map after five', async ({ screens, open, room }) => {
  test.slow();
  const console = await setUp(open, room.setup);
  for (const station of ['entry', 'call', 'portal', 'invoice', 'exit']) await (await screens.at(station)).getByRole('button', { name: t('shell.begin') }).waitFor();
  const visitors = crowd(screens);
  const last = visitors.at(-1)!;
  await Promise.all(visitors.map(upToExit));
  await accessible(console, 'console');
  await picture(console, 'desk', 'console');
  await expect(console.getByRole('row', { name: last.badge })).toContainText('The map');

  const manager = await signIn(open);
  const api = manager.context().request;
  for (const visitor of visitors.slice(0, -1)) await visitor.exit();
  expect(await insights(api)).toMatchObject({ tooFew: true, k: 5, cells: [] });
  await manager.reload();
  await manager.getByRole('heading', { name: t('insights.toofew') }).waitFor();
  await accessible(manager, 'insights, too few');
  await picture(manager, 'desk', 'insights-too-few');

  await last.exit();
  await expect.poll(async () => (await insights(api)).tooFew).toBe(false);
  const release = await insights(api);
  counted(release, visitors);

  await manager.reload();
  const map = manager.getByRole('region', { name: t('insights.map'), exact: true });
  await map.waitFor();
  for (const [section, cell] of Object.entries(figure(release, 'map'))) {
    await expect(map.locator(`.section.${section} .big`)).toHaveText(String(cell.count ?? 0));
  }
  await accessible(manager, 'insights');
  await picture(manager, 'desk', 'insights');
  await expect(console.getByText(t('console.visitors.none'))).toBeVisible();
});

/** The one-time link, as the terminal shows it; gives the organiser's page. */
async function setUp(open: (path: string) => Promise<Page>, link: string): Promise<Page> {
  const page = await open(link);
  await page.getByLabel(t('signin.setup.organiser')).fill(passphrases.organiser);
  await page.getByLabel(t('signin.setup.manager')).fill(passphrases.manager);
  await accessible(page, 'setup');
  await picture(page, 'desk', 'setup');
  await page.getByRole('button', { name: t('signin.setup.go') }).click();
  await page.getByRole('heading', { name: t('console.title') }).waitFor();
  return page;
}

/** A manager signs in. */
async function signIn(open: (path: string) => Promise<Page>): Promise<Page> {
  const page = await open('/insights');
  await page.getByRole('radio', { name: t('signin.role.manager') }).check();
  await page.getByLabel(t('signin.passphrase')).fill(passphrases.manager);
  await accessible(page, 'sign-in');
  await picture(page, 'desk', 'sign-in');
  await page.getByRole('button', { name: t('signin.go') }).click();
  await page.getByRole('heading', { name: t('insights.toofew') }).waitFor();
  return page;
}
