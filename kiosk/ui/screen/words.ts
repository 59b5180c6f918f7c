import type { Text } from '../shared/station.js';
import { direction, inTongue } from '../shared/tongue.js';
import type { Dictionary } from '../shared/wire.gen.js';
import { once } from './api.js';

interface Learnt { words: Record<string, string>; english: Set<string> }

const dictionaries = new Map<string, Learnt>(); // by language and scenario
let scenario = ''; // whose words are said

const at = (language: string, hash: string) => `${language} ${hash}`;

/** Gets a language's dictionary once, as a version of a scenario says it; it is there without a server from then on. */
export async function learn(language: string, hash = ''): Promise<void> {
  if (dictionaries.has(at(language, hash))) return;
  const { words, english } = await once<Dictionary>(`words/${language}${hash && `?scenario=${hash}`}`);
  dictionaries.set(at(language, hash), { words, english: new Set(english) });
}

/** Says words as this version of a scenario does, from now on. */
export function about(hash: string): void {
  scenario = hash;
}

/** The words for a key in a language, else in any language known, else the key; {name} is filled from args. */
export function words(language: string, key: string, args?: Record<string, string | number>): string {
  const best = dictionaries.get(at(language, scenario)) ?? dictionaries.get(at(language, ''));
  const [tongue, found] = best?.words[key] === undefined ? elsewhere(key) : [best.english.has(key) ? 'en' : language, best.words[key]];
  const said = args ? found.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole)) : found;
  return tongue === language ? said : inTongue(said, tongue);
}

function elsewhere(key: string): [string, string] {
  for (const [name, d] of dictionaries) {
    if (d.words[key] !== undefined) return [d.english.has(key) ? 'en' : name.split(' ')[0]!, d.words[key]];
  }
  return ['en', key];
}

/** A text in a language, else in every language, else in English, else in its first. */
export function read(language: string, text: Text | undefined): string {
  if (text === undefined) return '';
  const by: Record<string, string> = typeof text === 'string' ? { '': text } : text;
  const tongue = [language, '', 'en', ...Object.keys(by)].find((l) => by[l] !== undefined);
  if (tongue === undefined) return '';
  const said = by[tongue]!;
  // One text for every language runs as its own letters do.
  return tongue === language || (tongue === '' && direction(language) === 'ltr') ? said : inTongue(said, tongue);
}
