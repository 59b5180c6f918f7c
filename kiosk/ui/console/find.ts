import { badgeWords } from '../shared/badge.js';
import type { Console } from './console.js';
import type { VisitRow } from './watch.js';

/** The words that somebody may look a visitor up by: the badge's, as it is worn and as it is written here, and where they are. */
function known(page: Console, v: VisitRow, screen: string): string {
  const place = page.place(v.place);
  const at = v.place ? `${place?.number ?? ''} ${place ? page.read(place.title) : v.place} ${screen}` : page.t('console.between');
  return `${v.badge.words} ${badgeWords(v.badge, (key) => page.t(key))} ${v.badge.code} ${at}`;
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Tells of a visitor whether they are looked for: each word begins one of theirs, or, from three letters on, is in one. */
export function finder(page: Console, asked: string): (v: VisitRow, screen: string) => boolean {
  const words = plain(asked);
  if (words.length === 0) return () => true;
  return (v, screen) => {
    const theirs = plain(known(page, v, screen));
    return words.every((w) => theirs.some((own) => own.startsWith(w) || (w.length > 2 && own.includes(w))));
  };
}
