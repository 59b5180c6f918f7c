import { newID } from '../shared/id.js';
import type { Badge, Comfort, MapView, PlaceView, Revealed, ScenarioView } from '../shared/station.js';
import * as api from './api.js';
import { Clock } from './clock.js';
import { patience, plain } from './comfort.js';
import { Door, type Asking } from './door.js';
import { Idle } from './idle.js';
import { admits, Orders, stands } from './orders.js';
import { Outbox } from './outbox.js';
import { pair } from './pair.js';
import { Scanner } from './scan.js';
import { Line } from './socket.js';
import { reveal } from './reveal.js';
import { elementFor, load } from './station.js';
import { Staying, type Ground, type Visitor } from './stop.js';
import { self } from './told.js';
import type { ScreenState, VisitView } from './wire.js';
import { dismantle, wipe } from './wipe.js';
import { learn } from './words.js';

/** Where the screen is in its round. */
export type Mode = 'waking' | 'pairing' | 'attract' | 'who' | 'entering' | 'stop' | 'next' | 'moved';

/** Who just left, and how the way on is told to them. */
export interface Gone { visit: string; badge: Badge; scenario: ScenarioView; over: boolean; ending?: boolean }

const rest = 30; // s without a touch, then a question that no visit hangs on is dropped
const offlineAfter = 1500; // ms without a line before the screen says so
const lostAfter = 2000; // ms that the server may show the visit elsewhere before it is believed
const screenKey = `immersion ${location.pathname}`;

/** The screen's round: attract → who is here → stop → where next → attract. Draws nothing; `changed` tells that it moved. */
export class Course implements Ground {
  mode: Mode = 'waking';
  wanted: ScreenState | undefined;
  /** The scenario new visits get here, and the station's place in it. */
  scenario: ScenarioView | undefined;
  place: PlaceView | undefined;
  language = document.documentElement.lang;
  comfort: Comfort = plain;
  code = ''; // that an organiser takes this screen by
  nowhere = false; // there is no code, for the room has no such station
  offline = false;
  stop: Staying | undefined;
  element: HTMLElement | undefined;
  fault = ''; // id of what went wrong with the element
  gone: Gone | undefined;
  ended = false; // the visit that was here is over, with its opening
  parted = ''; // what an organiser did, while the screen tells of it: "released", "closed" or "merged"
  left: number | undefined; // seconds of the countdown

