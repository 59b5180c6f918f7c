import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accessible } from './axe.js';
import { Crowd, crowd, type Walk } from './crowd.js';
import { expect, test } from './fixtures.js';
import { insights } from './insights.js';
import { passphrases } from './server.js';
import { t } from './words.js';

const departments = ['service', 'it', 'legal', 'hr'].map((id) => ({ id, name: `The ${id} people` }));

test.use({
  settings: { k: 5, idle: { ask: 600, wipe: 20 }, more: { pairing: 'open', departments } },
});

/** Some whose figures can be reckoned by hand; of twelve, six of each department, six felt the call at −2, six at −4. */
const known = (i: number): Walk => ({
  department: i % 2 ? 'it' : 'service', before: 8, after: i < 6 ? 2 : 4, felt: { call: i < 6 ? -2 : -4, portal: -2, invoice: 2 },
  gaveUp: i < 6, wrong: i < 9 ? ['2'] : ['2', '3'], notes: { pains: `Waited in a queue for the meter, time ${i}.` },
  sentence: { text: `Nobody wrote my story ${i} down.` }, pledge: `I will ring back on day ${i}.`,
});

/** A manager opens a page by its address, and is there after signing in. */
async function manager(open: (path: string) => Promise<Page>, path: string): Promise<Page> {
  const page = await open(path);
  await page.getByLabel(t('signin.passphrase')).fill(passphrases.manager);
  await page.getByRole('button', { name: t('signin.go') }).click();
  return page;
}

/** Whether each sheet of the handout shows all that lies on it; runs in the page. */
const sheets = () => [...document.querySelector('immersion-insights')!.shadowRoot!.querySelectorAll('.sheet')].map((s) => s.scrollHeight <= s.clientHeight + 1);

interface Cohorts { scenarios: { hash: string; cohorts: { by: string; visits: number }[] }[] }

const region = (page: Page, key: string) => page.getByRole('region', { name: t(key), exact: true });

test('too few visits say so, and nothing else', async ({ room, open }) => {
  const them = await Crowd.at(room);
  await them.walk(crowd(4, known));
  const page = await manager(open, '/insights');
  await page.getByRole('heading', { name: t('insights.toofew') }).waitFor();
  await expect(page.getByText(t('insights.map'))).toHaveCount(0);
  await accessible(page, 'too few');
  await them.walk(crowd(2, known));
  await expect.poll(async () => (await insights(them.manager)).tooFew).toBe(false);
  await page.reload();
  await region(page, 'insights.map').waitFor();
});

test('every view of a known history: numbers, n, tables, addresses, axe', async ({ room, open }) => {
  test.slow();
  const them = await Crowd.at(room);
  // Four of each of two more departments: too few to be told, and what lies between the sum and its parts.
  await them.walk([...crowd(12, known), ...crowd(8, (i) => ({ ...known(i), department: i < 4 ? 'legal' : 'hr' }))]);
  await expect.poll(async () => (await insights(them.manager)).cells.find((c) => c.figure === 'people')?.n).toBe(20);

  const page = await manager(open, '/insights?view=shift');
  await page.waitForURL(/view=shift/);
  const shift = region(page, 'insights.shift');
  // −6 of twelve and −4 of eight: mean −5.2, s = √(19.2/19), t(0.975; 19) = 2.093, so ± 0.47.
  await expect(shift).toContainText(t('insights.shift.by', { shift: '−5.2' }));
  await expect(shift).toContainText(t('insights.interval', { low: '−5.67', high: '−4.73' }));
  await expect(shift).toContainText(t('insights.shift.down'));
  await expect(shift).toContainText('n 20');
  await accessible(page, 'shift');

  await page.getByRole('link', { name: t('insights.view.map') }).click();
  await expect(page).toHaveURL(/view=map/);
  await expect(region(page, 'insights.map').locator('.section.pains .big')).toHaveText('20');
  await page.getByRole('button', { name: t('insights.map.four') }).click();
  await expect(region(page, 'insights.map').locator('.section')).toHaveCount(4);
  const portalDid = region(page, 'insights.does').getByRole('article', { name: 'The portal' });
  await expect(portalDid).toContainText(t('insights.of', { part: 12, whole: 20 })); // gave up
  await expect(portalDid).toContainText(`${t('insights.figure.feeling')}: −1`);
  await accessible(page, 'map in four quadrants');

  await page.goto('/insights?view=journey&table=journey');
  const row = region(page, 'insights.journey').getByRole('row', { name: /The call/ });
  await expect(row).toContainText('−1.4'); // half of −2.8
  await expect(row).toContainText('20');
  await accessible(page, 'journey with its table');
  await region(page, 'insights.journey').getByText(t('insights.table')).click();
  await expect(page).not.toHaveURL(/table=/);

  await page.goto('/insights?view=stations&station=portal');
  const portal = page.getByRole('article', { name: 'The portal' });
  await expect(portal.getByRole('row', { name: /Our addresses/ })).toContainText('60%');
  await expect(portal.locator('.flow-chart')).toBeVisible();
  await accessible(page, 'portal');
  await page.getByRole('button', { name: /The invoice/ }).click();
  await expect(page).toHaveURL(/station=invoice/);
  const invoice = page.getByRole('article', { name: 'The invoice' });
  await expect(invoice).toContainText('100%'); // the planted error of line 2
  await expect(invoice).toContainText('3 of 20'); // that of line 3
  await accessible(page, 'invoice');
  await page.getByRole('button', { name: /The call/ }).click();
  await expect(page.locator('.curve .wave').first()).toBeVisible();
  await expect(page.locator('.moments li').first()).toContainText('−1.4');
  await accessible(page, 'call');

  await page.goto('/insights?view=departments');
  const heat = region(page, 'insights.departments').first();
  await expect(heat.getByRole('row', { name: t('insights.cohort.all') })).toContainText('−1.4');
  const { rows } = await them.asked<{ rows: { key: string; cells: { station: string; few?: boolean; mean?: number; n: number }[] }[] }>(them.manager, 'insights/across?partition=department&figure=feeling');
  expect(rows.map((one) => one.key)).toEqual(['service', 'it', 'legal', 'hr']);
  for (const { key, cells } of rows) {
    const call = cells.find((c) => c.station === 'call')!;
    if (['legal', 'hr'].includes(key)) expect(call.few, key).toBe(true);
    const said = call.few ? t('insights.few') : `n ${call.n}`;
    await expect(heat.getByRole('row', { name: `The ${key} people` }).getByRole('cell').first()).toContainText(said);
  }
  await accessible(page, 'departments');
  await page.goto('/insights?cohort=department:legal');
  await page.getByRole('heading', { name: t('insights.toofew.cohort') }).waitFor();
});

