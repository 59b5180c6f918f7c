import { defineConfig } from '@playwright/test';

// The pages in a real browser against the real program: `make build` first.
export default defineConfig({
  testMatch: ['kiosk/ui/**/*.spec.ts', 'stations/**/*.spec.ts'],
  outputDir: 'test-results/runs', // screenshots for people lie beside it, in test-results/looks
  fullyParallel: true,
  workers: 3, // much of a test waits
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  timeout: 120_000, // for two busy cores
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    contextOptions: { reducedMotion: 'reduce' }, // what moves costs a third of all time here; keys.spec lets it move
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: '/usr/bin/chromium-headless-shell', // Debian's, without the browser's own window: that took eight times what a page takes
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
