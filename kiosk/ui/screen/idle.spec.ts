import { expect, test } from '@playwright/test';
import { Idle } from './idle.js';

test('no time passes for a visitor who cannot touch anything', async () => {
  let now = 1_700_000_000_000;
  const { now: real } = Date;
  Object.assign(globalThis, { addEventListener: () => undefined });
  Date.now = () => now;
  try {
    let left: number | undefined;
    const idle = new Idle((told) => (left = told));
    const looked = () => new Promise((done) => setTimeout(done, 300)); // it looks four times a second
    idle.watch(10, 20);
    now += 15_000;
    await expect.poll(() => left).toBe(15);
    idle.hold(true);
    now += 3_600_000;
    await looked();
    expect(left, 'the countdown stands').toBe(15);
    idle.hold(false);
    now += 4_000;
    await expect.poll(() => left, 'and goes on').toBe(11);
    idle.stop();
  } finally {
    Date.now = real;
  }
});
