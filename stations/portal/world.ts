import type { Text } from '../../kiosk/ui/shared/station.js';
import type { Clause } from './condition.js';
import type { Values } from './memory.js';
import type { Datum, Document, Form, Link, Reply } from './view.js';

/** What the pieces of a page need of the portal around them. */
export interface World {
  readonly card: Datum[];
  readonly language: string;
  /** The customer's files, made up. */
  readonly documents: Document[];
  /** Whether a condition holds. */
  has(when: Clause | undefined): boolean;
  /** The code that a message brought last, while it is valid. */
  code(message: string): string | undefined;
  /** Lets one choose among the customer's files; undefined for none. */
  pick(): Promise<Document | undefined>;
  /** What a form that keeps it had in it, and keeps it. */
  draft(form: string): Values | undefined;
  keep(form: string, values: Values): void;
  t(key: string, args?: Record<string, string | number>): string;
  read(text: Text | undefined): string;
  file(name: string): string;
  /** A link was clicked: wait, then go there or say its error. */
  follow(link: Link): void;
  /** A chat's reply was chosen. */
  reply(reply: Reply): void;
  /** Shows the spinner for so long; resolves false if the page was left meanwhile. */
  wait(ms: number | undefined): Promise<boolean>;
  changed(form: string, field: string): void;
  /** A form was sent; failed are rule ids. The values stay in the screen. */
  submitted(form: Form, ok: boolean, failed: string[], values: Values): void;
}

/** Paragraphs parted by an empty line; lines that begin with "- " are a list. */
export function paragraphs(text: string): { list: boolean; lines: string[] }[] {
  return text.split(/\n\s*\n/).map((part) => part.trim().split('\n')).filter((lines) => lines[0] !== '')
    .map((lines) => lines.every((l) => l.startsWith('- '))
      ? { list: true, lines: lines.map((l) => l.slice(2)) }
      : { list: false, lines });
}
