import layout from 'lucide-static/icons/layout-list.svg?raw';
import checks from 'lucide-static/icons/clipboard-check.svg?raw';
import volume from 'lucide-static/icons/volume-2.svg?raw';
import scroll from 'lucide-static/icons/scroll-text.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import key from 'lucide-static/icons/key-round.svg?raw';
import { unwell } from './checklist.js';
import type { Console } from './console.js';
import { helpersPart } from './helpers.js';
import { logPart } from './log.js';
import { roomPart } from './room.js';
import { scenarioPart } from './scenario.js';
import { setupPart } from './setup.js';
import { soundPart } from './sound.js';

/** One part of the page, with a place of its own in the rail and an address: /console#sound. */
export interface Part {
  /** Its word is console.part.<id>. */
  id: string;
  sign: Svg;
  show: (page: Console) => unknown;
  /** How many things in it want to be looked at. */
  wants?: (page: Console) => number;
  /** For organisers, not for helpers. */
  organiser?: boolean;
}

/** The parts in the order of the rail; the first is shown unless the address names another. */
export const parts: Part[] = [
  { id: 'room', sign: layout, show: roomPart },
  { id: 'setup', sign: checks, show: setupPart, wants: (page) => (page.preparing ? unwell(page) : 0) + page.waiting.length },
  { id: 'sound', sign: volume, show: soundPart },
  { id: 'scenario', sign: scroll, show: scenarioPart, wants: (page) => page.loaded?.faults.length ?? 0, organiser: true },
  { id: 'log', sign: history, show: logPart },
  { id: 'helpers', sign: key, show: helpersPart, organiser: true },
];
