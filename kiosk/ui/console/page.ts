import { LitElement } from 'lit';
import { state } from 'lit/decorators.js';
import type { Text } from '../shared/station.js';
import { learn, read, words } from '../screen/words.js';

const languages = ['en', 'de'];

/** Why the server said no: its code, or "many" for too many tries, or "away" when it cannot be reached. */
export class Refused extends Error {
  /** Detail is the server's own sentence, in English. */
  constructor(readonly code: string, readonly id = '', readonly detail = '') {
    super(`${code} ${id}`);
  }
}

/** Asks the server; gives its JSON, or undefined when it has nothing to say. A file is sent as it is. Rejects with Refused. */
export async function ask<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<T> {
  const init: RequestInit = { method };
  if (body instanceof Blob) init.body = body;
  else if (body) Object.assign(init, { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  const response = await fetch(path, init).catch(() => undefined);
  if (!response) throw new Refused('away');
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  const told = (await response.json().catch(() => ({}))) as { code?: string; id?: string; detail?: string };
  throw new Refused(response.status === 429 ? 'many' : (told.code ?? 'internal'), told.id, told.detail);
}

/** A sorted copy. */
export function sorted<T>(list: Iterable<T>, by: (a: T, b: T) => number): T[] {
  const copy = [...list];
  copy.sort(by);
  return copy;
}

/** What the organiser's and the manager's pages have in common: language, light or dark, errors in words. */
export class Page extends LitElement {
  @state() protected known = false;
  protected language = 'en';
  /** For numbers and times: the browser's own, where it speaks the page's language. */
  locale = 'en-GB';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const paper = matchMedia('print');
    const dress = () => {
      document.documentElement.dataset.theme = dark.matches && !paper.matches ? 'dim' : '';
    };
    dark.addEventListener('change', dress);
    paper.addEventListener('change', dress);
    dress();
  }

  private async begin(): Promise<void> {
    this.language = languages.find((l) => navigator.language.startsWith(l)) ?? 'en';
    if (navigator.language.startsWith(this.language)) this.locale = navigator.language;
    document.documentElement.lang = this.language;
    while (!this.known) {
      await learn(this.language).then(() => { this.known = true; }, () => new Promise((done) => setTimeout(done, 1000)));
    }
    this.learnt();
  }

  /** The words are there. */
  protected learnt(): void {}

  /** Dictionary words; {name} is filled from args. */
  t(key: string, args?: Record<string, string | number>): string {
    return words(this.language, key, args);
  }

  /** A text in the page's language. */
  read(text: Text | undefined): string {
    return read(this.language, text);
  }

  /** What went wrong, in words, with the id that the log has. */
  protected sorry(error: unknown): string {
    if (!(error instanceof Refused)) throw error;
    const said = this.t(`console.problem.${error.code}`);
    return error.id && error.code === 'internal' ? `${said} (${error.id})` : said;
  }
}
