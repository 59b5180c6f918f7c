import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kinds, root } from './words.js';

/** What a test may change of the room. */
export interface Settings {
  k: number; idle: { ask: number; wipe: number };
  /** More keys of the room file. */
  more?: object;
  /** Lines of the kinds' examples to change, by kind. */
  edits?: Record<string, [from: string, to: string][]>;
  /** Kinds whose examples are added behind the others, as stations of that name. */
  also?: string[];
  /** Files to put beside them, by name. */
  files?: Record<string, string>;
}

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
export function writeScenario(folder: string, { edits = {}, also = [], files = {} }: Partial<Settings> = {}): string {
  mkdirSync(folder, { recursive: true });
  for (const kind of [...kinds, ...also]) cpSync(join(root, `stations/${kind}/example.yaml`), join(folder, `${kind}.yaml`));
  for (const file of ['call.mp3', 'call.vtt']) cpSync(join(root, 'stations/call/testdata', file), join(folder, file));
  for (const [kind, changes] of Object.entries(edits)) edit(join(folder, `${kind}.yaml`), changes);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
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
    stations: [...kinds, ...also].map((id) => ({ id, kind: id, title: titles[id] ?? id, minutes: 1, with: `${id}.yaml` })),
  };
  writeFileSync(join(folder, 'scenario.yaml'), JSON.stringify(scenario, null, 2));
  return folder;
}

function edit(file: string, changes: [string, string][]): void {
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(file, text);
}

export function writeRoom(file: string, { k, idle, more }: Settings): string {
  const departments = [{ id: 'service', name: 'Customer service' }, { id: 'it', name: 'IT' }];
  writeFileSync(file, JSON.stringify({ name: 'Test room', languages: ['en', 'de'], departments, pairing: 'code', idle, k, ...more }, null, 2));
  return file;
}
