import { expect, test } from '@playwright/test';
import { Outbox } from './outbox.js';

// Here there is no IndexedDB: the box holds its facts in memory and says so.
let complaints = 0;
globalThis.reportError = () => void complaints++;

const fact = (n: number, size = 0) => {
  const id = `f${n}`;
  return { id, visit: 'v', type: 'reaction', doc: `{"id":"${id}", "pad":"${'ä'.repeat(size / 2)}"}` };
};

async function filled(count: number, size = 0): Promise<Outbox> {
  const box = await Outbox.open('/s/test');
  for (let n = 0; n < count; n++) box.put(fact(n, size));
  return box;
}

test('without a store it complains and works', async () => {
  const before = complaints;
  expect((await filled(1)).size).toBe(1);
  expect(complaints).toBe(before + 1);
});

test('a batch holds the very bytes, in order', async () => {
  expect((await filled(2)).batch()).toBe(`[${fact(0).doc},${fact(1).doc}]`);
});

test('a batch has at most 100 facts, and the rest comes next', async () => {
  const box = await filled(250);
  const sizes = [1, 2, 3, 4].map(() => (JSON.parse(box.batch() || '[]') as unknown[]).length);
  expect(sizes).toEqual([100, 100, 50, 0]);
});

test('a batch stays under its limit in bytes, not characters', async () => {
  const box = await filled(40, 60_000);
  for (let batch = box.batch(); batch; batch = box.batch()) {
    expect(new TextEncoder().encode(`{"type":"facts","batch":${batch}}`).length).toBeLessThanOrEqual(1 << 20);
  }
});

test('what was sent goes again on a new line, what was acknowledged does not', async () => {
  const box = await filled(3);
  box.batch();
  expect(box.batch()).toBe('');
  box.acked(['f0', 'f2']);
  box.resend();
  expect(box.batch()).toBe(`[${fact(1).doc}]`);
});

test('a refused fact leaves and is counted', async () => {
  const box = await filled(2);
  box.refuse('f1', 'conflict', '');
  box.refuse('f9', 'conflict', 'not ours');
  expect([box.size, box.refused]).toEqual([1, 1]);
});

test('it knows what a visit still has on its way', async () => {
  const box = await filled(1);
  expect(box.holds('v', 'stop.left', 'reaction')).toBe(true);
  expect(box.holds('other', 'reaction')).toBe(false);
  box.acked(['f0']);
  expect(box.holds('v', 'reaction')).toBe(false);
});
