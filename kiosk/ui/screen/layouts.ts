type Layout = Record<string, string[]>;
type Module = { default: { layout: Layout } };

const from: Record<string, () => Promise<Module>> = {
  ar: () => import('simple-keyboard-layouts/build/layouts/arabic.js'),
  cs: () => import('simple-keyboard-layouts/build/layouts/czech.js'),
  de: () => import('simple-keyboard-layouts/build/layouts/german.js'),
  el: () => import('simple-keyboard-layouts/build/layouts/greek.js'),
  en: () => import('simple-keyboard-layouts/build/layouts/english.js'),
  es: () => import('simple-keyboard-layouts/build/layouts/spanish.js'),
  fa: () => import('simple-keyboard-layouts/build/layouts/farsi.js'),
  fr: () => import('simple-keyboard-layouts/build/layouts/french.js'),
  he: () => import('simple-keyboard-layouts/build/layouts/hebrew.js'),
  hi: () => import('simple-keyboard-layouts/build/layouts/hindi.js'),
  hu: () => import('simple-keyboard-layouts/build/layouts/hungarian.js'),
  it: () => import('simple-keyboard-layouts/build/layouts/italian.js'),
  nb: () => import('simple-keyboard-layouts/build/layouts/norwegian.js'),
  pl: () => import('simple-keyboard-layouts/build/layouts/polish.js'),
  pt: () => import('simple-keyboard-layouts/build/layouts/brazilian.js'),
  ru: () => import('simple-keyboard-layouts/build/layouts/russian.js'),
  sv: () => import('simple-keyboard-layouts/build/layouts/swedish.js'),
  tr: () => import('simple-keyboard-layouts/build/layouts/turkish.js'),
  uk: () => import('simple-keyboard-layouts/build/layouts/ukrainian.js'),
};

// Keys of a desk that nobody needs here; accents that wait for a letter do nothing on a screen.
const left = new Set(['{tab}', '{lock}', '.com', '^', '´', '`', '°', '~', '¨', '\\', '|']);

/** The keys of a language, as its typewriters have them; of English, where the room knows no other. */
export async function layoutOf(language: string): Promise<Layout> {
  const get = from[language.toLowerCase().split('-')[0]!] ?? from.en!;
  const { layout } = (await get().catch(() => from.en!())).default; // the room may be away
  return Object.fromEntries(['default', 'shift'].map((level) => [level, layout[level]!.map(lighten)]));
}

function lighten(row: string, n: number, rows: string[]): string {
  const keys = row.split(' ').filter((key) => !left.has(key));
  return [...keys, ...(n === rows.length - 1 ? ['{hide}'] : [])].join(' ');
}
