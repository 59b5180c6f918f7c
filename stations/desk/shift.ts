import type { End, Message, Step, View } from './view.js';

/** How it goes with one message. Times are ms of the shift's clock, which stands still while nobody is at the desk. */
export interface Met {
  came: number;
  /** In all, with nobody attending. */
  waited: number;
  /** When the visitor first turned to it, and after how long a wait. */
  turned?: number;
  after?: number;
  step: string;
  /** Until then the customer is kept waiting for what was chosen. */
  due?: number;
  /** Steps and answers, as they were chosen. */
  log: [step: string, choice: number][];
  end?: End;
  ended?: number;
}

/** What is kept for a reload; nothing typed. */
export interface Kept { elapsed: number; open: string; met: Record<string, Met> }

/** Patience of visitors who asked for more time. */
const more = 3;
/** Longest piece of time that counts at once: a screen that slept makes nobody leave. */
const longest = 2000;
/** With nobody in the queue, the next comes after this. */
const lull = 1500;

/** Who waits how they look: the words are desk.patience.<mood>. */
export type Mood = 'calm' | 'restless' | 'leaving';

/**
 * The queue and its conversations on a clock of its own. Patience runs while
 * nobody attends to a customer: it rests for the one the visitor is with,
 * unless that one is kept waiting for an answer.
 */
export class Shift {
  elapsed: number;
  open: string;
  readonly met: Record<string, Met>;

  constructor(
    private readonly view: View, private readonly moreTime: boolean, kept: Kept | undefined,
    private readonly emit: (type: string, body: object) => void,
  ) {
    ({ elapsed: this.elapsed, open: this.open, met: this.met } = kept ?? { elapsed: 0, open: '', met: {} });
  }

  get kept(): Kept {
    return { elapsed: Math.round(this.elapsed), open: this.open, met: this.met };
  }

  message(id: string): Message {
    return this.view.messages.find((m) => m.id === id)!;
  }

  step(id: string): Step {
    return this.message(id).steps.find((s) => s.id === this.met[id]!.step)!;
  }

  /** Everybody who came, in the order of their coming. */
  get queue(): string[] {
    return Object.keys(this.met).sort((a, b) => this.met[a]!.came - this.met[b]!.came);
  }

  get waiting(): string[] {
    return this.queue.filter((id) => !this.met[id]!.end);
  }

  /** The scenario's own customer, who may not have come. */
  get own(): string {
    return this.view.messages.find((m) => m.customer)!.id;
  }

  /** Whoever else came. */
  get others(): string[] {
    return this.queue.filter((id) => id !== this.own);
  }

  /** Nobody waits, and nobody comes any more. */
  get over(): boolean {
    return this.view.messages.every((m) => this.met[m.id]?.end);
  }

  /** Lets time pass; true when something happened that is to be kept. */
  pass(ms: number): boolean {
    const step = Math.min(ms, longest);
    this.elapsed += step;
    let happened = false;
    for (const id of this.waiting) happened = this.wait(id, step) || happened;
    const coming = this.view.messages.filter((m) => !this.met[m.id]).sort((a, b) => a.at - b.at);
    if (coming[0] && !this.waiting.length) this.elapsed = Math.max(this.elapsed, coming[0].at - lull);
    for (const m of coming.filter(({ at }) => at <= this.elapsed)) {
      this.met[m.id] = { came: Math.max(m.at, 0), waited: 0, step: m.steps[0]!.id, log: [] };
      this.emit('desk.came', { message: m.id });
      happened = true;
    }
    return happened;
  }

  private wait(id: string, ms: number): boolean {
    const met = this.met[id]!;
    const answered = met.due !== undefined && met.due <= this.elapsed;
    if (answered) {
      delete met.due;
      if (this.step(id).end) this.end(id, this.step(id).end!);
    } else if (id !== this.open || met.due !== undefined) {
      met.waited = Math.min(met.waited + ms, this.patience(id));
      if (met.waited < this.patience(id)) return false;
      this.emit('desk.left', { message: id, waited: Math.round(met.waited) });
      this.end(id, 'left');
    } else return false;
    return true;
  }

  private end(id: string, end: End): void {
    const met = this.met[id]!;
    delete met.due;
    met.end = end;
    met.ended = this.elapsed;
  }

  private patience(id: string): number {
    return this.message(id).patience * (this.moreTime ? more : 1);
  }

  /** How much patience is left, 0…1. */
  left(id: string): number {
    return 1 - this.met[id]!.waited / this.patience(id);
  }

  mood(id: string): Mood {
    const left = this.left(id);
    return left > 0.5 ? 'calm' : left > 0.2 ? 'restless' : 'leaving';
  }

  /** The visitor turns to somebody, and away from whom they were with. */
  turn(id: string): void {
    const met = this.met[id]!;
    if (!met.end && this.open !== id) {
      this.emit('desk.turned', { message: id, waited: Math.round(met.waited) });
      met.turned ??= this.elapsed;
      met.after ??= met.waited;
    }
    this.open = id;
  }

  /** Chooses an answer of the step at hand; words are the visitor's own. */
  choose(id: string, choice: number, words = ''): void {
    const met = this.met[id]!;
    const chosen = this.step(id).choices![choice]!;
    this.emit('desk.chose', { message: id, step: met.step, choice, ...(words && { text: words }) });
    met.log.push([met.step, choice]);
    met.step = chosen.to;
    if (chosen.takes) met.due = this.elapsed + chosen.takes;
    else if (this.step(id).end) this.end(id, this.step(id).end!);
  }

  /** The desk closes: whoever is left was not served. */
  close(): void {
    for (const id of this.waiting) this.end(id, 'open');
    this.emit('desk.closed', {});
  }
}
