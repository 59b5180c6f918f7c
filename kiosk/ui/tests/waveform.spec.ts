import { expect, test } from './fixtures.js';
import { Visitor, dial, ordinary } from './visitor.js';

// The waveform comes beside the call, when it is made: a plain bar until then.
test('a call opens before its waveform is there', async ({ screens }) => {
  const call = await screens.at('call');
  let release = (): void => undefined;
  const held = new Promise<void>((done) => { release = done; });
  await call.route(/waveform\.json/, async (route) => { await held; await route.continue(); });
  const visitor = new Visitor(screens, ordinary);
  await visitor.arrive();
  await visitor.checkIn(call, 'badge');
  await dial(call);
  const bars = () => call.locator('.wave svg path').first().evaluate((path) => (path.getAttribute('d') ?? '').split('V').length - 1);
  await expect.poll(bars).toBe(0);
  release();
  await expect.poll(bars).toBe(600);
});
