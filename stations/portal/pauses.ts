const signs = ['pointerdown', 'keydown', 'input', 'wheel'] as const;

/** Finds times in which nothing was done, and tells each when it is over. */
export class Pauses {
  private last = Date.now();

  constructor(private readonly from: number, private readonly found: (ms: number) => void) {}

  /** Listens to all that is done at a target, from now. */
  watch(target: EventTarget): void {
    this.last = Date.now();
    for (const type of signs) target.addEventListener(type, this.sign, { capture: true, passive: true });
  }

  unwatch(target: EventTarget): void {
    for (const type of signs) target.removeEventListener(type, this.sign, { capture: true });
  }

  private readonly sign = (): void => {
    const quiet = Date.now() - this.last;
    this.last = Date.now();
    if (quiet >= this.from) this.found(quiet);
  };
}
