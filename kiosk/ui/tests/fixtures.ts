import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import type { Settings } from './scenario.js';
import { Server } from './server.js';
import { Wire } from './wire.js';

interface Options {
  /** What the room file says; long idle times unless a test is about them. */
  settings: Settings;
  /** A scenario that comes with the program, instead of the small one: true for the first, or its folder's name. */
  shipped: boolean | string;
  /** Changes the small scenario's files before the program reads them. */
  change: { files: (folder: string) => void };
  /** What a browser may complain of in this test; otherwise nothing. */
  forgiven: RegExp;
}

interface Fixtures {
  room: Server;
  wire: Wire;
  /** Complaints of all pages: console errors, exceptions, failed requests, refused facts. Must be none in the end. */
  trouble: string[];
  /** Opens a page of the room in a browser of its own. */
  open: (path: string, how?: BrowserContextOptions) => Promise<Page>;
  screens: Screens;
}

/** The room's screens, one browser each, opened when they are first asked for. */
export class Screens {
  private readonly pages = new Map<string, Promise<Page>>();
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(private readonly open: Fixtures['open']) {}

  at(station: string): Promise<Page> {
    let page = this.pages.get(station);
    if (!page) this.pages.set(station, page = this.open(`/s/${station}`));
    return page;
  }

  /** Waits in the queue before a station's screen; those behind wait until the work is done. */
  async use<T>(station: string, work: (page: Page) => Promise<T>): Promise<T> {
    const before = this.turns.get(station);
    const turn = (async () => {
      await before?.catch(() => undefined);
      return work(await this.at(station));
    })();
    this.turns.set(station, turn);
    return turn;
  }
}

function listen(page: Page, trouble: string[], forgiven: RegExp): void {
  const note = (what: string) => {
    if (!forgiven.test(what)) trouble.push(`${new URL(page.url()).pathname}: ${what}`);
  };
  page.on('console', (m) => m.type() === 'error' && note(`console: ${m.text()} ${m.location().url}`));
  page.on('pageerror', (e) => note(`exception: ${e.message}`));
  page.on('requestfailed', (r) => {
    const why = r.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') note(`request: ${r.method()} ${r.url()} ${why}`); // a reload breaks off what is under way
  });
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => String(payload).startsWith('{"type":"refuse"') && note(`refused: ${payload}`)));
  page.on('response', (r) => r.status() >= 400 && note(`response: ${r.status()} ${r.url()}`));
}

export const test = base.extend<Fixtures & Options>({
  settings: [{ k: 5, idle: { ask: 600, wipe: 20 } }, { option: true }],
  shipped: [false, { option: true }],
  change: [{ files: () => {} }, { option: true }],
  forgiven: [/^$/, { option: true }],

  room: async ({ settings, shipped, change }, use) => {
    const room = await Server.start(settings, shipped, change.files);
    await use(room);
    await room.close();
  },

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from its pattern
  wire: async ({}, use) => use(new Wire()),

  // oxlint-disable-next-line no-empty-pattern -- as above
  trouble: [async ({}, use) => {
    const trouble: string[] = [];
    await use(trouble);
    expect(trouble, 'what the pages complained of').toEqual([]);
  }, { auto: true }],

  open: async ({ browser, room, wire, trouble, forgiven }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (path, how) => {
      const context = await browser.newContext({ baseURL: room.url, ...how });
      contexts.push(context);
      const page = await context.newPage();
      listen(page, trouble, forgiven);
      wire.watch(page);
      await page.goto(path);
      return page;
    });
    const complaints = trouble.length;
    await Promise.all(contexts.map((c) => c.close()));
    trouble.length = complaints; // closing breaks off what is under way
  },

  screens: async ({ open }, use) => use(new Screens(open)),
});

export { expect };
