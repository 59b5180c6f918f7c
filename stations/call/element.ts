import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { StationElement } from '../../kiosk/ui/shared/base.js';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import { type Feeling } from '../../kiosk/ui/shared/feeling.js';
import '../../kiosk/ui/shared/affect-grid.js';
import { styles } from './element.css.js';
import { fly } from './fly.js';
import { keypad } from './keypad.css.js';
import { Dialling } from './menu.js';
import { phone } from './phone.css.js';
import { Recording } from './recording.js';
import { fetched, type Point } from './reference.js';
import * as remote from './remote.js';
import { end } from './steps/end.js';
import { hear } from './steps/hear.js';
import { menu } from './steps/menu.js';
import { read } from './steps/read.js';
import { start } from './steps/start.js';
import { bars } from './timeline.js';
import { tones } from './tones.js';
import { Trace } from './trace.js';
import {
  audible, before, clock, common, gaps, merged, placed,
  type Captions, type Cue, type Kept, type Mark, type Placed, type Segment, type Span, type Step, type View,
} from './view.js';
import { Waits } from './waits.js';
import { waveform } from './waveform.js';

const most = 160; // marks kept for a reload
const leap = 10_000; // ms that a button of the headphones goes back or ahead

/**
 * A call in progress in the customer's frame, and beside it the affect grid: a
 * tap marks the moment while the call goes on. Or the same call to read.
 */
@customElement('station-call')
export class StationCall extends StationElement<View> {
  static override styles = [buttons, styles, phone, keypad];

  @state() step: Step = 'start';
  @state() at = 0; // ms
  @state() captions: Captions = 'on';
  @state() volume = 80; // 0…100
  @state() marks: Mark[] = [];
  @state() line = 0;
  /** The mark that words go to at the end; the strongest until one is chosen. */
  @state() chosen: string | undefined;
  /** The customer's story lies open beside the call. */
  @state() telling = false;
  @state() reference: Point[] = [];
  /** Words that went with a mark, by its id; gone after a reload. */
  readonly words = new Map<string, string>();
  heard: Span[] = [];
  recording!: Recording;
  waits!: Waits;
  trace!: Trace;
  dialling: Dialling | undefined;
  @state() path = '';
  private reads = false; // instead of hearing
  /** The menu led to the call. */
  through = false;
  private told = 0; // ms: up to where it is told that the transcript was shown
  /** Up to where the transcript was in view, ms. */
  @state() shown = 0;
  private whole: Span[] = []; // what there is to hear
  private beat: ReturnType<typeof setInterval> | undefined;
  private beats = 0;
  @query('affect-grid') private readonly grid!: HTMLElement | null;
  private readonly outside = (e: Event) => {
    if (!e.composedPath().includes(this)) this.tell(); // they may be leaving
  };
  private readonly away = () => this.tell();
  private readonly key = (e: KeyboardEvent) => this.pressed(e);

  override connectedCallback(): void {
    super.connectedCallback();
    const { view } = this;
    this.path = bars(undefined);
    void this.outline();
    this.whole = audible(view);
    this.recording = new Recording(this.stop.file(view.recording), view.bytes, view.duration, {
      changed: () => this.follow(),
      moved: (now) => this.passed(now),
      heard: (from, to) => this.took(from, to),
      paused: (at) => this.stop.emit('call.paused', { at }),
      ended: () => this.go('end'),
    });
    this.resume(this.stop.progress as Kept | undefined);
    this.loud(this.volume);
    for (const name of ['pointerdown', 'keydown']) window.addEventListener(name, this.outside, true);
    // Before the screen's own farewell, so that it takes along what is told here.
    window.addEventListener('pagehide', this.away, true);
    window.addEventListener('keydown', this.key);
  }

