import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Waits until nothing moves any more that will ever rest: half-faded words have no contrast. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
    }
    const moving = roots.flatMap((root) => root.getAnimations())
      .filter((a) => a.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.all([document.fonts.ready, ...moving.map((a) => a.finished.catch(() => undefined))]);
  });
}

/** Fails, at the end of the test, if a page as it stands breaks a rule of WCAG 2.2 AA that axe knows. */
export async function accessible(page: Page, state: string): Promise<void> {
  await still(page);
  const there = await page.evaluate(() => 'axe' in window); // reading half a megabyte of rules once a page is enough
  const { violations } = await new AxeBuilder({ page, ...(there && { axeSource: '0' }) }).setLegacyMode()
    .options({ resultTypes: ['violations'] }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  const found = violations.flatMap((v) => v.nodes.map((n) => `${v.id} at ${n.target.join(' ')}: ${n.failureSummary}`));
  expect.soft(found, `axe: ${state}`).toEqual([]);
}
