import { hold } from '../shared/hold.js';
import { newID } from '../shared/id.js';
import type { PlaceView, Revealed, ScenarioView } from '../shared/station.js';
import * as api from '../screen/api.js';
import { Clock } from '../screen/clock.js';
import { Outbox } from '../screen/outbox.js';
import { Line } from '../screen/socket.js';
import { elementFor, load } from '../screen/station.js';
import { Staying, type Ground } from '../screen/stop.js';
import type { ScreenState } from '../screen/wire.js';
import { dismantle } from '../screen/wipe.js';
import { learn } from '../screen/words.js';
import { forget, keep, recall, stayUp } from './kept.js';

/** Where the phone is: coming in, choosing what to carry, at it, handing in what waits, and done. */
export type Mode = 'joining' | 'refused' | 'choosing' | 'stop' | 'sending' | 'over';

const patience = 1500; // ms without a line before the phone says so

/** A visitor's own phone: a screen of one visit, for what of it is carried. Draws nothing; `changed` tells that it moved. */
export class Carry implements Ground {
  mode: Mode = 'joining';
  wanted: ScreenState | undefined;
  scenario: ScenarioView | undefined;
  language = document.documentElement.lang;
  offline = false;
  stop: Staying | undefined;
  element: HTMLElement | undefined;
  fault = ''; // id of what went wrong with the element
  forgotten = false; // nothing of the visit is in the phone any more
  /** Dictionary key of why the phone may not come in, and the seconds to wait. */
  problem: { key: string; wait?: number } | undefined;

