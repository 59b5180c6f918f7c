import { newID } from '../shared/id.js';
import type { Answer, Revealed } from '../shared/station.js';
import { Staying, type Ground, type Setting, type Visitor } from '../screen/stop.js';
import { dismantle } from '../screen/wipe.js';

/** A stop that nobody makes: what it asks of the room has no answer. */
export class Shown extends Staying {
  override readonly ask = <T>(): Promise<Answer<T>> => Promise.resolve({ ok: false, status: 0, wait: 0 });
  override readonly wear = (): Promise<boolean> => Promise.resolve(false);
}

/** The screen of a preview: it has no line to the room, and its outbox goes nowhere. */
export class Nowhere implements Ground {
  readonly opening = '';
  readonly rehearsal = true;
  /** Types of the facts that a room would have got. */
  readonly kept: string[] = [];
  stop: Shown | undefined;
  element: HTMLElement | undefined;
  over = false;

  constructor(private readonly answers: unknown, private readonly changed: () => void) {}

  begin(setting: Setting, visitor?: Visitor): Shown {
    this.stop = new Shown(setting, this, visitor);
    return this.stop;
  }

  record(_visit: string, _station: string, type: string): string {
    this.kept.push(type);
    return newID();
  }

  present(): void {}

  reveal(): Promise<Revealed | undefined> {
    return Promise.resolve(this.answers === undefined ? undefined : { answers: this.answers, shares: [] });
  }

  clear(): void {
    dismantle(this.element);
    this.element = undefined;
  }

  chosen(): void {
    this.changed();
  }

  finished(): void {
    this.over = true;
    this.changed();
  }
}

