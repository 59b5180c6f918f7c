import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function colours(selector: string): Record<string, string> {
  const from = sheet.indexOf(`${selector} {`);
  expect(from, selector).toBeGreaterThanOrEqual(0);
  const block = sheet.slice(from, sheet.indexOf('}', from));
  return Object.fromEntries([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map((m) => [m[1]!, m[2]!]));
}

function light(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [more, less] = [light(a), light(b)].sort((x, y) => y - x);
  return (more! + 0.05) / (less! + 0.05);
}

const least = { ink: 7, 'ink-soft': 7, good: 6, bad: 6, focus: 6, edge: 3 };

for (const theme of [':root', ":root[data-theme='dim']", ":root[data-contrast='high']", ":root[data-contrast='high'][data-theme='dim']"]) {
  for (const [name, want] of Object.entries(least)) {
    test(`${theme}: ${name} can be read`, () => {
      const all = colours(theme);
      for (const ground of ['paper', 'card', 'shade']) {
        expect(contrast(all[name]!, all[ground]!), `${name} on ${ground}`).toBeGreaterThanOrEqual(want);
      }
    });
  }
}
