// A room may stand still, and a screen may be turned down or muted. Whatever plays follows by itself; whatever
// counts time counts it by this clock.

let began = 0; // when it stopped, by performance.now(); 0: it runs
let lost = 0; // ms that it stood still
let level = 1; // 0…1, of everything that plays
let quiet = false;
const timers = new Set<Later>();

/** ms of a clock that stands still while the room does. */
export const now = (): number => (began || performance.now()) - lost;

/** ms that it stood still on this page, up to now. */
export const stood = (): number => lost + (began && performance.now() - began);

/** Tells whether everything stands still now. */
export const held = (): boolean => began > 0;

/** How loud the screen may be, 0…1; sound that is no element's asks for it. */
export const loudness = (): number => (quiet ? 0 : level);

/** As setTimeout, by the clock that stands still. */
export class Later {
  private readonly due: number;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly act: () => void, ms: number) {
    this.due = now() + ms;
    timers.add(this);
    this.run();
  }

  /** Does not happen any more. */
  end(): void {
    this.stop();
    timers.delete(this);
  }

  /** What is left of it begins again. */
  run(): void {
    if (held()) return;
    this.timer = setTimeout(() => {
      this.end();
      this.act();
    }, this.due - now());
  }

  /** It waits. */
  stop(): void {
    clearTimeout(this.timer);
  }
}

/** Waits, by the clock that stands still. */
export const lasts = (ms: number): Promise<void> => new Promise((done) => new Later(done, ms));

const playing = new Set<HTMLMediaElement>(); // and some that did
const resting = new Set<HTMLMediaElement>(); // that play again when it goes on
const watched = new WeakSet<HTMLMediaElement>();
const wanted = new WeakMap<HTMLMediaElement, number>(); // the volume that its station set
const { play, pause } = HTMLMediaElement.prototype;
const volume = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'volume')!;

function loud(element: HTMLMediaElement): void {
  volume.set!.call(element, (wanted.get(element) ?? 1) * level);
  element.muted = quiet; // also where a page may not set the volume
}

/** Everything that plays on this page follows from here on, whichever station made it. */
export function conduct(): void {
  Object.defineProperty(HTMLMediaElement.prototype, 'volume', {
    ...volume,
    get(this: HTMLMediaElement) {
      return wanted.get(this) ?? 1;
    },
    set(this: HTMLMediaElement, own: number) {
      wanted.set(this, own);
      loud(this);
    },
  });
  HTMLMediaElement.prototype.play = function () {
    for (const other of playing) if (other.paused) playing.delete(other);
    playing.add(this);
    if (!watched.has(this)) this.addEventListener('play', () => held() && rest(this)); // a key of the headphones
    watched.add(this);
    loud(this);
    if (!held()) return play.call(this);
    resting.add(this);
    return Promise.resolve();
  };
  HTMLMediaElement.prototype.pause = function () {
    resting.delete(this);
    pause.call(this);
  };
}

function rest(element: HTMLMediaElement): void {
  resting.add(element);
  pause.call(element);
}

/** Stops everything, or lets it go on exactly where it was. */
export function hold(on: boolean): void {
  if (on === held()) return;
  if (on) {
    began = performance.now();
    for (const timer of timers) timer.stop();
    for (const element of playing) if (!element.paused && !element.ended) rest(element);
    return;
  }
  lost += performance.now() - began;
  began = 0;
  for (const timer of timers) timer.run();
  for (const element of resting) play.call(element).catch(() => undefined); // its station shows that it does not play
  resting.clear();
}

/** How loud this screen may be, 0…1, and whether it may be heard at all. */
export function loudly(most: number, muted: boolean): void {
  level = most;
  quiet = muted;
  for (const element of playing) loud(element);
}
