/** Finds clicks that nothing answers, and bursts of them. Keys and fields are left alone. */
export class Clicks {
  private recent: { x: number; y: number; at: number }[] = [];
  private raging = false;

  /** A burst is `clicks` or more within ms and px. */
  constructor(
    private readonly burst: { clicks: number; within: number; pixels: number },
    private readonly found: (what: 'dead' | 'raged') => void,
  ) {}

  /** For every click inside the portal; `answered` by a link, a button or the like. */
  saw(e: MouseEvent, answered: boolean): void {
    if (e.detail === 0) return; // by keyboard
    if (!answered) this.found('dead');
    const now = { x: e.clientX, y: e.clientY, at: e.timeStamp };
    const { clicks, within, pixels } = this.burst;
    const near = (c: typeof now) => now.at - c.at <= within && Math.hypot(now.x - c.x, now.y - c.y) <= pixels;
    this.recent = [...this.recent.filter(near), now];
    if (this.recent.length < clicks) this.raging = false;
    else if (!this.raging) {
      this.raging = true; // one burst, however long
      this.found('raged');
    }
  }
}
