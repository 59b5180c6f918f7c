/** Files fetched whole, once, so that no network cut stops a story; it keeps trying. */
export class Files {
  private readonly all = new Map<string, Promise<string>>();
  private readonly ready = new Map<string, string>();
  private readonly stop = new AbortController();

  /** `changed` hears of each that came, and of each try that failed. */
  constructor(private readonly changed: (failed: boolean) => void) {}

  /** What has come already; undefined while it is on its way. */
  got(url: string): string | undefined {
    void this.get(url).catch(() => undefined); // only when nobody waits for it any more
    return this.ready.get(url);
  }

  /** A URL that needs the network no more. */
  get(url: string): Promise<string> {
    let file = this.all.get(url);
    if (!file) this.all.set(url, file = this.fetch(url, 0));
    return file;
  }

  close(): void {
    this.stop.abort();
    for (const blob of this.ready.values()) URL.revokeObjectURL(blob);
  }

  private async fetch(url: string, tries: number): Promise<string> {
    try {
      const answer = await fetch(url, { signal: this.stop.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const blob = URL.createObjectURL(await answer.blob());
      this.ready.set(url, blob);
      this.changed(false);
      return blob;
    } catch (e) {
      if (this.stop.signal.aborted) throw e;
      this.changed(true);
      await new Promise((again) => setTimeout(again, Math.min(1000 * 2 ** tries, 15_000)));
      return this.fetch(url, tries + 1);
    }
  }
}

/** The sound or the video of the page that lies open. */
export class Player {
  /** Shows the pictures of a video; a sound has none. */
  readonly screen = document.createElement('video');
  loaded = false;
  /** ms, the furthest that was played. */
  furthest = 0;
  private beat: ReturnType<typeof setInterval> | undefined;

  constructor(file: Promise<string>, private readonly length: number, private readonly changed: () => void) {
    this.screen.playsInline = true;
    this.screen.disablePictureInPicture = true;
    for (const name of ['play', 'pause', 'ended', 'loadeddata']) this.screen.addEventListener(name, () => this.follow());
    void file.then((blob) => {
      this.screen.src = blob;
      this.loaded = true;
      changed();
    }, () => undefined); // only when nobody waits for it any more
  }

  get playing(): boolean {
    return !this.screen.paused && !this.screen.ended;
  }

  get ended(): boolean {
    return this.screen.ended;
  }

  /** Where it is, in ms. */
  get at(): number {
    return this.screen.ended ? this.length : Math.min(Math.round(this.screen.currentTime * 1000), this.length);
  }

  /** After a touch only: browsers refuse sound that nobody asked for. */
  toggle(): void {
    if (this.playing) this.screen.pause();
    else void this.screen.play().catch(this.changed);
  }

  pause(): void {
    this.screen.pause();
  }

  close(): void {
    this.screen.pause();
    clearInterval(this.beat);
    this.screen.removeAttribute('src');
    this.screen.load();
  }

  private follow(): void {
    clearInterval(this.beat);
    if (this.playing) this.beat = setInterval(() => this.tick(), 100);
    this.tick();
  }

  private tick(): void {
    this.furthest = Math.max(this.furthest, this.at);
    this.changed();
  }
}
