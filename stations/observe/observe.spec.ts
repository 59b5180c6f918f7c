import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { accessible } from '../../kiosk/ui/tests/axe.js';
import { expect, test } from '../../kiosk/ui/tests/fixtures.js';
import { everySize, picture } from '../../kiosk/ui/tests/layout.js';
import { Organiser } from '../../kiosk/ui/tests/organiser.js';
import { stored, traces } from '../../kiosk/ui/tests/storage.js';
import { Visitor, tap } from '../../kiosk/ui/tests/visitor.js';
import { root, t } from '../../kiosk/ui/tests/words.js';

/** The small scenario with a walk before its exit. */
function withWalk(folder: string): void {
  copyFileSync(join(root, 'stations/observe/example.yaml'), join(folder, 'observe.yaml'));
  const file = join(folder, 'scenario.yaml');
  const scenario = JSON.parse(readFileSync(file, 'utf8')) as { stations: object[] };
  scenario.stations.splice(-1, 0, { id: 'observe', kind: 'observe', title: 'The walk', minutes: 1, with: 'observe.yaml' });
  writeFileSync(file, JSON.stringify(scenario));
}

test.use({
  change: { files: withWalk },
  forgiven: /net::ERR_(INTERNET_DISCONNECTED|ABORTED|FAILED)|response: 40[349] .*\/api\/v1\/|status of 40[349]|Connection closed before/,
});

const carried = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const press = (page: Page, key: string, args?: Record<string, string>) => page.getByRole('button', { name: t(key, args), exact: true }).tap();
const look = (page: Page, name: string) => picture(page, '390x844', name);

async function note(page: Page, point: string, sense: string, text: string): Promise<void> {
  await page.getByRole('button', { name: point }).tap();
  await page.getByRole('radio', { name: t(`observe.sense.${sense}`) }).tap();
  await page.getByLabel(t('observe.text')).fill(text);
  await press(page, 'observe.keep');
  await page.getByText(t('observe.kept', { point })).waitFor();
}

test('a phone joins by its badge, walks without a network while the visit goes on, and forgets', async ({ screens, open, wire }) => {
  const visitor = new Visitor(screens);
  await Promise.all(['portal', 'exit'].map((station) => screens.at(station)));
  await visitor.arrive();
  const phone = await open(`/b/${visitor.code}`, carried);
  await phone.getByRole('heading', { name: t('observe.where') }).waitFor();
  await accessible(phone, 'phone-where');
  await look(phone, 'phone-where');

  await phone.context().setOffline(true);
  await note(phone, 'The signs', 'seen', 'The arrow points at the bins.');
  await phone.getByRole('button', { name: 'The door' }).tap();
  await phone.getByLabel(t('observe.text')).fill('Automatic, but slow.');
  await accessible(phone, 'phone-note');
  await look(phone, 'phone-note');
  await press(phone, 'observe.keep');
  await press(phone, 'observe.undo');
  await press(phone, 'observe.tab.measure');
  await press(phone, 'observe.timer.starts', { what: 'Until somebody speaks to you' });
  for (const more of [1, 2, 3]) {
    await press(phone, 'observe.counter.more', { what: 'People who turn back' });
    await expect(phone.locator('output')).toHaveText(String(more));
  }
  await expect(phone.getByRole('timer'), 'a timer runs').not.toHaveText('0:00');
  await press(phone, 'observe.timer.stops', { what: 'Until somebody speaks to you' });
  await phone.getByText(t('phone.offline')).waitFor();
  await accessible(phone, 'phone-measure');
  await look(phone, 'phone-measure');

  await visitor.portal(); // meanwhile, elsewhere
  await expect.poll(async () => (await stored(phone)).outbox.at(-1), 'what was seen is kept').toBe('stop.progress');
  await phone.reload(); // a worker brings the page, as over TLS
  await phone.getByRole('button', { name: t('observe.point.notes', { point: 'The signs', n: 1 }) }).waitFor();
  expect((await stored(phone)).outbox.filter((type) => type.startsWith('observe.')).length, 'facts that wait').toBeGreaterThan(6);
  await phone.context().setOffline(false);
  await expect.poll(() => stored(phone), { timeout: 20_000 }).toEqual({ outbox: [], refused: [] });
  await note(phone, 'The door', 'inferred', 'Nobody ever comes in this way.');

  await press(phone, 'observe.tab.done');
  await tap(phone, { valence: -2, arousal: 1 });
  await accessible(phone, 'phone-end');
  await look(phone, 'phone-end');
  await press(phone, 'observe.end.done');
  await phone.getByText(t('phone.over')).waitFor();
  expect(await traces(phone), 'what the phone still knows').not.toMatch(new RegExp(`${visitor.code}|${visitor.badge}|arrow points`));
  await look(phone, 'phone-over');

  const told = wire.of(wire.visit(visitor.code));
  expect(told.filter((fact) => !wire.acked.has(fact)), 'facts not acknowledged').toEqual([]);
  expect(wire.refused).toEqual([]);
  expect([...wire.facts.values()].filter((f) => f.type === 'stop.entered').length, 'the visit was moved').toBe(2); // entry, portal
  await visitor.exit();
  expect(visitor.notes, 'notes, a count, a time and a feeling').toMatchObject({ see: 2, do: 2 });
});

