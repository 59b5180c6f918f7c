/**
 * Plays pieces of one recording. It is fetched whole when the station begins,
 * so that a network cut takes it from nobody.
 */
export class Clips {
  /** Start of the piece that plays, in ms. */
  playing: number | undefined;
  /** It could not be had: the words have to do. */
  away = false;
  private readonly audio = new Audio();
  private loading: Promise<void> | undefined;
  private blob = '';
  private to = 0;

  constructor(private readonly url: string, private readonly changed: () => void, private readonly present: () => void) {
    this.audio.addEventListener('timeupdate', () => this.tick());
    this.audio.addEventListener('ended', () => this.stop());
    void this.load();
  }

  /** After a touch only. */
  async play(from: number, to: number): Promise<void> {
    this.stop();
    await this.load();
    if (this.away) return;
    try {
      this.to = to;
      this.audio.currentTime = from / 1000;
      await this.audio.play();
      this.playing = from;
    } catch {
      this.away = true;
    }
    this.changed();
  }

  stop(): void {
    this.audio.pause();
    if (this.playing === undefined) return;
    this.playing = undefined;
    this.changed();
  }

  close(): void {
    this.stop();
    this.audio.removeAttribute('src');
    URL.revokeObjectURL(this.blob);
  }

  private tick(): void {
    if (this.audio.currentTime * 1000 >= this.to) this.stop();
    else this.present();
  }

  private load(): Promise<void> {
    if (this.away) this.loading = undefined;
    return this.loading ??= this.fetch();
  }

  private async fetch(): Promise<void> {
    this.away = true;
    try {
      const answer = await fetch(this.url);
      if (!answer.ok) return;
      this.blob = URL.createObjectURL(await answer.blob());
      const ready = new Promise((resolve) => this.audio.addEventListener('loadedmetadata', resolve, { once: true }));
      this.audio.src = this.blob;
      await ready;
      this.away = false;
    } catch { /* the network is away: the next touch tries again */ }
  }
}
