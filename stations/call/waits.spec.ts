import { expect, test } from '@playwright/test';
import type { Segment } from './view.js';
import { Waits } from './waits.js';

const music: Segment = { what: 'hold', from: 2600, to: 4000, label: 'On hold.', waits: 3000, waited: 660_000 };

/** Plays the recording from its begin, with looks that far apart; gives how long the music was heard, and the jumps. */
function played(segment: Segment, every: number): { heard: number; jumps: [from: number, to: number][] } {
  const waits = new Waits([segment], []);
  const jumps: [number, number][] = [];
  let from = 0;
  for (let now = 0; now < 6000; now += every) {
    const next = waits.next(from, now);
    if (next === undefined) continue;
    waits.heard(from, now);
    jumps.push([now, next]);
    from = now = next;
  }
  waits.heard(from, 6000);
  return { heard: waits.waited[0]!, jumps };
}

for (const every of [20, 100, 250, 450, 700]) {
  test(`a wait lasts as long as it is to, looked at every ${every} ms`, () => {
    const { heard } = played(music, every);
    expect(Math.abs(heard - music.waits), `${heard} ms of music`).toBeLessThanOrEqual(100);
  });
}

test('a wait shorter than its music is left early, once', () => {
  expect(played({ ...music, waits: 400 }, 100)).toEqual({ heard: 400, jumps: [[3000, 4000]] });
  expect(played({ ...music, waits: 400 }, 1400).jumps, 'never back').toEqual([]);
});

test('who left the wait, or heard it, is not sent back', () => {
  const waits = new Waits([music], [3000]);
  expect(waits.next(2600, 4100)).toBeUndefined();
  expect(new Waits([music], []).next(4000, 4100), 'the rest was skipped').toBeUndefined();
  expect(new Waits([music], []).next(2600, 5200), 'too late').toBeUndefined();
});