  readonly opening = '';
  readonly rehearsal = false;
  private readonly clock = new Clock();
  private outbox!: Outbox;
  private line!: Line;
  private cut: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly changed: () => void) {}

  async start(): Promise<void> {
    this.language = navigator.language.split('-')[0] ?? 'en';
    this.outbox = await Outbox.open(location.pathname);
    this.line = new Line(this.outbox, this.clock, {
      state: (state) => {
        void this.told(state);
        return true;
      },
      online: (up) => this.reached(up),
      unpaired: () => void this.leave(),
      presence: () => ({ touched: Date.now(), playing: false }),
    });
    addEventListener('pagehide', () => this.farewell());
    document.addEventListener('visibilitychange', () => document.hidden && this.farewell());
    const kept = recall();
    if (kept) {
      this.line.screen = kept.screen;
      void this.told(kept);
    } else if (!(await this.join())) return;
    this.line.connect();
  }

  /** The stations that may be carried. */
  get places(): PlaceView[] {
    const carried = this.wanted?.carried?.map((c) => c.station) ?? [];
    return this.scenario?.stations.filter((p) => carried.includes(p.id)) ?? [];
  }

  /** Facts that are still on the phone. */
  get waiting(): number {
    return this.outbox?.size ?? 0;
  }

  /** Tells what happened at a station; where the visitor is, only the room's screens tell. */
  record(visit: string, station: string, type: string, body: object): string {
    const id = newID();
    if (type === 'stop.left' || type === 'stop.entered') return id;
    const doc = JSON.stringify({ id, visit, station, screen: this.line.screen, type, at: this.clock.now(), body });
    this.outbox.put({ id, visit, type, doc });
    queueMicrotask(() => this.line.flush());
    const carried = this.wanted?.carried?.find((c) => c.station === station);
    if (type === 'stop.progress' && carried) {
      carried.progress = body as Record<string, unknown>;
      keep(this.wanted!);
    }
    return id;
  }

  /** Takes up one of the stations. */
  async take(place: PlaceView): Promise<void> {
    const { wanted, scenario } = this;
    if (!wanted?.visit || !scenario || this.stop) return;
    const { id, badge, unrecorded, language, comfort } = wanted.visit;
    const view = await api.view(scenario.hash, place.id);
    await load(place.kind);
    if (this.stop || (this.mode !== 'joining' && this.mode !== 'choosing')) return;
    this.stop = new Staying({
      view, station: place, scenario, room: wanted.room, language, comfort, group: 0, turn: 0,
      progress: wanted.carried?.find((c) => c.station === place.id)?.progress,
    }, this, { id, badge, unrecorded });
    this.fault = '';
    this.element = elementFor(this.stop);
    this.element.addEventListener('failed', (e) => this.failed((e as CustomEvent).detail));
    this.go('stop');
    void stayUp().catch(() => undefined); // without a worker a reload needs the network, that is all
  }

  finished(): void {
    this.stop = undefined;
    if (this.places.length > 1) this.go('choosing');
    else void this.done();
  }

  /** The visitor is done: what waits is handed in, then the phone forgets. */
  async done(): Promise<void> {
    this.go('sending');
    while (this.outbox.size && this.mode === 'sending') {
      this.changed();
      await api.pause(0.3);
    }
    if (this.mode !== 'sending') return;
    const path = api.address('phones');
    await fetch(path, { method: 'DELETE' }).catch(() => undefined); // the visit ends it too
    await this.end();
  }

  /** Tries what failed once more. */
  again(): void {
    const { places } = this;
    this.stop?.lapse();
    this.stop = undefined;
    this.mode = 'choosing';
    if (places.length === 1) void this.take(places[0]!);
    else this.changed();
  }

  clear(): void {
    dismantle(this.element);
    this.element = undefined;
  }

  present(): void {}

  chosen(): void {}

  reveal(): Promise<Revealed | undefined> {
    return Promise.resolve(undefined);
  }

  private async join(): Promise<boolean> {
    await learn(this.language).catch(() => (this.language = 'en', learn('en'))).catch(() => undefined);
    this.changed();
    for (;;) {
      try {
        this.line.screen = (await api.ask<{ screen: string }>('phones', { code: api.phone })).screen;
        return true;
      } catch (e) {
        if (e instanceof api.Refused && e.status < 500) {
          const keys: Record<number, string> = { 404: 'phone.unknown', 409: 'phone.nothing', 429: 'phone.slow' };
          this.problem = { key: keys[e.status] ?? 'phone.failed', ...(e.status === 429 && { wait: e.wait }) };
          this.go('refused');
          return false;
        }
      }
      this.offline = true;
      this.changed();
      await api.pause(2);
    }
  }

  private async told(state: ScreenState): Promise<void> {
    if (this.mode === 'sending' || this.mode === 'over') return;
    const first = !this.wanted;
    this.wanted = state;
    hold(state.paused ?? false);
    keep(state);
    if (!first || !state.visit) return this.changed();
    this.language = state.visit.language;
    for (;;) {
      try {
        await learn(this.language, state.scenario);
        this.scenario = await api.scenario(state.scenario);
        const { places } = this;
        if (places.length === 1) await this.take(places[0]!);
        else this.go('choosing');
        return;
      } catch (e) {
        if (e instanceof api.Refused && e.status < 500) return this.failed(e);
      }
      await api.pause(2);
    }
  }

  /** The room does not know this phone any more: the visit is over. What it still holds is handed in. */
  private async leave(): Promise<void> {
    if (this.mode === 'over') return;
    this.stop?.keep();
    this.stop?.lapse();
    this.stop = undefined;
    this.mode = 'over';
    this.changed();
    while (this.outbox.size) {
      const status = await this.line.farewell();
      if (status === 401 || status === 403) break; // it never will be
      if (this.outbox.size) await api.pause(2);
    }
    await this.end();
  }

  private async end(): Promise<void> {
    this.line.end();
    await this.outbox.destroy();
    this.wanted = undefined;
    await forget();
    this.forgotten = true;
    this.go('over');
  }

  private failed(error: unknown): void {
    this.clear();
    this.fault = newID().slice(-8);
    reportError(new Error(`fault ${this.fault}`, { cause: error }));
    this.changed();
  }

  private reached(up: boolean): void {
    clearTimeout(this.cut);
    this.cut = undefined;
    if (up) this.offline = false;
    else this.cut = setTimeout(() => this.missed(), patience);
    this.changed();
  }

  private missed(): void {
    this.offline = true;
    this.changed();
  }

  private farewell(): void {
    this.stop?.keep();
    void this.line.farewell();
  }

  private go(mode: Mode): void {
    this.mode = mode;
    this.changed();
  }
}