test('a phone stands still with the room, and goes on from there', async ({ screens, open, room, wire }) => {
  const organiser = await Organiser.of(room);
  await screens.at('exit');
  const visitor = new Visitor(screens);
  await visitor.arrive();
  const phone = await open(`/b/${visitor.code}`, carried);
  const moment = phone.getByRole('dialog', { name: t('shell.moment'), exact: true });
  await press(phone, 'observe.tab.measure');
  const began = Date.now();
  await press(phone, 'observe.timer.starts', { what: 'Until somebody speaks to you' });
  await organiser.pause(true);
  await expect(moment).toBeVisible();
  const stopped = Date.now();
  await accessible(phone, 'phone-moment');
  await look(phone, 'phone-moment');
  await phone.touchscreen.tap(195, 700);
  await phone.keyboard.press('Escape');
  await phone.keyboard.press('Escape');
  await phone.waitForTimeout(4000); // what no timer is to count
  await expect(moment).toBeVisible();
  const paused = Date.now() - stopped;
  await organiser.pause(false);
  await expect(moment).toHaveCount(0);
  await press(phone, 'observe.timer.stops', { what: 'Until somebody speaks to you' });
  await expect.poll(() => wire.bodies('observe.timed')).toHaveLength(1);
  const [{ ms }] = wire.bodies<{ ms: number }>('observe.timed') as [{ ms: number }];
  expect(ms, 'a timer stood still too').toBeLessThanOrEqual(Date.now() - began - paused);
  expect(wire.refused).toEqual([]);

  await organiser.pause(true); // a phone that comes meanwhile waits too
  await expect(moment).toBeVisible();
  await phone.reload();
  await expect(moment).toBeVisible();
  await organiser.pause(false);
  await expect(moment).toHaveCount(0);
  await note(phone, 'The signs', 'seen', 'They point on.');
});

test('a phone ends with its visit; a code that nobody wears opens nothing', async ({ screens, open, room }) => {
  await screens.at('exit');
  const visitor = new Visitor(screens);
  await visitor.arrive();
  const phone = await open(`/b/${visitor.code}`, carried);
  await note(phone, 'The signs', 'heard', 'Over there, I think.');
  const foreign = await open('/b/XXXX', carried);
  await foreign.getByRole('heading', { name: t('phone.unknown') }).waitFor();
  await accessible(foreign, 'phone-unknown');

  await phone.context().setOffline(true);
  await note(phone, 'The door', 'seen', 'It was shut while the visit ended.');
  const api = await room.organiser();
  const { visits } = (await (await api.get('/api/v1/room')).json()) as { visits: Record<string, object> };
  await api.post(`/api/v1/visits/${Object.keys(visits)[0]}/order`, { data: { do: 'close' } });
  await phone.context().setOffline(false);
  await phone.getByText(t('phone.over')).waitFor({ timeout: 30_000 });
  expect(await traces(phone)).not.toContain(visitor.code);
  await phone.reload();
  await phone.getByRole('heading', { name: t('phone.unknown') }).waitFor();
});

/** Goes on by Tab until the target has the focus. */
async function reach(target: Locator): Promise<void> {
  await target.waitFor();
  for (let n = 0; n < 40; n++) {
    if (await target.evaluate((el) => (el.getRootNode() as ShadowRoot).activeElement === el)) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`40 tabs do not lead to ${target}`);
}

test('a tablet of the room, with the keyboard alone and a reload amid it', async ({ screens, wire }) => {
  const [page] = await Promise.all(['observe', 'exit'].map((station) => screens.at(station)));
  const visitor = new Visitor(screens);
  await visitor.arrive();
  await visitor.checkIn(page!, 'badge');
  const type = async (target: Locator, key: string) => {
    await reach(target);
    await page!.keyboard.press(key);
  };
  const named = (role: 'button' | 'radio', key: string, args?: Record<string, string | number>) => page!.getByRole(role, { name: t(key, args), exact: true });
  await type(page!.getByRole('button', { name: 'At the desk' }), 'Enter');
  await type(page!.getByRole('button', { name: 'The welcome' }), 'Enter');
  await page!.getByRole('heading', { name: 'Who looks up first?' }).waitFor();
  await reach(page!.getByLabel(t('observe.text')));
  await page!.keyboard.type('The plant.');
  await type(named('radio', 'observe.sense.seen'), 'ArrowRight');
  await expect(named('radio', 'observe.sense.heard')).toBeFocused();
  await everySize(page!, 'observe-note');
  await type(named('button', 'observe.keep'), 'Enter');
  await everySize(page!, 'observe-where');
  await type(named('button', 'observe.tab.measure'), 'Enter');
  await type(named('button', 'observe.counter.more', { what: 'People who turn back' }), 'Enter');
  await page!.keyboard.press('Enter');
  await accessible(page!, 'observe-measure');
  await everySize(page!, 'observe-measure');
  await expect.poll(() => wire.kept('observe.counted'), 'what was counted is kept').toBe(true);
  await page!.reload();
  await named('button', 'observe.tab.measure').waitFor();
  await type(named('button', 'observe.tab.measure'), 'Enter');
  await expect(page!.locator('output')).toHaveText('2');
  await type(named('button', 'observe.tab.done'), 'Enter');
  await accessible(page!, 'observe-end');
  await type(named('button', 'observe.end.done'), 'Enter');
  await visitor.leave(page!);
  expect(wire.bodies('observe.noted')).toEqual([{ stage: 'desk', touchpoint: 'welcome', sense: 'heard', text: 'The plant.' }]);
  expect(JSON.stringify(wire.bodies('stop.progress')), 'words in what is remembered').not.toContain('plant');
});
