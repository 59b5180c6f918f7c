import type { Locator, Page } from '@playwright/test';
import type { Screens } from './fixtures.js';
import { Visitor } from './visitor.js';
import { t } from './words.js';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Through the entry with what is offered first. */
export async function arrive(screens: Screens): Promise<Visitor> {
  const visitor = new Visitor(screens);
  const page = await screens.at('entry');
  await button(page, t('shell.begin')).click();
  const on = page.locator('station-entry footer .ways button').last();
  const go = button(page, t('entry.badge.go'));
  await on.waitFor();
  while (!(await go.isVisible())) {
    await on.click();
    await on.or(go).first().waitFor();
  }
  visitor.badge = await page.locator('station-entry .words').innerText();
  visitor.code = await page.locator('station-entry .code').innerText();
  await go.click();
  return visitor;
}

/** Goes on with Tab until a control has the keyboard. */
export async function reach(target: Locator): Promise<void> {
  await target.waitFor();
  for (let n = 0; n < 60; n++) {
    if (await target.evaluate((el) => (el.getRootNode() as ShadowRoot).activeElement === el)) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`60 tabs do not lead to ${target}`);
}
