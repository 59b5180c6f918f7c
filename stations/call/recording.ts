import { held } from '../../kiosk/ui/shared/hold.js';

const whole = 16 << 20; // bytes up to which a recording is fetched before it plays
const chunk = 10_000; // ms after which what was heard is told, also while it goes on

/** What the station hears from its recording. */
export interface Listener {
  /** Playing, paused, loaded or not: draw again. */
  changed(): void;
  /** Some time has passed, in ms of the recording. */
  moved(now: number): void;
  /** A piece was played without a jump, in ms. */
  heard(from: number, to: number): void;
  /** It was stopped amid the call, by whomever. */
  paused(at: number): void;
  ended(): void;
}

/**
 * A recording that outlives a network cut: it is fetched whole before it plays,
 * if it is not huge. It tells exactly which pieces of it were played.
 */
export class Recording {
  loaded = false;
  failed = false;
  stalled = false;
  /** ms from which was heard up to `now` and not yet told; undefined while nothing plays. */
  from: number | undefined;
  private readonly audio = new Audio();
  private readonly stop = new AbortController();
  private blob = '';
  private last = 0; // ms where it was a moment ago: where a jump begins, or a load goes on
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly url: string, private readonly bytes: number,
    private readonly duration: number, private readonly listener: Listener) {
    const on = (name: string, act: () => void) => this.audio.addEventListener(name, act, { signal: this.stop.signal });
    on('loadedmetadata', () => (this.now = this.last));
    on('play', () => this.begin());
    on('playing', () => this.stall(false));
    on('waiting', () => this.stall(!this.audio.seeking));
    on('pause', () => this.halt());
    on('timeupdate', () => this.tick());
    on('seeking', () => this.jump());
    on('ended', () => this.end());
    on('error', () => this.fail());
    void this.load(0);
  }

  get playing(): boolean {
    return !this.audio.paused && !this.audio.ended;
  }

  /** Where it is, in ms. */
  get now(): number {
    const ms = this.audio.readyState ? Math.round(this.audio.currentTime * 1000) : this.last;
    return Math.min(ms, this.duration);
  }

  /** Before it plays. */
  set now(ms: number) {
    this.last = ms;
    if (this.audio.readyState) this.audio.currentTime = ms / 1000;
  }

  /** Goes elsewhere, playing or not; what was heard up to here is told first. */
  move(ms: number): void {
    this.tell();
    this.now = ms;
    if (this.from !== undefined) this.from = ms;
    this.listener.changed();
  }

  /** 0…1. */
  set volume(level: number) {
    this.audio.volume = level;
  }

  /** After a touch only: browsers refuse sound that nobody asked for. */
  async play(): Promise<void> {
    try {
      await this.audio.play();
    } catch {
      this.listener.changed();
    }
  }

  pause(): void {
    this.audio.pause();
  }

  /** Tells what was heard up to now. */
  tell(to = this.now): void {
    const { from } = this;
    this.from = this.playing ? to : undefined;
    if (from !== undefined) this.last = to;
    if (from !== undefined && to > from) this.listener.heard(from, to);
    this.listener.changed();
  }

  close(): void {
    this.pause();
    this.tell();
    this.stop.abort();
    clearTimeout(this.retry);
    this.audio.removeAttribute('src');
    this.audio.load();
    URL.revokeObjectURL(this.blob);
  }

  private begin(): void {
    // The event comes a moment after the sound: go on where it was left.
    const { last, now } = this;
    this.from = now >= last && now - last < 500 ? last : now;
    this.listener.changed();
  }

  /** Keeps up; the oftener it is called, the more exact is where a jump began. */
  tick(): void {
    if (!this.audio.seeking) this.last = this.now;
    if (this.from === undefined) return;
    if (this.last - this.from >= chunk) this.tell();
    this.listener.moved(this.last);
  }

  /** Somebody else moved it: a key of the headphones, the system's player. */
  private jump(): void {
    if (this.from === undefined || this.from === this.now) return;
    this.tell(Math.max(this.last, this.from));
    this.from = this.now;
  }

  private halt(): void {
    const amid = this.from !== undefined && !this.audio.ended;
    this.tell();
    if (amid && !held()) this.listener.paused(this.last); // a room that stands still is nobody's choice
  }

  private end(): void {
    this.tell(this.duration);
    this.listener.ended();
  }

  private stall(stalled: boolean): void {
    this.stalled = stalled;
    this.listener.changed();
  }

  private async load(tries: number): Promise<void> {
    try {
      if (this.bytes > whole) {
        this.audio.preload = 'auto';
        this.audio.src = this.url;
      } else {
        const answer = await fetch(this.url, { signal: this.stop.signal });
        if (!answer.ok) throw new Error(String(answer.status));
        this.blob = URL.createObjectURL(await answer.blob());
        this.audio.src = this.blob;
      }
      this.loaded = true;
      this.failed = false;
    } catch {
      if (this.stop.signal.aborted) return;
      this.failed = true;
      this.retry = setTimeout(() => void this.load(tries + 1), Math.min(1000 * 2 ** tries, 15_000));
    }
    this.listener.changed();
  }

  /** A streamed recording broke off: go on from where it was. */
  private fail(): void {
    if (!this.audio.getAttribute('src')) return;
    const again = this.from !== undefined;
    this.tell(this.last);
    this.loaded = false;
    this.failed = true;
    this.listener.changed();
    this.retry = setTimeout(() => {
      void this.load(1).then(() => (again ? this.play() : undefined));
    }, 2000);
  }
}
