import * as api from './api.js';
import type { Problem } from './who.js';
import type { VisitView } from './wire.js';

/** Who asks to come in: a code typed or scanned, or the visit whose badge was tapped. */
export interface Asking { code?: string; visit?: string }

/** Looks visitors up at the server; while it is away, again and again. */
export class Door {
  checking = false;
  problem: Problem | undefined;

  /** open tells whether anybody still waits for the answer; changed, that there is something new to show. */
  constructor(private readonly open: () => boolean, private readonly changed: () => void) {}

  /** Finds the visit; undefined when it is not to be, and problem says why. */
  async find(who: Asking): Promise<VisitView | undefined> {
    if (this.checking || this.problem?.wait) return undefined;
    this.checking = true;
    this.problem = undefined;
    this.changed();
    const visit = await this.ask(who);
    this.checking = false;
    this.changed();
    return visit;
  }

  reset(): void {
    this.checking = false;
    if (!this.problem?.wait) this.problem = undefined; // who comes next waits too
  }

  private async ask(who: Asking): Promise<VisitView | undefined> {
    while (this.open()) {
      try {
        return await api.ask<VisitView>('checkin', who);
      } catch (e) {
        if (e instanceof api.Refused && e.status < 500) return this.refused(e, who);
        this.problem = { key: e instanceof api.Refused ? 'shell.who.failed' : 'shell.who.away' };
        this.changed();
      }
      await api.pause(2);
    }
    return undefined;
  }

  private refused(e: api.Refused, who: Asking): undefined {
    const keys: Record<number, string> = { 403: 'shell.who.words', 404: who.visit ? 'shell.who.gone' : 'shell.who.unknown' };
    if (e.status !== 429) this.problem = { key: keys[e.status] ?? 'shell.who.failed' };
    else this.block(e.wait);
    return undefined;
  }

  /** Five codes were wrong: nothing is looked up for a while, and the seconds are told. */
  private block(seconds: number): void {
    const until = Date.now() + seconds * 1000;
    const tell = () => {
      const wait = Math.ceil((until - Date.now()) / 1000);
      this.problem = wait > 0 ? { key: 'shell.who.slow', wait } : undefined;
      if (wait > 0) setTimeout(tell, 1000);
      this.changed();
    };
    tell();
  }
}
