import { now } from '../../kiosk/ui/shared/hold.js';

const signs = ['pointerdown', 'keydown', 'input', 'wheel'] as const;

/** Finds times in which nothing was done, and tells each when it is over, in whole ms. */
export class Pauses {
  private last = now();

  constructor(private readonly from: number, private readonly found: (ms: number) => void) {}

  /** Listens to all that is done at a target, from now. */
  watch(target: EventTarget): void {
    this.last = now();
    for (const type of signs) target.addEventListener(type, this.sign, { capture: true, passive: true });
  }

  unwatch(target: EventTarget): void {
    for (const type of signs) target.removeEventListener(type, this.sign, { capture: true });
  }

  private readonly sign = (): void => {
    const quiet = now() - this.last;
    this.last = now();
    if (quiet >= this.from) this.found(Math.round(quiet)); // the clock counts in fractions, a fact in whole ms
  };
}
