import { expect, test } from '@playwright/test';
import { Clock } from './clock.js';

const near = (clock: Clock, ahead: number) => Math.abs(clock.now() - clock.local() - ahead);

test('it takes the server’s time over', () => {
  const clock = new Clock();
  clock.answered(clock.local(), clock.local() + 60_000);
  expect(near(clock, 60_000)).toBeLessThan(5);
});

test('the quickest answer counts', () => {
  const clock = new Clock();
  clock.answered(clock.local() - 2, clock.local() + 1000);
  clock.answered(clock.local() - 800, clock.local() + 9000);
  expect(near(clock, 1000)).toBeLessThan(10);
});

test('half the way there and back is the server’s', () => {
  const clock = new Clock();
  clock.answered(clock.local() - 400, clock.local() + 5000);
  expect(near(clock, 5200)).toBeLessThan(5);
});

test('it never runs backwards', () => {
  const clock = new Clock();
  clock.answered(clock.local() - 10, clock.local() + 60_000);
  const before = clock.now();
  clock.answered(clock.local(), clock.local());
  expect(clock.now()).toBeGreaterThanOrEqual(before);
});