test('opening over opening, and version beside version', async ({ room, open }) => {
  test.slow();
  const them = await Crowd.at(room);
  await them.open();
  await them.walk(crowd(5, known)); // the first who are told lie in no opening: else the sum less its parts would be few
  await them.close();
  await them.open();
  await them.walk(crowd(6, (i) => ({ ...known(i), felt: { call: -4 } })));
  await them.close();
  await them.open();
  await them.walk(crowd(6, (i) => ({ ...known(i), felt: { call: 2 } })));
  await them.close();
  const cohorts = () => them.asked<Cohorts>(them.manager, 'insights/cohorts');
  await expect.poll(async () => (await cohorts()).scenarios[0]?.cohorts.filter((c) => c.by === 'opening').map((c) => c.visits)).toEqual([6, 6]);
  const page = await manager(open, '/insights?view=openings');
  const over = region(page, 'insights.openings');
  await expect(over.getByRole('img', { name: /^The call: .*−2, .*\+1/ })).toBeVisible();
  await accessible(page, 'openings');

  await page.goto('/insights?view=beside');
  await expect(page.getByText(t('insights.beside.none'))).toBeVisible();
  const file = join(room.files, 'scenario.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('A small walk', 'Another walk'));
  const before = (await cohorts()).scenarios[0]!.hash;
  await them.organiser.post('/api/v1/scenarios/reload');
  await them.open();
  await them.walk(crowd(6, (i) => ({ ...known(i), after: 9 })));
  await them.close();
  await expect.poll(async () => (await cohorts()).scenarios.length).toBe(2);
  await page.goto('/insights?view=beside');
  await page.getByRole('combobox', { name: t('insights.beside.with') }).selectOption({ value: before });
  await expect(page).toHaveURL(new RegExp(`with=${before}`));
  const shift = region(page, 'insights.beside').locator('.versus', { hasText: 'How easy is it' });
  await expect(shift).toContainText('+1'); // 8 before, 9 after
  await expect(shift).toContainText('−6');
  await accessible(page, 'version beside version');
});

test('no words before an organiser let them pass; files; two pages on paper', async ({ room, open, wire }) => {
  test.slow();
  const them = await Crowd.at(room);
  await them.walk(crowd(12, known));
  await expect.poll(async () => (await insights(them.manager)).tooFew).toBe(false);
  const page = await manager(open, '/insights?view=words');
  await expect(page.getByText(t('insights.words.few', { k: 10 })).first()).toBeVisible();
  for (const view of ['', 'map', 'journey', 'shift', 'stations', 'departments', 'openings', 'beside']) {
    await page.goto(`/insights?view=${view}`);
    await page.locator('main section').first().waitFor();
  }
  await wire.read();
  const leaks = wire.received.filter(({ text }) => /Waited in a queue|wrote my story|ring back/.test(text));
  expect(leaks.map((l) => l.from), 'words of visitors that reached a manager').toEqual([]);

  const file = async (name: string) => {
    await page.getByText(t('insights.export'), { exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name, exact: true }).click()]);
    await page.getByText(t('insights.export'), { exact: true }).click();
    return readFileSync(await download.path());
  };
  const csv = String(await file(t('insights.export.csv')));
  expect(csv.split('\r\n')[0]).toContain('release,scenario,cohort');
  expect(csv).not.toMatch(/Waited in a queue|wrote my story|ring back/);
  expect((await file(t('insights.export.xlsx'))).subarray(0, 2).toString()).toBe('PK');
  expect(String(await file(t('insights.export.xapi.jsonl', { version: '2.0' }))).split('\n')[0]).toContain('"version":"2.0.0"');

  await page.goto('/insights');
  await region(page, 'insights.map').waitFor();
  await page.setViewportSize({ width: 695, height: 1000 }); // between the margins of A4
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(sheets), 'sheets: what they hold and what they show').toEqual([true, true]);
  await page.emulateMedia({ media: null });
  for (const format of ['A4', 'Letter']) {
    const paper = (await page.pdf({ format })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g), format).toHaveLength(2);
  }
});
