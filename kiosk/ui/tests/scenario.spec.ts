import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { picture } from './layout.js';
import { passphrases, type Server } from './server.js';
import { root, t } from './words.js';

// A pack that is none is refused with the status 400, and the server is away while it starts anew.
test.use({ forgiven: /(status of|response:) 400|ERR_CONNECTION_RE(FUSED|SET)|WebSocket connection/, settings: { k: 5, idle: { ask: 600, wipe: 20 }, more: { stations: { entry: ['Door'], attic: ['Sky'] } } } });

const immersion = (...args: string[]) => execFileSync(join(root, 'bin/immersion'), args, { encoding: 'utf8' }).trim();

async function console(room: Server, open: (path: string) => Promise<Page>): Promise<Page> {
  await (await room.organiser()).dispose();
  const desk = await open('/console#scenario');
  await desk.getByLabel(t('signin.passphrase')).fill(passphrases.organiser);
  await desk.getByRole('button', { name: t('signin.go') }).click();
  await desk.getByRole('region', { name: t('console.scenario') }).waitFor();
  return desk;
}

test('the organiser sees what is wrong in the files, and that it is mended', async ({ room, open }) => {
  const desk = await console(room, open);
  const part = desk.getByRole('region', { name: t('console.scenario') });
  const file = join(room.files, 'scenario.yaml');
  const sound = readFileSync(file, 'utf8');
  const before = await part.locator('.source .code').innerText();
  const rail = desk.getByRole('navigation', { name: t('console.parts') });
  await rail.getByRole('link', { name: t('console.part.setup') }).click();
  await expect(desk.getByText('Sky', { exact: true })).toBeVisible();

  writeFileSync(file, sound.replace('"title": "A small walk"', '"titel": "A small walk"'));
  await rail.getByRole('link', { name: new RegExp(`^${t('console.part.scenario')} \\d`) }).click();
  await expect(part.locator('.place').first()).toHaveText('scenario.yaml:2:3');
  await expect(part.getByRole('alert')).toContainText(/faults?/);
  await expect(part).toContainText(t('console.faults.near', { near: 'title' }));
  await accessible(desk, 'console, faults');
  await picture(desk, 'desk', 'console-faults');
  expect(await part.locator('.source .code').innerText()).toBe(before);

  writeFileSync(file, sound.replace('A small walk', 'A small new walk'));
  await expect(part.getByRole('alert')).toHaveCount(0);
  await expect(part.locator('.source')).toContainText('A small new walk');
  expect(await part.locator('.source .code').innerText()).not.toBe(before);

  const read = part.getByText(/^Read at/);
  const time = await read.innerText();
  await expect.poll(async () => { // it tells seconds, and the files may have been read in this one
    await part.getByRole('button', { name: t('console.scenario.reload') }).click();
    return read.innerText();
  }).not.toBe(time);
});

test('a pack comes over the console, and a version goes back', async ({ room, open }, info) => {
  const desk = await console(room, open);
  const part = desk.getByRole('region', { name: t('console.scenario') });
  const first = await part.locator('.source .code').innerText();
  const folder = info.outputPath('other');
  cpSync(room.files, folder, { recursive: true });
  writeFileSync(join(folder, 'scenario.yaml'), readFileSync(join(folder, 'scenario.yaml'), 'utf8').replace('A small walk', 'A packed walk'));
  const pack = info.outputPath('other.immersion');
  const version = immersion('pack', folder, '-o', pack).slice(0, 8);
  const bring = (path: string) => part.locator('input[type=file]').setInputFiles(path);

  const none = info.outputPath('none.immersion');
  writeFileSync(none, 'this is no pack');
  await bring(none);
  await expect(part.getByRole('alert')).toContainText('cannot be read as a pack');
  expect(await part.locator('.source .code').innerText()).toBe(first);

  await bring(pack);
  await expect(part.getByRole('status')).toHaveText(t('console.upload.done', { name: 'other.immersion' }));
  await expect(part.locator('.source .code')).toHaveText(version);
  await expect(part.locator('.source')).toContainText('A packed walk');
  await part.locator('summary').click();
  await expect(part.getByRole('row')).toHaveCount(3);
  await accessible(desk, 'console, versions');
  await picture(desk, 'desk', 'console-versions');

  await room.kill();
  await room.again();
  await expect(desk.getByRole('status').first()).toHaveText('');
  await expect(part.locator('.source .code')).toHaveText(version);
  await part.getByRole('button', { name: `${t('console.versions.use')}: ${first}` }).click();
  await expect(part.locator('.source .code')).toHaveText(first);
  await part.getByRole('button', { name: t('console.scenario.back') }).click();
  await expect(part.getByRole('button', { name: t('console.scenario.reload') })).toBeVisible();
});
