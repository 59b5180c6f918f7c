import type { APIRequestContext, Page } from '@playwright/test';
import { accessible } from './axe.js';
import { expect, test } from './fixtures.js';
import type { RoomFrame } from './server.js';
import { stored } from './storage.js';
import { Visitor, dial, feeling, goOn, ordinary, pause, tap } from './visitor.js';
import { t } from './words.js';

const cut = 30_000; // ms without a server

// A browser says so when it cannot reach a server; nothing else may go wrong.
test.use({
  settings: { k: 5, idle: { ask: 600, wipe: 20 }, edits: { portal: [['task:', 'pause: 5s\ntask:']] } },
  forgiven: /net::ERR_(CONNECTION_|EMPTY_RESPONSE|INTERNET_DISCONNECTED)|Connection closed before/,
});

const press = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true }).click();
const room = async (api: APIRequestContext) => (await (await api.get('/api/v1/room')).json()) as RoomFrame;

const nothing = { outbox: [], refused: [] };

/** Waits until screens hold nothing any more, none of it was refused, and the organiser's page says so too. */
async function arrived(api: APIRequestContext, pages: Page[]): Promise<void> {
  for (const page of pages) await expect.poll(() => stored(page), { timeout: 20_000 }).toEqual(nothing);
  const held = async () => Object.values((await room(api)).screens).filter((s) => s.outbox > 0 || s.refused > 0);
  await expect.poll(held).toEqual([]);
}

test('the server dies for 30 seconds amid the call, the portal and the invoice', async ({ screens, room: server, wire }) => {
  test.slow();
  const api = await server.organiser();
  const maps: string[] = [];
  const remember = async (page: Page, state: string) => {
    if (state === 'exit-map') maps.push(await page.locator('exit-map .canvas').innerText());
  };
  const [caller, user, payer] = [new Visitor(screens, ordinary, remember), new Visitor(screens, ordinary, remember), new Visitor(screens, ordinary, remember)];
  const [call, portal, invoice] = await Promise.all(['call', 'portal', 'invoice', 'exit'].map((s) => screens.at(s)));
  for (const visitor of [caller, user, payer]) await visitor.arrive();

  await caller.checkIn(call!, 'badge');
  await user.checkIn(portal!, 'badge');
  await user.open(portal!);
  await payer.checkIn(invoice!, 'badge');
  await payer.mark(invoice!, '1');
  await dial(call!);
  await pause(call!);
  await server.kill();
  const back = new Promise((done) => setTimeout(done, cut));

  await tap(call!, feeling(-3, 2));
  await tap(call!, feeling(-4, 4));
  await goOn(call!);
  await call!.getByRole('heading', { name: t('call.end.title') }).waitFor();
  await expect(call!.getByRole('img', { name: t('call.timeline', { at: '0:06', of: '0:06', n: 2 }) })).toBeVisible();
  await user.solve(portal!);
  await press(portal!, 'portal.done');
  for (const page of [call!, portal!, invoice!]) await expect(page.getByText(t('shell.offline'))).toBeVisible();
  await accessible(portal!, 'offline');
  await user.rate(portal!);
  await portal!.getByText(t('shell.next.away')).waitFor();
  await press(portal!, 'shell.next.done');
  await portal!.getByText(t('shell.offline.idle')).waitFor();
  await accessible(portal!, 'offline, nobody here');
  for (const line of ['2', '3']) await payer.mark(invoice!, line);

  await back;
  await server.again();
  for (const page of [call!, invoice!]) await expect(page.getByText(t('shell.offline'))).toBeHidden();
  await portal!.getByRole('button', { name: t('shell.begin') }).waitFor();
  await press(call!, 'call.end.done');
  await caller.leave(call!);
  await payer.settle(invoice!);
  await payer.leave(invoice!);

  await arrived(api, [call!, portal!, invoice!]);
  const { visits } = await room(api);
  for (const { badge, code } of [caller, user, payer]) {
    const id = wire.visit(code);
    const made = wire.of(id);
    expect(visits[id]?.facts, `facts of ${badge}, each once`).toBe(made.length);
    expect(made.filter((fact) => !wire.acked.has(fact)), `facts of ${badge} not acknowledged`).toEqual([]);
  }
  expect(wire.refused).toEqual([]);
  expect(wire.bodies('portal.paused'), 'while the call went on, nobody touched the portal').not.toEqual([]);

  for (const visitor of [caller, user, payer]) await visitor.exit();
  expect(maps[0]?.toLowerCase()).toContain(t('call.note.finished'));
  expect(caller.notes['feel'], 'what was tapped without a server').toBe(2);
  expect(maps[1]).toMatch(/got it done in/i);
  expect(maps[2]).toContain(t('invoice.note.found', { found: 2, of: 2 }));
});

test('facts of a cut screen arrive after the visit was finished at another', async ({ screens, room: server, wire }) => {
  const api = await server.organiser();
  const call = await screens.at('call');
  const visitor = new Visitor(screens);
  await visitor.arrive();
  await visitor.checkIn(call, 'code');
  await dial(call);
  await pause(call);
  await tap(call, feeling(-3, 2));
  await expect.poll(() => stored(call)).toEqual(nothing);

  await call.context().setOffline(true);
  await tap(call, feeling(-4, 4));
  await tap(call, feeling(0, 0));
  await goOn(call);
  await call.getByRole('heading', { name: t('call.end.title') }).waitFor();
  await visitor.exit();
  expect(visitor.notes['feel'], 'what had arrived before the end').toBe(1);
  const late = await stored(call);
  expect(late.outbox.filter((type) => type === 'reaction')).toHaveLength(2);

  await call.context().setOffline(false);
  await arrived(api, [call]);
  await call.getByRole('heading', { name: t('shell.moved') }).or(call.getByRole('button', { name: t('shell.begin') })).waitFor();
  expect(wire.of(wire.visit(visitor.code)).filter((fact) => !wire.acked.has(fact))).toEqual([]);
  expect(wire.refused).toEqual([]);
});