  private async outline(): Promise<void> {
    if (!this.view.waveform) return;
    this.path = bars(await waveform(this.stop.file(this.view.waveform), () => this.isConnected));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.beat);
    this.tellRead();
    this.recording.close();
    this.dialling?.hush();
    remote.disconnect();
    for (const name of ['pointerdown', 'keydown']) window.removeEventListener(name, this.outside, true);
    window.removeEventListener('pagehide', this.away, true);
    window.removeEventListener('keydown', this.key);
  }

  override render(): TemplateResult {
    return { start, menu, hear, read, end }[this.step](this);
  }

  override updated(changed: PropertyValues<this>): void {
    this.style.setProperty('--played', `${(100 * this.at) / this.view.duration}%`);
    // A new page: the keyboard begins at its top, and it is read out.
    if (changed.has('step') && changed.get('step')) this.renderRoot.querySelector<HTMLElement>('[data-first]')?.focus();
  }

  get name(): string {
    return this.view.caller.voice || this.read(this.view.caller.name);
  }

  /** Whose turn is whose, below the waveform. */
  get names(): { own: string; others: string } {
    return { own: this.name, others: this.t('call.others') };
  }

  /** The caption now, and a moment longer if none follows it. */
  get cue(): Cue | undefined {
    const cue = before(this.view.cues, this.at);
    return cue && this.at < cue.to + 1200 ? cue : undefined;
  }

  get segment(): Segment | undefined {
    return this.view.segments.find((s) => s.from <= this.at && this.at < s.to);
  }

  get total(): string {
    return clock(this.view.duration);
  }

  /** Up to where it was heard or read, ms. */
  get end(): number {
    return Math.max(this.told, this.heard.at(-1)?.[1] ?? 0);
  }

  /** The way on is open: the scenario does not ask to hear it all, or it was. */
  get open(): boolean {
    return !this.view.listen.through || this.left.length === 0;
  }

  /** What is still to be heard; nothing when a tenth or less is missing. */
  get left(): Span[] {
    const taken = merged([...this.heard, [this.view.begins, this.told]]);
    const all = common(this.whole, [[0, this.view.duration]]);
    if (common(taken, this.whole) >= all * 0.9) return [];
    return this.whole.flatMap(([from, to]) => gaps(taken, from, to));
  }

  go(step: Step): void {
    if (step !== 'hear') this.recording.pause();
    if (step !== 'menu') this.dialling?.hush();
    if (this.step === 'read') this.tellRead();
    this.step = step;
    if (step === 'hear') void this.recording.play();
    if (step === 'menu') this.dialling?.say();
    if (step === 'end') void this.compare();
    this.keep();
  }

  /** Calls, by way of the menu if there is one; to hear it or to read it. */
  begin(reads: boolean): void {
    this.reads = reads;
    if (this.dialling && !this.through) this.go('menu');
    else this.go(reads ? 'read' : 'hear');
  }

  toggle(): void {
    if (this.recording.playing) this.recording.pause();
    else void this.recording.play();
  }

  caption(): void {
    const next = { on: 'large', large: 'off', off: 'on' } as const;
    this.captions = next[this.captions];
    this.keep();
  }

  /** Hears it from there, as far as the scenario allows it. */
  seek(ms: number): void {
    const { begins, duration, listen } = this.view;
    if (listen.seek === 'none') return;
    const far = listen.seek === 'free' ? duration - 500 : Math.max(this.end, this.recording.now);
    this.jump(Math.round(Math.max(begins, Math.min(ms, far))));
  }

  /** Leaves a wait, or begins again at its first unheard piece, or at the begin. */
  jump(to: number): void {
    const from = this.recording.now;
    if (from !== to) {
      this.recording.move(to);
      this.stop.emit('call.moved', { from, to });
    }
    this.at = to;
    if (this.step === 'end') this.go('hear');
    else this.keep();
  }

  loud(level: number): void {
    this.volume = level;
    this.recording.volume = tones.volume = level / 100;
    if (this.dialling) this.dialling.volume = level / 100;
  }

  /** The volume rests where it was put. */
  louder(): void {
    this.stop.emit('call.volume', { at: this.recording.now, level: this.volume });
    this.keep();
  }

  /** The slider is held there. */
  hold(level: number): void {
    this.trace.level = level;
    if (this.recording.playing) this.trace.sample(this.recording.now);
  }

  /** The transcript was in view up to there. */
  saw(ms: number): void {
    this.shown = Math.max(this.shown, ms);
  }

  /** The transcript was read to its end. */
  finishReading(): void {
    this.saw(this.view.duration);
    this.tellRead();
    this.at = this.view.duration;
    this.go('end');
  }

  choose(line: number, ms: number): void {
    this.line = line;
    this.at = ms;
    this.tellRead();
    this.keep();
  }

  feel({ valence, arousal }: Feeling): void {
    const ref = this.step === 'menu' ? this.dialling?.page.id : undefined;
    const ms = this.step === 'hear' ? this.recording.now : this.at;
    const moment = ref ? { ref } : { ms };
    const id = this.stop.react({ valence, arousal, moment });
    this.marks = [...this.marks.slice(-most + 1), { id, ...moment, valence, arousal }];
    this.keep();
    const still = this.stop.comfort.reducedMotion;
    if (!ref && !still) void this.updateComplete.then(() => fly(this.renderRoot, this.grid, { valence, arousal }));
  }

  word(mark: Mark | undefined, words: string): void {
    if (!mark || !words.trim()) return;
    this.words.set(mark.id, words.trim());
    this.stop.emit('reaction.worded', { reaction: mark.id, words: words.trim() });
    this.requestUpdate();
  }

  get placed(): Placed[] {
    return placed(this.marks);
  }

  private resume(kept: Kept | undefined): void {
    const { view } = this;
    this.reads = kept?.reads ?? this.stop.comfort.transcript;
    this.through = kept?.through ?? false;
    this.waits = new Waits(view.segments, kept?.waited ?? []);
    this.trace = new Trace(view.duration, kept?.levels);
    if (view.menu) {
      this.dialling = new Dialling(view.menu, kept?.page, (name) => this.stop.file(name), {
        changed: () => this.keep(),
        pressed: (page, key) => this.stop.emit('call.pressed', { page, key }),
        through: () => {
          this.through = true;
          this.go(this.reads ? 'read' : 'hear');
        },
      });
    }
    this.at = this.told = this.shown = this.recording.now = view.begins;
    if (!kept) {
      if (this.reads) this.step = this.dialling ? 'menu' : 'read';
      return;
    }
    this.step = kept.step === 'hear' || (kept.step === 'menu' && !this.reads) ? 'start' : kept.step; // sound waits for a touch
    this.at = this.recording.now = kept.at;
    this.heard = kept.heard;
    this.told = this.shown = kept.read;
    this.line = kept.line ?? 0;
    this.captions = kept.captions;
    this.volume = kept.volume;
    this.trace.level = kept.trace;
    this.marks = kept.marks.map(([id, at, valence, arousal]) => ({ id, ...(typeof at === 'string' ? { ref: at } : { ms: at }), valence, arousal }));
    if (kept.from !== undefined && kept.at > kept.from) this.took(kept.from, kept.at);
    if (kept.step === 'end') void this.compare();
  }

  private keep(): void {
    this.requestUpdate();
    const at = this.step === 'read' ? this.at : this.recording.now;
    const kept: Kept = {
      step: this.step, at, from: this.recording.from, heard: this.heard, read: this.told, waited: this.waits.waited, reads: this.reads,
      through: this.through, page: this.dialling?.page.id, line: this.line, captions: this.captions, volume: this.volume,
      trace: this.trace.level, levels: this.trace.keep(), marks: this.marks.map((m) => [m.id, m.ref ?? m.ms!, m.valence, m.arousal]),
    };
    this.stop.save(kept);
  }

  private took(from: number, to: number): void {
    this.heard = merged([...this.heard, [from, to]]);
    this.waits.heard(from, to);
    this.stop.emit('call.heard', { from, to });
    const run = this.trace.run(from, to);
    if (run && this.view.trace) this.stop.emit('call.traced', run);
    this.keep();
  }

  private tell(): void {
    this.recording.tell();
    this.tellRead();
  }

  private tellRead(): void {
    if (this.shown <= this.told) return;
    this.stop.emit('call.read', { from: this.told, to: this.shown });
    this.told = this.shown;
    this.keep();
  }

  /** The recording plays, pauses or has come: keep the picture in step with it. */
  private follow(): void {
    this.requestUpdate();
    const { playing } = this.recording;
    remote.playing(playing);
    if (playing && !this.beat) {
      this.connect();
      this.beat = setInterval(() => this.tick(), 100);
    } else if (!playing && this.beat) {
      this.keep();
      clearInterval(this.beat);
      this.beat = undefined;
    }
  }

  private connect(): void {
    const seeks = this.view.listen.seek !== 'none';
    remote.connect(this.read(this.stop.station.title), this.read(this.view.called), {
      play: () => this.step === 'hear' && !this.recording.playing && this.toggle(),
      pause: () => this.recording.pause(),
      back: seeks ? () => this.seek(this.recording.now - leap) : undefined,
      ahead: seeks ? () => this.seek(this.recording.now + leap) : undefined,
    });
  }

  /** The player has come so far; it says so even while the page's own clock sleeps. */
  private passed(now: number): void {
    this.at = now;
    this.trace.sample(now);
    const next = this.waits.next(this.recording.from, now);
    if (next !== undefined) this.recording.move(next);
  }

  private tick(): void {
    this.recording.tick();
    if (++this.beats % 20 === 0) this.keep();
    if (this.beats % 50 === 1) this.stop.present();
  }

  private pressed(e: KeyboardEvent): void {
    const on = e.composedPath()[0];
    const busy = on instanceof HTMLElement && on.closest('button, input:not([type=range]), summary, [role=slider]');
    if (this.step === 'menu' && /^[0-9*#]$/.test(e.key) && !(on instanceof HTMLInputElement)) this.dialling?.press(e.key);
    if (e.key !== ' ' || this.step !== 'hear' || busy) return;
    e.preventDefault();
    this.toggle();
  }

  /** The reference curve comes now, and not before. */
  private async compare(): Promise<void> {
    const { reference } = this.view;
    if (reference && !this.reference.length) this.reference = await fetched(this.stop.file(reference.file));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'station-call': StationCall;
  }
}
