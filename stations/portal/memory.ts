import { compares, counts, holds, key, tests, type Clause, type Test } from './condition.js';
import type { Form, Message, View } from './view.js';

/** A message on its way, or come. */
export interface Posted { id: string; at: number; code?: string }

/** What a reload finds again: counts, what tests came to, the post. Nothing that was typed. */
export interface Remembered {
  views: Record<string, number>; sent: Record<string, number>; tries: Record<string, number>;
  held: Record<string, boolean>; post: Posted[];
}

export type Values = Record<string, string>;

const mostPost = 24; // messages kept; the oldest go first

/** What the portal remembers from page to page. It tells `changed` when anything did. */
export class Memory {
  private readonly kept: Remembered;
  private readonly tests: Test[];
  private readonly taken = new Map<string, Values>(); // by form
  private readonly drafts = new Map<string, Values>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly view: View, kept: Remembered | undefined, private readonly lasting: number, private readonly changed: () => void) {
    this.kept = kept ?? { views: {}, sent: {}, tries: {}, held: {}, post: [] };
    const conditions: Clause[] = [];
    JSON.stringify(view, (name, value: unknown) => {
      if (name === 'when' && value) conditions.push(value as Clause);
      return value;
    });
    this.tests = conditions.flatMap(tests).filter((t) => t.what === 'field');
    this.expect();
  }

  /** For stop.progress. */
  get remembered(): Remembered {
    return this.kept;
  }

  /** The messages that have come, the newest first. */
  get post(): (Posted & { message: Message })[] {
    return this.kept.post.filter((p) => p.at <= Date.now()).sort((a, b) => b.at - a.at).flatMap((p) => {
      const message = this.view.messages?.find((m) => m.id === p.id);
      return message ? [{ ...p, message }] : [];
    });
  }

  holds(c: Clause | null | undefined): boolean {
    return holds(c, (t) => t.what === 'field' ? this.kept.held[key(t)] ?? compares(t, '') : counts(t, this.kept[t.what][t.name] ?? 0));
  }

  viewed(page: string): void {
    add(this.kept.views, page);
  }

  /** The portal took a form; what its fields hold answers the tests from now on. */
  took(form: Form, values: Values): void {
    add(this.kept.sent, form.id);
    delete this.kept.tries[form.id];
    for (const t of this.tests) {
      const [id, field = ''] = t.name.split('.');
      if (id === form.id) this.kept.held[key(t)] = compares(t, values[field] ?? '');
    }
    const shown = Object.fromEntries((form.fields ?? []).map((f) => [f.id, values[f.id] ?? '']));
    this.taken.set(form.id, shown);
  }

  /** A form was sent in vain; gives the page that locks it, if that is enough now. */
  refused(form: Form): string | undefined {
    add(this.kept.tries, form.id);
    if (!form.locks || (this.kept.tries[form.id] ?? 0) < form.locks.after) return undefined;
    delete this.kept.tries[form.id];
    return form.locks.to;
  }

  /** What was filled in and not sent, for forms that keep it. */
  draft(form: string): Values | undefined {
    return this.drafts.get(form) ?? this.taken.get(form);
  }

  keep(form: string, values: Values): void {
    this.drafts.set(form, values);
  }

  /** What was not sent is gone, as after signing out. */
  forget(): void {
    this.drafts.clear();
  }

  /** What stands for a field in a text, "{form.field}", becomes what was taken there. */
  fill(text: string, name: (form: string, field: string, value: string) => string): string {
    return text.replace(/\{([a-z0-9-]+)\.([a-z0-9-]+)\}/g, (_, form: string, field: string) => {
      const value = this.taken.get(form)?.[field];
      return value ? name(form, field, value) : '–';
    });
  }

  /** Sends a message off. */
  send(id: string | undefined): void {
    const message = this.view.messages?.find((m) => m.id === id);
    if (!message) return;
    const code = Array.from(crypto.getRandomValues(new Uint8Array(message.digits ?? 6)), (n) => n % 10).join('');
    this.kept.post = [...this.kept.post, { id: message.id, at: Date.now() + (message.after ?? 0), code }].slice(-mostPost);
    this.expect();
    this.changed();
  }

  /** The code that a message brought last, while it is valid. */
  code(id: string): string | undefined {
    const last = this.kept.post.filter((p) => p.id === id).at(-1); // one on its way ends the one before
    const lasts = (this.view.messages?.find((m) => m.id === id)?.lasts ?? 0) * this.lasting;
    return last && last.at <= Date.now() && (!lasts || Date.now() <= last.at + lasts) ? last.code : undefined;
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Wakes up when the next message is due. */
  private expect(): void {
    clearTimeout(this.timer);
    const next = Math.min(...this.kept.post.map((p) => p.at).filter((at) => at > Date.now()));
    if (next === Infinity) return;
    this.timer = setTimeout(() => {
      this.expect();
      this.changed();
    }, next - Date.now() + 5);
  }
}

function add(counts: Record<string, number>, name: string): void {
  counts[name] = Math.min(999, (counts[name] ?? 0) + 1);
}
