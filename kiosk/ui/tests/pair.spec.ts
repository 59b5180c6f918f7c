import { accessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { passphrases } from './server.js';
import { t } from './words.js';

// The screen asks until it is taken: "authorization_pending" has the status 400. Where there is no station it is told so by 404.
test.use({ forgiven: /(status of|response:) 40[04]/ });

test('a screen from elsewhere shows a code and is taken by the organiser', async ({ room, open }) => {
  const screen = await open('/s/call', { extraHTTPHeaders: { 'X-Forwarded-For': '192.0.2.7' } });
  await screen.getByRole('heading', { name: t('shell.pair') }).waitFor();
  const code = await screen.getByText(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/).innerText();
  await accessible(screen, 'pairing');

  await (await room.organiser()).dispose();
  const desk = await open('/console#setup');
  await desk.getByLabel(t('signin.passphrase')).fill(passphrases.organiser);
  await desk.getByRole('button', { name: t('signin.go') }).click();
  await desk.getByRole('group', { name: new RegExp(code) }).waitFor(); // one tap would do, too
  await desk.getByLabel(t('console.pair.code')).fill(code.replace('-', '').toLowerCase());
  await accessible(desk, 'console, a screen waits');
  await desk.locator('form').getByRole('button', { name: t('console.pair'), exact: true }).click();
  await screen.getByRole('button', { name: t('shell.begin') }).waitFor();
  await desk.getByRole('link', { name: t('console.part.room'), exact: true }).click();
  await expect(desk.getByRole('row', { name: /^1 / })).toContainText(t('console.state.ready'));
});

test('an address without a station says so, and does not blame the network', async ({ open }) => {
  const screen = await open('/s/nowhere');
  await screen.getByText(t('shell.pair.nowhere', { station: 'nowhere' })).waitFor();
  await accessible(screen, 'an address without a station');
});
