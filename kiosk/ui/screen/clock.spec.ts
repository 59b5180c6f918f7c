import { expect, test } from '@playwright/test';
import { Clock } from './clock.js';

/** A clock whose local time goes on when the test says so. */
function stopped(): { clock: Clock; pass: (ms: number) => number } {
  const clock = new Clock();
  let now = 1_700_000_000_000;
  clock.local = () => now;
  return { clock, pass: (ms) => (now += ms) };
}

test('it takes the server’s time over', () => {
  const { clock, pass } = stopped();
  const sent = pass(0);
  clock.answered(sent, sent + 60_000);
  expect(clock.now()).toBe(sent + 60_000);
  pass(500);
  expect(clock.now()).toBe(sent + 60_500);
});

test('without an answer it is the page’s own time', () => {
  expect(Math.abs(new Clock().now() - Date.now())).toBeLessThan(1000);
});

test('the quickest answer counts', () => {
  const { clock, pass } = stopped();
  clock.answered(pass(0), pass(2) + 1000);
  clock.answered(pass(0), pass(800) + 9000);
  expect(clock.now()).toBe(pass(0) + 1001);
});

test('half the way there and back is the server’s', () => {
  const { clock, pass } = stopped();
  const sent = pass(0);
  clock.answered(sent, pass(400) + 4800);
  expect(clock.now()).toBe(pass(0) + 5000);
});

test('it never runs backwards', () => {
  const { clock, pass } = stopped();
  clock.answered(pass(0), pass(10) + 60_000);
  const before = clock.now();
  clock.answered(pass(0), pass(0));
  expect(clock.now()).toBe(before);
});
