import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kinds, root } from './words.js';

/** What a test may change of the room. */
export interface Settings { k: number; idle: { ask: number; wipe: number }; more?: object }

export const customer = { name: 'Ada Wells', short: 'Ada' };

/** The one assumption of the small scenario, and the words at its ends. */
export const assumption = { id: 'ease', ask: 'How easy is it for Ada to get it put right?', low: 'a fight', high: 'effortless' };

/** The small scenario's stations by id, which is also their kind; the numeral is the place in the list. */
export const titles: Record<string, string> = {
  entry: 'Welcome', call: 'The call', portal: 'The portal', invoice: 'The invoice', exit: 'The map',
};

/**
 * Makes a small scenario out of every kind's own example, and a room file.
 * Written as JSON, which is YAML too.
 */
export function writeScenario(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const kind of kinds) cpSync(join(root, `stations/${kind}/example.yaml`), join(folder, `${kind}.yaml`));
  for (const file of ['call.mp3', 'call.vtt']) cpSync(join(root, 'stations/call/testdata', file), join(folder, file));
  const scenario = {
    title: 'A small walk',
    languages: ['en', 'de'],
    customer: {
      ...customer,
      about: 'Ada has moved house and works nights.',
      goal: 'To have it settled before her next shift.',
      story: 'Ada moved on Saturday. The boxes are not unpacked, and the first invoice is here already.',
      heavy: 'Worry about money.',
    },
    assumptions: [assumption],
    stations: kinds.map((id) => ({ id, kind: id, title: titles[id], minutes: 1, with: `${id}.yaml` })),
  };
  writeFileSync(join(folder, 'scenario.yaml'), JSON.stringify(scenario, null, 2));
  return folder;
}

export function writeRoom(file: string, { k, idle, more }: Settings): string {
  const departments = [{ id: 'service', name: 'Customer service' }, { id: 'it', name: 'IT' }];
  writeFileSync(file, JSON.stringify({ name: 'Test room', languages: ['en', 'de'], departments, pairing: 'code', idle, k, ...more }, null, 2));
  return file;
}
