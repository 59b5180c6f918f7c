import { LitElement } from 'lit';

// Text that is not in the page's language, because nobody has translated it
// yet, carries its own `lang` and `dir`: it is pronounced and set rightly.

const rightToLeft = /^(ar|arc|ckb|dv|fa|he|ks|ku-Arab|nqo|ps|sd|syr|ug|ur|yi)\b/;

/** How a language is written. */
export const direction = (language: string): 'rtl' | 'ltr' => (rightToLeft.test(language) ? 'rtl' : 'ltr');

const most = 1000; // texts remembered; numbers in them make new ones for ever
const foreign = new Map<string, string>(); // text said in another language than asked for, and in which
const marked = new WeakSet<HTMLElement>();

/** Notes that a text is in a language other than the page's, "" for one that nobody named. Gives the text. */
export function inTongue(text: string, language: string): string {
  if (foreign.size >= most) foreign.clear();
  if (text.trim()) foreign.set(text.trim(), language);
  return text;
}

/** The language of all the text that stands right in an element, if it is a foreign one. */
function tongueOf(element: HTMLElement): string | undefined {
  const said = [...element.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE && n.nodeValue?.trim());
  const tongues = new Set(said.map((n) => foreign.get(n.nodeValue!.trim())));
  return tongues.size === 1 ? [...tongues][0] : undefined;
}

function mark(root: ParentNode): void {
  if (foreign.size === 0) return;
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element instanceof SVGElement || (element.lang && !marked.has(element))) continue;
    const tongue = tongueOf(element);
    if (tongue !== undefined) {
      if (tongue) element.lang = tongue;
      else element.removeAttribute('lang');
      element.dir = tongue ? direction(tongue) : 'auto';
      marked.add(element);
    } else if (marked.delete(element)) {
      element.removeAttribute('lang');
      element.removeAttribute('dir');
    }
  }
}

LitElement.addInitializer((element) => {
  element.addController({ hostUpdated: () => mark((element as LitElement).renderRoot) });
});
