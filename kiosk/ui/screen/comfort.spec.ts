import { expect, test } from '@playwright/test';
import { inkOn } from './comfort.js';

for (const [colour, ink] of [
  ['#000000', '#ffffff'], ['#2f5d50', '#ffffff'], ['#c2483d', '#ffffff'],
  ['#ffffff', '#1d1b16'], ['#e2a03f', '#1d1b16'], ['#8fbf9f', '#1d1b16'],
] as const) {
  test(`on ${colour} one writes with ${ink}`, () => expect(inkOn(colour)).toBe(ink));
}
