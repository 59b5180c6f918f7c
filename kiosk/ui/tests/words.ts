import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository. */
export const root = join(import.meta.dirname, '../../..');

/** The kinds of station that the small scenario walks through, in its order. */
export const kinds = ['entry', 'call', 'portal', 'invoice', 'exit'] as const;

const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, string>;

const folders = readdirSync(join(root, 'stations')).filter((kind) => existsSync(join(root, `stations/${kind}/words/en.json`)));

const pages = ['words', 'console/words', 'insights/words', 'wall/words', 'debrief/words', 'words-desk/words', 'privacy/words', 'sign-in/words', 'badges/words', 'takeaway/words']
  .map((folder) => `kiosk/ui/${folder}`);

const dictionary = (language: string): Record<string, string> => Object.assign({},
  Object.fromEntries(folders.flatMap((kind) =>
    Object.entries(read(`stations/${kind}/words/${language}.json`)).map(([key, words]) => [`${kind}.${key}`, words]))),
  ...pages.map((p) => `${p}/${language}.json`).filter((p) => existsSync(join(root, p))).map(read));

let spoken = dictionary('en');

/** From now on t() gives words of this language; a test of a German scenario speaks German, and English afterwards. */
export function speak(language: string): void {
  spoken = dictionary(language);
}

/** Words as the pages say them, in English unless speak() said otherwise; {name} is filled from args. */
export function t(key: string, args: Record<string, string | number> = {}): string {
  const found = spoken[key];
  if (found === undefined) throw new Error(`no dictionary has ${key}`);
  return found.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}

/** A dictionary entry as a pattern; what {name} stands for becomes a group of that name. */
export function pattern(key: string): RegExp {
  const literal = t(key).replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace(/\{(\w+)\}/g, '(?<$1>.+)')}$`);
}
