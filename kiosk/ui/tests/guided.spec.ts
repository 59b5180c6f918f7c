import type { APIRequestContext, Page } from '@playwright/test';
import { accessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { picture } from './layout.js';
import type { RoomFrame, Server } from './server.js';
import { stored } from './storage.js';
import { Visitor, ordinary } from './visitor.js';
import { t } from './words.js';

const stops = ['call', 'portal', 'invoice', 'exit'];

/** The organiser's hand, by the API that the console uses. */
class Hand {
  private last = '';
  constructor(private readonly api: APIRequestContext, private readonly visit: string) {}

  static async in(room: Server, visit: string): Promise<Hand> {
    return new Hand(await room.organiser(), visit);
  }

  async order(order: { do: string; station?: string; into?: string }): Promise<void> {
    const answer = await this.api.post(`/api/v1/visits/${this.visit}/order`, { data: order });
    expect(answer.status(), await answer.text()).toBe(200);
    this.last = ((await answer.json()) as { fact: string }).fact;
  }

  async undo(): Promise<void> {
    const answer = await this.api.post(`/api/v1/visits/${this.visit}/undo`, { data: { fact: this.last } });
    expect(answer.status(), await answer.text()).toBe(204);
  }

  async room(): Promise<RoomFrame> {
    return (await (await this.api.get('/api/v1/room')).json()) as RoomFrame;
  }
}

const heading = (page: Page, key: string, args?: Record<string, number>) => page.getByRole('heading', { name: t(key, args), exact: true }).waitFor();

test('a visitor is advanced, released, sent back, closed, merged, undone, and loses nothing', async ({ screens, room, wire }) => {
  test.slow();
  const pages = await Promise.all(['entry', ...stops].map((s) => screens.at(s)));
  for (const page of pages) await page.getByRole('button', { name: t('shell.begin') }).waitFor();
  const [invoice, portal] = await Promise.all([screens.at('invoice'), screens.at('portal')]);
  const [other, visitor] = [new Visitor(screens, ordinary), new Visitor(screens, ordinary)];
  await other.arrive(); // a badge that they put away, and were given a second one
  await visitor.arrive();
  const visit = wire.visit(visitor.code);
  const hand = await Hand.in(room, visit);

  await hand.order({ do: 'send', station: 'invoice' });
  await expect(invoice.getByRole('list', { name: t('shell.called') })).toContainText(visitor.badge);
  await visitor.checkIn(invoice, 'badge');

  // Each time the visitor has just done something that the screen has not saved yet.
  const still = async (...lines: string[]) => {
    for (const line of lines) {
      const label = `^${t('invoice.line', { line })}:.*\\. ${t('invoice.mark')}: `;
      await expect(invoice.getByRole('button', { name: new RegExp(label) })).toBeVisible();
    }
  };
  await visitor.mark(invoice, '1');
  await test.step('advanced', async () => {
    await hand.order({ do: 'advance' });
    await heading(invoice, 'shell.next', { n: 2 });
    await hand.undo();
    await still('1');
  });
  await visitor.mark(invoice, '2');
  await test.step('released', async () => {
    await hand.order({ do: 'release' });
    await heading(invoice, 'shell.parted.released');
    await accessible(invoice, 'released');
    await picture(invoice, 'guided', 'released');
    await hand.undo();
    await still('1', '2');
  });
  await test.step('closed', async () => {
    await hand.order({ do: 'close' });
    await heading(invoice, 'shell.parted.closed');
    await accessible(invoice, 'closed');
    await hand.undo();
    await still('1', '2');
  });
  await visitor.mark(invoice, '3');
  await test.step('sent back, from the next station to this one', async () => {
    await hand.order({ do: 'advance' });
    await visitor.leave(invoice);
    await visitor.checkIn(portal, 'badge');
    await visitor.open(portal);
    await hand.order({ do: 'back' });
    await heading(portal, 'shell.next', { n: 4 });
    await portal.getByRole('button', { name: t('shell.next.done') }).click();
    await visitor.checkIn(invoice, 'code');
    await still('1', '2', '3');
  });
  await test.step('two badges of one person', async () => {
    await hand.order({ do: 'merge', into: wire.visit(other.code) });
    await expect.poll(async () => Object.values((await hand.room()).visits).map(({ place }) => place)).toEqual(['invoice']);
    await still('1', '2', '3'); // where they are, it goes on
    await visitor.settle(invoice);
    await visitor.leave(invoice);
    visitor.badge = other.badge; // which goes on, whichever code is shown
    await visitor.checkIn(portal, 'code');
  });

  for (const page of pages) await expect.poll(() => stored(page), { timeout: 20_000 }).toEqual({ outbox: [], refused: [] });
  expect(wire.refused).toEqual([]);
  expect([...wire.facts.keys()].filter((fact) => !wire.acked.has(fact))).toEqual([]);
});
