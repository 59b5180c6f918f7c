import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

// What `immersion check` lets pass must play in the browser, and what it
// refuses must not: otherwise it would refuse too much.
const folder = 'media/testdata';
const plays = ['pcm8.wav', 'pcm16.wav', 'pcm24.wav', 'pcm32.wav', 'float.wav', 'mulaw.wav', 'alaw.wav', 'mono16k.mp3', 'stereo44k.mp3',
  'mpeg25.mp3', 'mono.ogg', 'mono.opus', 'mono.flac', 'stereo24.flac', 'mono.m4a', 'late.m4a'];
const anew = ['double.wav', 'unsaid.flac']; // the server writes them anew
const refused = ['gsm.wav', 'ima.wav', 'ms.wav', 'alac.m4a'];

for (const name of [...plays, ...anew, ...refused]) {
  test(`${name} ${plays.includes(name) ? 'plays' : 'does not play as it is'}`, async ({ page }) => {
    await page.route('http://room.test/**', (route) => route.fulfill(route.request().url().endsWith('/sound')
      ? { body: readFileSync(`${folder}/${name}`), contentType: 'application/octet-stream' }
      : { body: '<!doctype html><title>sound</title>', contentType: 'text/html' }));
    await page.goto('http://room.test/');
    const heard = await page.evaluate(async () => {
      const blob = await (await fetch('/sound')).blob();
      const audio = new Audio(URL.createObjectURL(blob));
      const over = new Promise<string>((done) => {
        audio.addEventListener('ended', () => done('ended'));
        audio.addEventListener('error', () => done('error'));
      });
      await audio.play().catch(() => undefined);
      return { event: await over, at: audio.currentTime };
    });
    if (plays.includes(name)) {
      expect(heard.event).toBe('ended');
      expect(heard.at).toBeGreaterThan(0.4);
      expect(heard.at).toBeLessThan(0.9);
    } else if (anew.includes(name)) expect(heard.event === 'error' || heard.at < 0.4).toBe(true);
    else expect(heard.event).toBe('error');
  });
}
