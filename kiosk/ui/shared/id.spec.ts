import { expect, test } from '@playwright/test';
import { newID } from './id.js';

test('ids are UUIDv7 in lower case', () => {
  for (let n = 0; n < 1000; n++) {
    expect(newID()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

test('ids sort as they were made, also 20 000 in a moment', () => {
  const made = Array.from({ length: 20_000 }, newID);
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test('ids tell when they were made', () => {
  const ms = parseInt(newID().replace('-', '').slice(0, 12), 16);
  expect(Math.abs(ms - Date.now())).toBeLessThan(1000);
});
