const touches = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/**
 * Tells when nobody has touched the screen for a while: first asks, then,
 * after a countdown, says that they are gone. A touch or key begins anew; once it
 * asks, only touch() does, so that no tap goes through the question.
 */
export class Idle {
  /** Milliseconds since 1970 of the last touch. */
  touched = Date.now();
  private heard = 0; // last present(), by the same clock
  private timer: ReturnType<typeof setInterval> | undefined;
  private asking = false;
  private ask = 0;
  private wipe = 0;
  private held = 0; // when the time stopped; 0: it runs

  /** tell gets the seconds left of the countdown: undefined before it runs, 0 when it has run out. */
  constructor(private readonly tell: (left: number | undefined) => void) {
    for (const type of touches) addEventListener(type, () => this.asking || this.touch(), { capture: true, passive: true });
  }

  /** Watches, from now, for `ask` seconds without a sign and a countdown of `wipe` more. */
  watch(ask: number, wipe: number): void {
    this.stop();
    this.ask = ask;
    this.wipe = wipe;
    this.touched = this.held || Date.now();
    this.timer = setInterval(() => this.look(), 250);
  }

  stop(): void {
    clearInterval(this.timer);
    this.say(undefined);
  }

  touch(): void {
    if (this.held) return;
    this.touched = Date.now();
    this.say(undefined);
  }

  /** Somebody listens, though nothing is touched. */
  present(): void {
    if (!this.held) this.heard = Date.now();
  }

  /** Tells whether something has been playing just now. */
  get playing(): boolean {
    return Date.now() - this.heard < 5000;
  }

  /** Nobody can touch anything: no time passes until that is over. */
  hold(on: boolean): void {
    if (on === this.held > 0) return;
    if (!on) {
      this.touched += Date.now() - this.held;
      this.heard += Date.now() - this.held;
    }
    this.held = on ? Date.now() : 0;
  }

  private look(): void {
    if (this.held) return;
    const quiet = (Date.now() - Math.max(this.touched, this.heard)) / 1000;
    const left = Math.ceil(this.ask + this.wipe - quiet);
    if (left <= 0) clearInterval(this.timer);
    this.say(quiet < this.ask ? undefined : Math.max(0, left));
  }

  private say(left: number | undefined): void {
    this.asking = left !== undefined;
    this.tell(left);
  }
}
