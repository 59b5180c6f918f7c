import { newID } from '../shared/id.js';
import type {
  Answer, Badge, Comfort, FeltAt, MapView, Opening, PlaceView, Reaction, Revealed, RoomView, ScenarioView, Stop, Text,
} from '../shared/station.js';
import { ask, file, Refused } from './api.js';
import { read, words } from './words.js';

const whereabouts = ['visit.opened', 'stop.entered', 'stop.left', 'visit.ending', 'visit.finished'];

/** Who the stop is for; at an entry nobody yet. */
export interface Visitor { id: string; badge: Badge; unrecorded: boolean }

/** What a stop needs to know when it begins. */
export interface Setting {
  view: unknown; station: PlaceView; scenario: ScenarioView; room: RoomView;
  language: string; comfort: Comfort; offer?: Badge; map?: MapView; felt?: FeltAt[]; progress: unknown;
  /** The group of who opens a visit here, and the turn of the round; 0 in a room where everybody walks freely. */
  group: number; turn: number;
}

/** What a stop needs of the screen. */
export interface Ground {
  /** Id of the opening that a visit begins in; "" when the doors are closed. */
  readonly opening: string;
  /** The visits that begin now are rehearsal. */
  readonly rehearsal: boolean;
  /** Freezes a fact and puts it into the outbox; gives its id. */
  record(visit: string, station: string, type: string, body: object): string;
  present(): void;
  /** The answers of a station that the visit has finished here; undefined when they cannot be had. */
  reveal(visit: string, station: string): Promise<Revealed | undefined>;
  /** Takes the element off the stage; it may tell its last. */
  clear(): void;
  /** At the entry: a badge was given out, a language or a comfort chosen. */
  chosen(): void;
  /** The visitor is done here, or skips the rest; over says that the visit is. */
  finished(over: boolean): void;
}

/** The stop under way at this screen. What elements call is bound to it, so that they may pass it on. */
export class Staying implements Stop {
  readonly view: unknown;
  readonly station: PlaceView;
  readonly scenario: ScenarioView;
  readonly room: RoomView;
  offer?: Badge;
  readonly group: number;
  readonly map?: MapView;
  readonly felt: readonly FeltAt[];
  readonly since = Date.now();
  language: string;
  comfort: Comfort;
  progress: unknown;
  /** The offer is a badge from paper. */
  onPaper = false;
  private turn: number;
  /** The visitor has left, and reads what was wrong. */
  left = false;
  private over = false;
  private unsaved: object | undefined;
  private saving: ReturnType<typeof setTimeout> | undefined;

  constructor(setting: Setting, private readonly ground: Ground, public visitor?: Visitor) {
    this.view = setting.view;
    this.station = setting.station;
    this.scenario = setting.scenario;
    this.room = setting.room;
    this.language = setting.language;
    this.comfort = setting.comfort;
    this.offer = setting.offer;
    this.group = setting.group;
    this.turn = setting.turn;
    this.map = setting.map;
    this.felt = setting.felt ?? [];
    this.progress = setting.progress;
  }

  get unrecorded(): boolean {
    return this.visitor?.unrecorded ?? false;
  }

  get visit(): string | undefined {
    return this.visitor?.id;
  }

  readonly open = (opening: Opening): void => {
    if (this.visitor || !this.offer) throw new Error('a visit opens once, at an entry');
    this.visitor = { id: newID(), badge: this.offer, unrecorded: opening.unrecorded };
    this.language = opening.language;
    this.comfort = opening.comfort;
    this.emit('visit.opened', {
      scenario: this.scenario.hash, opening: this.ground.opening, badge: this.offer, ...opening, rehearsal: this.ground.rehearsal,
      ...(this.group && { group: this.group }),
    });
    this.emit('stop.entered', {});
    this.ground.chosen();
  };

  readonly emit = (type: string, body: object): string => {
    if (!this.visitor) throw new Error(`${type} before the visit is open`);
    if (this.over || this.left || (this.unrecorded && !whereabouts.includes(type))) return newID();
    return this.ground.record(this.visitor.id, this.station.id, type, body);
  };

  readonly react = (reaction: Reaction): string => {
    return this.emit('reaction', reaction);
  };

  readonly save = (progress: object): void => {
    if (this.over || this.left) return;
    this.progress = progress;
    this.unsaved = progress;
    this.saving ??= setTimeout(() => this.keep(), 1000);
  };

  /** Writes down what save() still holds. */
  keep(): void {
    clearTimeout(this.saving);
    this.saving = undefined;
    if (this.unsaved && this.visitor) this.emit('stop.progress', this.unsaved);
    this.unsaved = undefined;
  }

  readonly reveal = async (): Promise<Revealed | undefined> => {
    if (this.over || !this.visitor) return undefined;
    if (!this.left) {
      this.keep();
      this.emit('stop.left', { reason: 'done' });
      this.left = true;
    }
    return this.ground.reveal(this.visitor.id, this.station.id);
  };

  readonly finish = (reason: 'done' | 'skipped'): void => {
    if (this.over) return;
    const finishes = this.station.role === 'closes' && reason === 'done';
    if (finishes) this.end('visit.finished', {});
    else this.end('stop.left', { reason });
    this.ground.finished(finishes);
  };

  /** Takes a badge from paper as the offer, by its code; false when it cannot be worn. */
  readonly wear = async (code: string): Promise<boolean> => {
    if (this.visitor || !this.offer) return false;
    try {
      this.offer = await ask<Badge>(`badges/${encodeURIComponent(code)}`);
    } catch {
      return false;
    }
    this.onPaper = true;
    this.ground.chosen();
    return true;
  };

  /** The round is at a turn: from a station on the way everybody moves on, wherever they are in it. */
  turned(turn: number): void {
    const on = turn > this.turn && this.turn > 0 && this.station.role === 'stop' && this.visitor;
    this.turn = turn;
    if (!on || this.over) return;
    this.end('stop.left', { reason: 'rotated' });
    this.ground.finished(false);
  }

  /** Nobody is here any more. */
  abandon(): void {
    this.end('stop.left', { reason: 'idle' });
  }

  /** An organiser ended the stop: the room has the last of it, and knows the rest. */
  dismiss(): void {
    this.ground.clear();
    this.keep();
    this.lapse();
  }

  /** The visit goes on elsewhere: nothing more is told from here. */
  lapse(): void {
    this.ground.clear();
    clearTimeout(this.saving);
    this.over = true;
  }

  readonly ask = async <T>(path: string, body: object): Promise<Answer<T>> => {
    try {
      return { ok: true, value: await ask<T>(path, body) };
    } catch (e) {
      return { ok: false, status: e instanceof Refused ? e.status : 0, wait: e instanceof Refused ? e.wait : 0 };
    }
  };

  readonly present = (): void => {
    this.ground.present();
  };

  readonly comfortable = (language: string, comfort: Comfort): void => {
    this.language = language;
    this.comfort = comfort;
    this.ground.chosen();
  };

  readonly file = (name: string): string => {
    return file(this.scenario.hash, name);
  };

  readonly t = (key: string, args?: Record<string, string | number>): string => {
    return words(this.language, key, args);
  };

  readonly read = (text: Text | undefined): string => {
    return read(this.language, text);
  };

  private end(type: string, body: object): void {
    if (this.over) return;
    this.ground.clear();
    this.keep();
    if (this.visitor) this.emit(type, body);
    this.lapse();
  }
}