  readonly clock = new Clock();
  readonly door = new Door(() => this.mode === 'who', () => this.changed());
  private readonly idle = new Idle((left) => this.counted(left));
  private outbox!: Outbox;
  private line!: Line;
  private readonly orders = new Orders();
  private reloading = false;
  private began = ''; // the opening in which the stop began
  private departed = ''; // visit that has left, until the server knows
  private used = ''; // code of the last badge given out here
  private paper = ''; // code of a badge on paper, scanned at an entry
  private cut: ReturnType<typeof setTimeout> | undefined;
  private missing: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly changed: () => void) {}

  async start(): Promise<void> {
    this.outbox = await Outbox.open(location.pathname);
    this.line = new Line(this.outbox, this.clock, {
      state: (state) => this.ordered(state),
      online: (up) => this.reached(up),
      unpaired: () => this.join(),
      presence: () => ({ touched: Date.now() - this.idle.touched, playing: this.idle.playing, ...self() }),
    });
    void new Scanner((code) => this.scanned(code));
    addEventListener('pagehide', () => this.farewell());
    document.addEventListener('visibilitychange', () => document.hidden && this.farewell());
    this.line.screen = localStorage.getItem(screenKey) ?? '';
    if (this.line.screen) this.line.connect();
    else await this.join();
  }

  get opening(): string {
    return this.wanted?.opening ?? '';
  }

  get rehearsal(): boolean {
    return this.wanted?.rehearsal ?? false;
  }

  /** Nobody new is let in here now. */
  get shut(): boolean {
    return this.place?.role === 'opens' && !admits(this.wanted);
  }

  get away(): boolean {
    const { offer } = this.wanted ?? {};
    if (this.place?.role === 'opens') return !offer || offer.code === this.used;
    return this.offline;
  }

  record(visit: string, station: string, type: string, body: object): string {
    const id = newID();
    const doc = JSON.stringify({ id, visit, station, screen: this.line.screen, type, at: this.clock.now(), body });
    this.outbox.put({ id, visit, type, doc });
    queueMicrotask(() => this.line.flush());
    return id;
  }

  /** Somebody touched the resting screen. */
  begin(): void {
    if (this.mode !== 'attract' || this.away || this.shut || stands(this.wanted)) return;
    if (this.place?.role === 'opens') return void this.enter();
    this.go('who');
    this.idle.watch(rest, 0);
  }

  /** Somebody asks to come in. */
  async checkIn(who: Asking): Promise<void> {
    const visit = await this.door.find(who);
    if (!visit || this.mode !== 'who') return;
    this.departed = '';
    this.record(visit.id, this.place!.id, 'stop.entered', {});
    this.go('entering');
    setTimeout(() => this.giveUp(visit.id), 10_000);
  }

  /** A badge was held before the scanner. At an entry it is one from paper, to be worn; elsewhere somebody comes in. */
  scanned(code: string): void {
    if (this.shut || stands(this.wanted)) return;
    if (this.place?.role === 'opens') {
      if (this.mode === 'attract') this.begin();
      this.paper = code;
      if (this.stop) void this.wear(this.stop);
      return;
    }
    if (this.mode === 'next' || this.mode === 'moved') this.forget();
    if (this.mode === 'attract') this.begin();
    if (this.mode === 'who') void this.checkIn({ code });
  }

  /** The visitor wants no more stations: the exit is next. */
  conclude(): void {
    if (this.stop?.visitor) {
      this.stop.emit('visit.ending', {});
      this.stop.finish('skipped');
    } else if (this.gone && this.place) {
      this.record(this.gone.visit, this.place.id, 'visit.ending', {});
      this.gone.ending = true;
      this.idle.touch();
      this.changed();
    }
  }

  reveal(visit: string, station: string): Promise<Revealed | undefined> {
    return reveal(visit, station, () => this.outbox.holds(visit, 'stop.left'));
  }

  finished(over: boolean): void {
    const { stop } = this;
    const visitor = stop?.visitor;
    if (!visitor) return this.forget();
    this.departed = visitor.id;
    this.sendOn(stop, visitor, over);
  }

  private sendOn(stop: Staying, visitor: Visitor, over: boolean): void {
    this.take();
    this.gone = { visit: visitor.id, badge: visitor.badge, scenario: stop.scenario, over };
    this.go('next');
    this.idle.watch(rest * patience(this.comfort), 0);
  }

  /** At the entry: a badge, a language or a comfort was chosen. */
  chosen(): void {
    const { stop } = this;
    if (!stop) return;
    if (stop.visitor && stop.offer) this.used = stop.offer.code;
    this.comfort = stop.comfort;
    this.language = stop.language;
    this.changed();
    learn(stop.language, stop.scenario.hash).then(() => {
      this.changed();
      (this.element as { requestUpdate?(): void } | undefined)?.requestUpdate?.();
    }, () => undefined);
  }

  present(): void {
    this.idle.present();
  }

  /** The visitor says that they are still here. */
  stay(): void {
    this.idle.touch();
  }

  /** Nothing of the visitor stays here but what is on its way to the server. */
  forget(): void {
    this.take();
    wipe();
    this.outbox?.forget();
    this.gone = undefined;
    this.parted = '';
    this.door.reset();
    this.paper = '';
    this.comfort = this.wanted?.room.comfort ?? plain;
    this.language = this.wanted?.room.languages[0] ?? this.language;
    this.go(this.wanted ? 'attract' : 'waking');
  }

  speak(language: string): void {
    this.language = language;
    this.idle.watch(rest, 0);
    this.changed();
  }

  /** Tries what failed once more: a stop goes on from what it last kept. */
  again(): void {
    this.fault = '';
    if (this.stop) this.show(this.stop);
    else void this.enter(this.wanted?.visit);
  }

  clear(): void {
    dismantle(this.element);
    this.element = undefined;
  }

  /** The element cannot go on; its visitor can. */
  failed(error: unknown): void {
    this.clear();
    this.fault = newID().slice(-8);
    reportError(new Error(`fault ${this.fault}`, { cause: error }));
    this.changed();
  }

  private async join(): Promise<void> {
    this.forget();
    localStorage.removeItem(screenKey);
    this.wanted = undefined;
    await learn(this.language).catch(() => undefined);
    this.line.screen = await pair((code, nowhere = false) => {
      [this.code, this.nowhere] = [code, nowhere];
      this.go('pairing');
    });
    localStorage.setItem(screenKey, this.line.screen);
    this.go('waking');
    this.line.connect();
  }

  private reached(up: boolean): void {
    if (up) {
      if (this.cut === undefined) return;
      clearTimeout(this.cut);
      this.cut = undefined;
      this.offline = false;
    } else {
      this.cut ??= setTimeout(() => {
        this.offline = true;
        this.changed();
      }, offlineAfter);
    }
    this.changed();
  }

  /** Does at once what an organiser orders, then what is to be shown. */
  private ordered(state: ScreenState): boolean {
    if (this.reloading) return false;
    this.reloading = !this.orders.follow(state);
    this.idle.hold(stands(state));
    if (this.reloading) void this.reload();
    else void this.told(state);
    return !this.reloading;
  }

  /** Loads the page anew; what happened is kept, and the stop goes on where it was. */
  private async reload(): Promise<void> {
    this.clear();
    this.stop?.keep();
    this.line.flush();
    for (let tries = 0; this.outbox.size && tries < 30; tries++) await api.pause(0.1);
    await this.outbox.kept();
    location.reload();
  }

  private async told(state: ScreenState): Promise<void> {
    const greeting = this.wanted?.room.languages[0] ?? this.language;
    const first = !this.wanted || (this.mode === 'attract' && this.language === greeting);
    this.wanted = state;
    if (first || !state.room.languages.includes(this.language)) this.language = state.room.languages[0] ?? this.language;
    if (state.visit?.id !== this.departed && !this.outbox.holds(this.departed, 'stop.left', 'visit.finished')) this.departed = '';
    await this.prepare(state);
    if (this.wanted === state) this.follow(state);
  }

  /** Gets what the next visitor needs, so that no network is needed for it then. */
  private async prepare(state: ScreenState): Promise<void> {
    const known = Promise.all(state.room.languages.map((l) => learn(l, state.scenario)));
    for (;;) {
      try {
        await known;
        this.scenario = await api.scenario(state.scenario);
        break;
      } catch {
        await api.pause(2);
        if (this.wanted !== state) return;
      }
    }
    this.place = this.scenario.stations.find((p) => p.id === state.station);
    if (this.place) void this.bring(this.scenario, this.place).catch(() => undefined);
  }

  private bring(scenario: ScenarioView, place: PlaceView): Promise<[unknown, void]> {
    return Promise.all([api.view(scenario.hash, place.id), load(place.kind)]);
  }

  /** Does what the server wants shown, as far as the visitor at hand allows. */
  private follow(state: ScreenState): void {
    this.stop?.turned(state.rotation?.turn ?? 0);
    if (this.stop && !this.stop.visitor && this.shut) this.forget();
    if (this.stop) return this.watchOver(this.stop, state);
    const left = state.visit && (state.visit.id === this.departed || this.outbox.holds(state.visit.id, 'stop.left', 'visit.finished'));
    if (state.visit && !left) void this.enter(state.visit);
    else if (this.mode === 'waking' || this.mode === 'pairing') this.go('attract');
    else this.changed();
  }

  /** The server shows the visit at another screen, or over: once that is certain, this screen lets go. */
  private watchOver(stop: Staying, state: ScreenState): void {
    const id = stop.visitor?.id;
    const here = !id || stop.left || state.visit?.id === id || this.outbox.holds(id, 'visit.opened', 'stop.entered');
    clearTimeout(this.missing);
    if (!here && state.leaving?.as && state.leaving.visit === id) return this.takeAway(stop, stop.visitor!, state.leaving.as);
    if (!here) this.missing = setTimeout(() => this.stop === stop && this.lose(stop), lostAfter);
    this.changed();
  }

  /** An organiser took the visitor from here. Undone, the server shows them here again, and the stop goes on. */
  private takeAway(stop: Staying, visitor: Visitor, as: string): void {
    stop.dismiss();
    if (as === 'advanced' || as === 'returned') return this.sendOn(stop, visitor, false);
    this.parted = as;
    this.letGo();
  }

  private lose(stop: Staying): void {
    this.ended = this.began !== this.opening;
    stop.lapse();
    this.parted = '';
    this.letGo();
  }

  private letGo(): void {
    this.take();
    this.go('moved');
    setTimeout(() => this.mode === 'moved' && this.forget(), 8000);
  }

  /** Begins the stop: of the visitor the server shows here, or at an entry of somebody new. */
  private async enter(visit?: VisitView): Promise<void> {
    this.go('entering');
    const { wanted } = this;
    const hash = visit?.scenario ?? wanted!.scenario;
    for (;;) {
      try {
        await Promise.all([learn(visit?.language ?? this.language, hash), this.arrive(hash, visit)]);
        return;
      } catch (e) {
        if (!(e instanceof TypeError) && !(e instanceof api.Refused && e.status >= 500)) {
          this.idle.watch(rest, 0);
          return this.failed(e);
        }
      }
      await api.pause(2);
      if (this.mode !== 'entering' || (visit && this.wanted?.visit?.id !== visit.id)) return;
    }
  }

  private async arrive(hash: string, visit?: VisitView): Promise<void> {
    const scenario = await api.scenario(hash);
    const station = scenario.stations.find((p) => p.id === this.wanted?.station);
    if (!station) throw new Error(`this version of the scenario has no station ${this.wanted?.station}`);
    const [view] = await this.bring(scenario, station);
    if (this.mode !== 'entering' || this.stop) return;
    if (visit && this.wanted?.visit?.id !== visit.id) return this.forget(); // they are not here any more
    this.began = this.opening;
    const { room, offer } = this.wanted!;
    this.language = visit?.language ?? this.language;
    this.comfort = visit?.comfort ?? this.wanted!.room.comfort;
    const visitor: Visitor | undefined = visit && { id: visit.id, badge: visit.badge, unrecorded: visit.unrecorded };
    this.show(new Staying({
      view, station, scenario, room, language: this.language, comfort: this.comfort,
      offer: visit ? undefined : offer, map: visit?.map as MapView | undefined, felt: visit?.felt, progress: visit?.progress,
      group: this.wanted!.group ?? 0, turn: this.wanted!.rotation?.turn ?? 0,
    }, this, visitor));
    this.go('stop');
    this.idle.watch(room.ask * patience(this.comfort), room.wipe * patience(this.comfort));
    if (this.paper) void this.wear(this.stop!);
  }

  private show(stop: Staying): void {
    dismantle(this.element);
    this.fault = '';
    this.stop = stop;
    try {
      this.element = elementFor(stop);
      this.element.addEventListener('failed', (e) => this.failed((e as CustomEvent).detail));
    } catch (e) {
      this.failed(e);
    }
    this.changed();
  }

  /** Takes the stop off the stage. */
  private take(): void {
    clearTimeout(this.missing);
    this.idle.stop();
    this.clear();
    this.stop = undefined;
    this.fault = '';
  }

  private counted(left: number | undefined): void {
    if (left === 0) {
      if (this.stop?.visitor) this.departed = this.stop.visitor.id;
      this.stop?.abandon();
      this.forget();
    } else if (this.left !== left) {
      this.left = left;
      this.changed();
    }
  }

  /** The check-in came to nothing: the server did not take it. */
  private giveUp(visit: string): void {
    if (this.mode !== 'entering' || this.fault || this.wanted?.visit) return;
    if (this.outbox.holds(visit, 'stop.entered')) setTimeout(() => this.giveUp(visit), 5000);
    else this.forget();
  }

  /** Puts the badge from paper on, at an entry. */
  private async wear(stop: Staying): Promise<void> {
    const code = this.paper;
    this.paper = '';
    await stop.wear(code);
    (this.element as { requestUpdate?(): void } | undefined)?.requestUpdate?.();
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
