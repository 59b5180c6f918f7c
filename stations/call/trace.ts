const most = 300; // levels kept of the whole recording

/** A run of the slider over a piece that was played, as the fact `call.traced` tells it. */
export interface Run { from: number; to: number; points: [ms: number, level: number][] }

/**
 * The slider that is held along the call: sampled while it plays, kept as
 * changes against its time. Levels run from −100, unpleasant, to 100.
 */
export class Trace {
  /** Where the slider stands; undefined until it is first touched. */
  level: number | undefined;
  private sampled: number | undefined;
  private points: [number, number][] = [];
  private carried: number | undefined; // level at the begin of the piece
  private readonly levels: (number | undefined)[];

  /** `kept` is what keep() gave. */
  constructor(private readonly duration: number, kept = '') {
    this.levels = kept ? kept.split(',').map((n) => (n ? Number(n) : undefined)) : [];
  }

  sample(ms: number): void {
    if (this.level === undefined) return;
    if (this.level !== this.sampled) this.points.push([ms, this.level]);
    this.sampled = this.level;
    this.levels[Math.floor((ms * most) / this.duration)] = this.level;
  }

  /** What was traced of a piece that is over. */
  run(from: number, to: number): Run | undefined {
    const inside = this.points.filter(([ms]) => ms >= from && ms < to);
    const points = this.carried === undefined || inside[0]?.[0] === from ? inside : [[from, this.carried] as [number, number], ...inside];
    this.points = [];
    this.carried = this.sampled;
    return points[0] && { from: points[0][0], to, points };
  }

  get traced(): boolean {
    return this.levels.some((n) => n !== undefined);
  }

  /** The curve so far, as far as it is drawn: ms and feeling −4…4; broken where nothing was traced. */
  get runs(): [ms: number, feeling: number][][] {
    const runs: [number, number][][] = [[]];
    for (let i = 0; i < this.levels.length; i++) {
      const level = this.levels[i];
      if (level === undefined) runs.push([]);
      else runs.at(-1)!.push([(i * this.duration) / most, level / 25]);
    }
    return runs.filter((r) => r.length);
  }

  keep(): string {
    return Array.from(this.levels, (n) => n ?? '').join(',');
  }
}
