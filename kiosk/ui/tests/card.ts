import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from './fixtures.js';

const rate = 48_000;
const tick = 10; // ms

/** A sound card made of a pipe that is read as fast as a card would: whatever the program plays is paced by it. */
class Card {
  private readonly folder = mkdtempSync(join(tmpdir(), 'immersion-card-'));
  private readonly pipe: number;
  private readonly beat: ReturnType<typeof setInterval>;
  readonly config = join(this.folder, 'asound.conf');

  constructor() {
    const path = join(this.folder, 'pcm');
    execFileSync('mkfifo', [path]);
    writeFileSync(this.config, `</usr/share/alsa/alsa.conf>
pcm.!default { type plug slave { pcm "room" rate ${rate} channels 2 format S16_LE } }
pcm.room { type file format "raw" file "${path}" slave { pcm "null" } }
`);
    this.pipe = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    const heard = Buffer.alloc(rate * 4);
    let last = performance.now();
    this.beat = setInterval(() => {
      const now = performance.now();
      const due = Math.min(heard.length, Math.floor((now - last) * rate / 1000) * 4);
      last = now;
      try {
        readSync(this.pipe, heard, 0, due, null);
      } catch { /* nothing plays */ }
    }, tick);
  }

  close(): void {
    clearInterval(this.beat);
    closeSync(this.pipe);
    rmSync(this.folder, { recursive: true });
  }
}

/** As test, in a room whose machine has a sound card. */
export const test = base.extend<{ card: Card }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from its pattern
  card: [async ({}, use) => {
    const card = new Card();
    process.env['ALSA_CONFIG_PATH'] = card.config; // the program's, which is started later
    await use(card);
    delete process.env['ALSA_CONFIG_PATH'];
    card.close();
  }, { auto: true }],
});
