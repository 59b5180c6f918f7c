import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository. */
export const root = join(import.meta.dirname, '../../..');

/** The kinds of station that the small scenario walks through, in its order. */
export const kinds = ['entry', 'call', 'portal', 'invoice', 'exit'] as const;

const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, string>;

const own = Object.fromEntries([...kinds, 'observe'].flatMap((kind) =>
  Object.entries(read(`stations/${kind}/words/en.json`)).map(([key, words]) => [`${kind}.${key}`, words])));

const pages = ['words', 'console/words', 'insights/words', 'sign-in/words', 'badges/words', 'takeaway/words', 'phone/words'].map((folder) => `kiosk/ui/${folder}/en.json`);

const dictionary: Record<string, string> = Object.assign({}, own, ...pages.filter((p) => existsSync(join(root, p))).map(read));

/** English words as the pages say them; {name} is filled from args. */
export function t(key: string, args: Record<string, string | number> = {}): string {
  const found = dictionary[key];
  if (found === undefined) throw new Error(`no dictionary has ${key}`);
  return found.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}

/** A dictionary entry as a pattern; what {name} stands for becomes a group of that name. */
export function pattern(key: string): RegExp {
  const literal = t(key).replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace(/\{(\w+)\}/g, '(?<$1>.+)')}$`);
}
