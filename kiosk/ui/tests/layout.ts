import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { still } from './axe.js';
import { faults } from './faults.js';
import { root } from './words.js';

interface Size { width: number; height: number; zoomed?: boolean }

/** What the room's displays have; the last two are a display and a tablet at 200 % zoom. */
export const sizes: Record<string, Size> = {
  '1920x1080': { width: 1920, height: 1080 },
  '1080x1920': { width: 1080, height: 1920 },
  '1280x800': { width: 1280, height: 800 },
  '1920x1080-at-200': { width: 960, height: 540, zoomed: true },
  '1280x800-at-200': { width: 640, height: 400, zoomed: true },
};

/** Saves a picture for people to look at, under test-results/looks; `make looks` asks for them, and they take minutes. */
export async function picture(page: Page, size: string, state: string): Promise<void> {
  if (!process.env['LOOKS']) return;
  await page.screenshot({ path: join(root, 'test-results/looks', size, `${state}.png`), animations: 'disabled', fullPage: true });
}

/** Looks at a page state in every size: nothing sticks out sideways, what is to be done next can be reached whole. Pages of desks may scroll. */
export async function everySize(page: Page, state: string, scrolls = false): Promise<void> {
  for (const [name, { zoomed, ...size }] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await still(page);
    await picture(page, name, state);
    expect.soft(await page.evaluate(faults, scrolls || (zoomed ?? false)), `${state} at ${name}`).toEqual([]);
  }
}
