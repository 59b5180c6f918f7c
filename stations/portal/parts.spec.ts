import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Clicks } from './clicks.js';
import { compares, counts, holds, type Clause } from './condition.js';
import { shaped } from './mask.js';
import { Memory } from './memory.js';
import { keeps, type Known } from './rules.js';
import type { Field, Form, Rule, View } from './view.js';

interface Vector {
  when: string; holds?: boolean; error?: string;
  views?: Record<string, number>; sent?: Record<string, number>; tries?: Record<string, number>; fields?: Record<string, string>;
}

const read = <T>(name: string) => JSON.parse(readFileSync(join(import.meta.dirname, 'testdata', name), 'utf8')) as T;

test('conditions hold as they do for the program that checked them', () => {
  const vectors = read<Vector[]>('conditions.json').filter((v) => v.error === undefined);
  const clauses = read<{ when: string; clause: Clause }[]>('clauses.json');
  expect(clauses.map((c) => c.when)).toEqual(vectors.map((v) => v.when));
  expect(vectors.length).toBeGreaterThan(30);
  vectors.forEach((v, i) => {
    const held = holds(clauses[i]!.clause, (t) => t.what === 'field' ? compares(t, v.fields?.[t.name] ?? '') : counts(t, v[t.what]?.[t.name] ?? 0));
    expect(held, v.when).toBe(v.holds);
  });
});

test('masks shape what is typed', () => {
  for (const [mask, typed, want] of [
    ['00-00-0000', '30092026', '30-09-2026'], ['00-00-0000', '30-09', '30-09'], ['00-00-0000', '30', '30'], ['00-00-0000', '30a', '30'],
    ['AA0 0AA', 'av37qt', 'AV3 7QT'], ['AA0 0AA', 'av3 7qt', 'AV3 7QT'], ['000 000', '1234567', '123 456'], ['A', 'ß', 'ß'], ['0', 'x', ''], ['0', '', ''],
  ] as const) expect(shaped(mask, typed), `${mask} of ${typed}`).toBe(want);
});

test('rules are kept and broken', () => {
  const known: Known = {
    card: [{ id: 'day', label: 'Day', value: '20538' }],
    documents: [{ id: 'card', name: 'card.jpg', mb: 0.9 }, { id: 'photo', name: 'photo.jpg', mb: 6.8 }],
    code: (message) => (message === 'tan' ? '042137' : undefined),
  };
  const text = { type: 'text' } satisfies Pick<Field, 'type'>;
  const file = { type: 'file' } satisfies Pick<Field, 'type'>;
  for (const [rule, field, value, want] of [
    [{ required: true }, text, ' ', false], [{ required: true }, text, 'x', true],
    [{ pattern: '[0-9]{6}' }, text, '20538', false], [{ pattern: '[0-9]{6}' }, text, '020538', true], [{ pattern: 'a|b' }, text, 'ab', false],
    [{ min: 2 }, text, '1,9', false], [{ max: 2 }, text, '2,0', true], [{ min: 2 }, text, 'two', false], [{ min: 2 }, text, '', true],
    [{ equals: 'day' }, text, '020538', true], [{ equals: 'day' }, text, '20539', false],
    [{ max: 5 }, file, 'card.jpg', true], [{ max: 5 }, file, 'photo.jpg', false], [{ equals: 'card' }, file, 'card.jpg', true], [{ equals: 'card' }, file, 'photo.jpg', false],
    [{ code: 'tan' }, text, '042137', true], [{ code: 'tan' }, text, '042 137', true], [{ code: 'tan' }, text, '42137', false], [{ code: 'mail' }, text, 'undefined', false],
  ] as const satisfies [Omit<Rule, 'id'>, Pick<Field, 'type'>, string, boolean][])
    expect(keeps({ id: 'r', ...rule }, field, value, known), JSON.stringify([rule, value])).toBe(want);
});

const click = (x: number, timeStamp: number) => ({ detail: 1, clientX: x, clientY: 0, timeStamp }) as MouseEvent;

