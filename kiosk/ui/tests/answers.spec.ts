import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { Visitor, ordinary } from './visitor.js';
import type { Wire } from './wire.js';
import { kinds, root, t } from './words.js';

/** Keys under which settings say what is right: no document that a screen receives has one. */
const telling = ['success', 'planted', 'tolerance', 'owed', 'rule'];

/** The words about planted errors in an invoice's settings: names, reasons, rules broken. */
function planted(path: string): string[] {
  const told = readFileSync(join(root, path), 'utf8').split('\nplanted:')[1]!;
  const words = [...told.matchAll(/^ +(?:name|why|rule): (?:>-\n +)?([^#\n]+)/gm)].map((m) => m[1]!.trim());
  expect(words.length, `words found in ${path}`).toBeGreaterThan(4);
  return words;
}

/** Every key of a JSON document, however deep. */
function keys(doc: unknown): string[] {
  if (typeof doc !== 'object' || doc === null) return [];
  return Object.entries(doc).flatMap(([key, value]) => [...(Array.isArray(doc) ? [] : [key]), ...keys(value)]);
}

async function silent(wire: Wire, words: string[]): Promise<void> {
  await wire.read();
  expect(wire.received.some(({ from }) => from.includes('/api/v1/socket')), 'frames were read').toBe(true);
  for (const station of ['portal', 'invoice']) {
    expect(wire.received.some(({ from }) => from.includes(`/stations/${station}`)), `the view of ${station} was read`).toBe(true);
  }
  for (const { from, text } of wire.received) {
    for (const word of words) expect.soft(text.includes(word), `${from} says “${word}”`).toBe(false);
    if (!text.startsWith('{') || from.includes('/words/')) continue; // not a document, or a dictionary
    expect.soft(keys(JSON.parse(text)).filter((key) => telling.includes(key)), `keys in ${from}`).toEqual([]);
  }
}

test('nothing that screens receive on a whole walk tells the answers', async ({ screens, wire }) => {
  const visitor = new Visitor(screens, ordinary);
  await Promise.all(kinds.map((station) => screens.at(station)));
  await visitor.arrive();
  for (const station of ['portal', 'invoice', 'call', 'exit']) await visitor.visit(station);
  await silent(wire, planted('stations/invoice/example.yaml'));
});

test.describe('the shipped scenario', () => {
  test.use({ shipped: true, forgiven: /(status of|response:) 404/ });

  test('its screens cannot even ask for the answers', async ({ screens, wire }) => {
    for (const station of ['portal', 'invoice']) await (await screens.at(station)).getByRole('button', { name: t('shell.begin') }).waitFor();
    await silent(wire, planted('config/scenarios/first-invoice/invoice.yaml'));
    const page = await screens.at('invoice');
    for (const file of ['invoice.yaml', 'portal.yaml', 'scenario.yaml', 'invoice.xml']) expect(await fetched(page, wire, file), file).toBe(404);
  });
});

/** The status when a screen asks for a file of the scenario. */
async function fetched(page: Page, wire: Wire, file: string): Promise<number> {
  const hash = wire.received.map(({ from }) => /scenarios\/([0-9a-f]+)/.exec(from)?.[1]).find(Boolean);
  return page.evaluate((path) => fetch(path).then((r) => r.status), `/api/v1/scenarios/${hash}/files/${file}?station=invoice`);
}
