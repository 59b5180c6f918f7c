import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { StationElement } from '../../kiosk/ui/shared/base.js';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import { zone, type Feeling } from '../../kiosk/ui/shared/feeling.js';
import '../../kiosk/ui/shared/affect-grid.js';
import { styles } from './element.css.js';
import { phone } from './phone.css.js';
import { Recording } from './recording.js';
import { end } from './steps/end.js';
import { hear } from './steps/hear.js';
import { read } from './steps/read.js';
import { start } from './steps/start.js';
import { bars } from './timeline.js';
import { before, clock, type Captions, type Cue, type Kept, type Mark, type Segment, type View } from './view.js';
import { waveform } from './waveform.js';

const most = 400; // marks kept for a reload

/**
 * A call in progress in the customer's frame, and beside it the affect grid: a
 * tap marks the moment while the call goes on. Or the same call to read.
 */
@customElement('station-call')
export class StationCall extends StationElement<View> {
  static override styles = [buttons, styles, phone];

  @state() step: Kept['step'] = 'start';
  @state() at = 0; // ms
  @state() captions: Captions = 'on';
  @state() marks: Mark[] = [];
  @state() line = 0;
  /** Words that went with the last tap. */
  @state() worded = '';
  end = 0;
  recording!: Recording;
  @state() path = '';
  private last?: string;
  private beat: ReturnType<typeof setInterval> | undefined;
  private beats = 0;
  @query('affect-grid') private readonly grid!: HTMLElement | null;
  private readonly outside = (e: Event) => {
    if (!e.composedPath().includes(this)) this.recording.tell(); // they may be leaving
  };
  private readonly away = () => this.recording.tell();
  private readonly key = (e: KeyboardEvent) => this.space(e);

  override connectedCallback(): void {
    super.connectedCallback();
    this.path = bars(undefined);
    void this.outline();
    this.recording = new Recording(this.stop.file(this.view.recording), this.view.bytes, this.view.duration, {
      changed: () => this.follow(),
      heard: (from, to) => this.heard(from, to),
      ended: () => this.go('end'),
    });
    this.resume(this.stop.progress as Kept | undefined);
    for (const name of ['pointerdown', 'keydown']) window.addEventListener(name, this.outside, true);
    window.addEventListener('pagehide', this.away);
    window.addEventListener('keydown', this.key);
  }

  private async outline(): Promise<void> {
    if (!this.view.waveform) return;
    this.path = bars(await waveform(this.stop.file(this.view.waveform), () => this.isConnected));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.beat);
    this.recording.close();
    for (const name of ['pointerdown', 'keydown']) window.removeEventListener(name, this.outside, true);
    window.removeEventListener('pagehide', this.away);
    window.removeEventListener('keydown', this.key);
  }

  override render(): TemplateResult {
    return { start, hear, read, end }[this.step](this);
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

  go(step: Kept['step']): void {
    if (step !== 'hear') this.recording.pause();
    this.step = step;
    if (step === 'hear') void this.recording.play();
    this.keep();
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

  /** The transcript was read to its end. */
  finishReading(): void {
    this.stop.emit('call.read', {});
    this.end = this.view.duration;
    this.go('end');
  }

  choose(line: number, ms: number): void {
    this.line = line;
    this.at = ms;
    this.keep();
  }

  feel({ valence, arousal }: Feeling): void {
    const ms = this.step === 'hear' ? this.recording.now : this.at;
    this.last = this.stop.react({ valence, arousal, moment: { ms } });
    this.marks = [...this.marks.slice(-most + 1), { ms, valence, arousal }];
    this.worded = '';
    this.keep();
    void this.fly({ valence, arousal });
  }

  word(words: string): void {
    if (!this.last || !words.trim()) return;
    this.worded = words.trim();
    this.stop.emit('reaction.worded', { reaction: this.last, words: this.worded });
  }

  /** What the last tap is called: "Kept at 1:04: upset." */
  get said(): string {
    const mark = this.marks.at(-1);
    if (!mark) return this.t('call.marked.none');
    if (this.worded) return this.t('call.marked.words', { at: clock(mark.ms), words: this.worded });
    return this.t('call.marked', { at: clock(mark.ms), feeling: this.t(`feeling.${zone(mark)}`) });
  }

  private resume(kept: Kept | undefined): void {
    if (this.stop.comfort.transcript && !kept) this.step = 'read';
    if (!kept) return;
    this.step = kept.step === 'hear' ? 'start' : kept.step; // sound waits for a touch
    this.at = this.recording.now = kept.at;
    this.end = kept.end;
    this.line = kept.line ?? 0;
    this.captions = kept.captions;
    this.marks = kept.marks.map(([ms, valence, arousal]) => ({ ms, valence, arousal }));
    this.last = kept.last;
    if (kept.from !== undefined && kept.at > kept.from) this.heard(kept.from, kept.at);
  }

  private keep(): void {
    const at = this.step === 'read' ? this.at : this.recording.now;
    const kept: Kept = {
      step: this.step, at, end: this.end, line: this.line, captions: this.captions, last: this.last,
      from: this.recording.from, marks: this.marks.map((m) => [m.ms, m.valence, m.arousal]),
    };
    this.stop.save(kept);
  }

  private heard(from: number, to: number): void {
    this.end = Math.max(this.end, to);
    this.stop.emit('call.heard', { from, to });
  }

  /** The recording plays, pauses or has come: keep the picture in step with it. */
  private follow(): void {
    this.requestUpdate();
    if (!this.recording.playing) {
      if (this.beat) this.keep();
      clearInterval(this.beat);
      this.beat = undefined;
    }
    if (this.recording.playing) this.beat ??= setInterval(() => this.tick(), 100);
  }

  private tick(): void {
    this.recording.tick();
    this.at = this.recording.now;
    if (++this.beats % 20 === 0) this.keep();
    if (this.beats % 50 === 1) this.stop.present();
  }

  private space(e: KeyboardEvent): void {
    const on = e.composedPath()[0];
    const busy = on instanceof HTMLElement && on.closest('button, input, [role=slider]');
    if (e.key !== ' ' || this.step !== 'hear' || busy) return;
    e.preventDefault();
    this.toggle();
  }

  /** The dot flies from where it was tapped to its place on the call. */
  private async fly(feeling: Feeling): Promise<void> {
    await this.updateComplete;
    const field = this.grid?.shadowRoot?.querySelector('.field')?.getBoundingClientRect();
    const dot = this.renderRoot.querySelector('.mark:last-of-type');
    const still = this.stop.comfort.reducedMotion || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (!field || !dot || still) return;
    const to = dot.getBoundingClientRect();
    const x = field.left + field.width * (0.5 + feeling.valence * 0.106) - to.left - to.width / 2;
    const y = field.top + field.height * (0.5 - feeling.arousal * 0.106) - to.top - to.height / 2;
    dot.animate([{ transform: `translate(${x}px, ${y}px) scale(1.8)` }, { transform: 'none' }],
      { duration: 230, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'station-call': StationCall;
  }
}