test('a burst is so many clicks within a time and a distance', () => {
  const burst = { clicks: 3, within: 1000, pixels: 30 };
  for (const [name, clicks, want] of [
    ['three at once', [click(0, 0), click(10, 400), click(30, 1000)], 1],
    ['two', [click(0, 0), click(0, 10)], 0],
    ['too slow', [click(0, 0), click(0, 600), click(0, 1201)], 0],
    ['too far', [click(0, 0), click(0, 10), click(31, 20)], 0],
    ['one long burst', [0, 1, 2, 3, 4, 5].map((n) => click(0, n * 100)), 1],
    ['two bursts', [0, 1, 2, 50, 51, 52].map((n) => click(0, n * 100)), 2],
  ] as const) {
    let found = 0;
    const watched = new Clicks(burst, (what) => { if (what === 'raged') found++; });
    for (const c of clicks) watched.saw(c, true);
    expect(found, name).toBe(want);
  }
  let four = 0;
  const patient = new Clicks({ ...burst, clicks: 4 }, (what) => { if (what === 'raged') four++; });
  for (const n of [0, 1, 2]) patient.saw(click(0, n), true);
  expect(four).toBe(0);
});

const view = {
  pages: [{ id: 'p', title: 'P', blocks: [{ when: { test: { what: 'field', name: 'f.kind', op: '=', to: 'flat', text: true } } }] }],
  messages: [{ id: 'tan', by: 'text', from: 'X', text: '{code}', after: 0, digits: 6, lasts: 60_000 }],
} as unknown as View;
const form = { id: 'f', fields: [{ id: 'kind', type: 'text' }], locks: { after: 2, to: 'locked' } } as unknown as Form;

test('what the portal remembers survives a reload, without what was typed', () => {
  const memory = new Memory(view, undefined, 1, () => undefined);
  const flat = (view.pages[0]!.blocks![0]!).when;
  expect(memory.holds(flat)).toBe(false);
  memory.viewed('p');
  memory.took(form, { kind: 'flat', other: 'a secret' });
  memory.send('tan');
  expect(memory.fill('In a {f.kind}.', (_, __, value) => value)).toBe('In a flat.');
  const kept = JSON.stringify(memory.remembered);
  expect(kept).not.toContain('secret');
  const again = new Memory(view, JSON.parse(kept), 1, () => undefined);
  expect(again.holds(flat)).toBe(true);
  expect(again.code('tan')).toMatch(/^\d{6}$/);
  expect(again.code('tan')).toBe(memory.code('tan'));
  expect(again.fill('In a {f.kind}.', (_, __, value) => value)).toBe('In a –.');
  expect(again.refused(form)).toBeUndefined();
  expect(again.refused(form)).toBe('locked');
  expect(again.refused(form)).toBeUndefined();
});

test('a code ends in time, and with the next one', () => {
  const old = { views: {}, sent: {}, tries: {}, held: {}, post: [{ id: 'tan', at: Date.now() - 61_000, code: '111111' }] };
  expect(new Memory(view, old, 1, () => undefined).code('tan')).toBeUndefined();
  expect(new Memory(view, old, 3, () => undefined).code('tan')).toBe('111111');
  const next = { ...old, post: [{ id: 'tan', at: Date.now() - 5, code: '111111' }, { id: 'tan', at: Date.now() + 60_000, code: '222222' }] };
  const memory = new Memory(view, next, 1, () => undefined);
  expect(memory.code('tan')).toBeUndefined();
  memory.stop();
});

test('the longest memory fits into a progress', () => {
  const pages = Array.from({ length: 60 }, (_, i) => `a-page-with-the-longest-name-that-there-may-be-${String(i).padStart(2, '0')}`.slice(0, 48));
  const memory = new Memory({ ...view, pages: pages.map((id) => ({ id, title: 'P', blocks: [] })) }, undefined, 1, () => undefined);
  for (const p of pages) for (let n = 0; n < 1000; n++) memory.viewed(p);
  for (let n = 0; n < 100; n++) memory.send('tan');
  const progress = { phase: 'portal', page: pages[0], trail: pages.slice(0, 50), hints: 3, memory: memory.remembered };
  expect(new TextEncoder().encode(JSON.stringify(progress)).length).toBeLessThan(16 * 1024);
  memory.stop();
});
