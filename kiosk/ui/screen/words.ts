import type { Text } from '../shared/station.js';
import { once } from './api.js';

type Dictionary = Record<string, string>;

const dictionaries = new Map<string, Dictionary>();

/** Gets a language's dictionary once; it is there without a server from then on. */
export async function learn(language: string): Promise<void> {
  if (!dictionaries.has(language)) dictionaries.set(language, await once<Dictionary>(`words/${language}`));
}

/** The words for a key in a language, else in any language known, else the key; {name} is filled from args. */
export function words(language: string, key: string, args?: Record<string, string | number>): string {
  const all = [dictionaries.get(language), ...dictionaries.values()];
  const found = all.find((d) => d?.[key] !== undefined)?.[key] ?? key;
  return args ? found.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole)) : found;
}

/** A text in a language, else in every language, else in English, else in its first. */
export function read(language: string, text: Text | undefined): string {
  if (text === undefined || typeof text === 'string') return text ?? '';
  return text[language] ?? text[''] ?? text.en ?? Object.values(text)[0] ?? '';
}
