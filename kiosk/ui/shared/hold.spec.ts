import { expect, test } from '@playwright/test';
import type * as Hold from './hold.js';

/** A browser's player, as far as it is asked. */
class Player extends EventTarget {
  paused = true;
  ended = false;
  muted = false;
  real = 1; // what is heard
  get volume(): number {
    return this.real;
  }
  set volume(level: number) {
    this.real = level;
  }
  play(): Promise<void> {
    this.paused = false;
    this.dispatchEvent(new Event('play'));
    return Promise.resolve();
  }
  pause(): void {
    this.paused = true;
  }
}

let hold: typeof Hold;
test.beforeAll(async () => {
  Object.assign(globalThis, { HTMLMediaElement: Player });
  hold = await import('./hold.js');
  hold.conduct();
});
test.afterEach(() => {
  hold.hold(false);
  hold.loudly(1, false);
});

test('the visitor’s own volume works within the screen’s', () => {
  const [player, later] = [new Player(), new Player()];
  player.volume = 0.8;
  void player.play();
  hold.loudly(0.5, false);
  expect([player.volume, player.real]).toEqual([0.8, 0.4]);
  player.volume = 0.6;
  expect([player.volume, player.real]).toEqual([0.6, 0.3]);
  hold.loudly(0.5, true);
  void later.play();
  expect([player.muted, later.muted, hold.loudness()]).toEqual([true, true, 0]);
  hold.loudly(1, false);
  expect([player.real, player.muted, later.real, later.muted]).toEqual([0.6, false, 1, false]);
});

test('what plays stops with the room and goes on; what did not, does not', () => {
  const [plays, rests, stopped, asked] = [new Player(), new Player(), new Player(), new Player()];
  void plays.play();
  void rests.play();
  rests.pause();
  void stopped.play();
  hold.hold(true);
  expect([plays, rests, stopped].map((p) => p.paused)).toEqual([true, true, true]);
  void asked.play(); // by a key of the headphones
  plays.dispatchEvent(new Event('play')); // by the system's own player
  stopped.pause(); // its station went away
  expect([plays.paused, asked.paused]).toEqual([true, true]);
  hold.hold(false);
  expect([plays, rests, stopped, asked].map((p) => p.paused)).toEqual([false, true, true, false]);
});

test('time stands still with the room, and nothing due in it is lost', async () => {
  const told: string[] = [];
  const before = new hold.Later(() => told.push('before'), 200);
  const ended = new hold.Later(() => told.push('ended'), 100);
  hold.hold(true);
  const at = hold.now();
  void hold.lasts(10).then(() => told.push('within'));
  ended.end();
  await new Promise((done) => setTimeout(done, 300));
  expect([hold.now(), hold.held(), told]).toEqual([at, true, []]);
  hold.hold(false);
  await expect.poll(() => told).toEqual(['within', 'before']);
  before.end(); // once it has happened, ending it changes nothing
});
