import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import flag from 'lucide-static/icons/flag.svg?raw';
import pen from 'lucide-static/icons/notebook-pen.svg?raw';
import timer from 'lucide-static/icons/timer.svg?raw';
import '../../kiosk/ui/shared/affect-grid.js';
import { StationElement } from '../../kiosk/ui/shared/base.js';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import { held, stood } from '../../kiosk/ui/shared/hold.js';
import { icon } from '../../kiosk/ui/shared/icon.js';
import { styles } from './element.css.js';
import { measure } from './measure.js';
import { what, where } from './notes.js';
import { remembered, type Memory, type Touchpoint, type View } from './view.js';

type Step = 'note' | 'measure' | 'end';

/** A walk with open eyes: notes where one is, things counted and timed, and at its end how it feels. */
@customElement('station-observe')
export class StationObserve extends StationElement<View> {
  static override styles = [buttons, styles];

  @state() step: Step = 'note';
  /** The touchpoint that is being written about. */
  @state() point: Touchpoint | undefined;
  /** What is typed, until it is kept. */
  @state() text = '';
  /** The note that was kept last, while it can be taken back; without an id it was. */
  @state() latest: { id: string; point: Touchpoint } | undefined;
  @state() private felt: { valence: number; arousal: number } | undefined;
  @state() memory!: Memory;
  private shown = '';
  private stood = 0; // ms of the room's pauses that no timer counts
  private ticking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.memory = remembered(this.view, this.stop.progress);
    if (!this.stop.progress) this.stop.save(this.memory); // the walk has begun, wherever the visit is
    this.stood = stood();
    this.ticking = setInterval(() => this.tick(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  override render(): TemplateResult {
    return html`<div class="stage">${this.stage()}</div>${this.step === 'end' || (this.step === 'note' && this.point) ? nothing : this.tabs()}`;
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    const shown = `${this.step} ${this.point?.id}`;
    if (this.shown && this.shown !== shown) this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
    this.shown = shown;
  }

  /** Words of the kind's own dictionary. */
  say(key: string, args?: Record<string, string | number>): string {
    return this.t(`observe.${key}`, args);
  }

  /** Takes a change into what is remembered. */
  remember(change: Partial<Memory>): void {
    this.memory = { ...this.memory, ...change };
    this.stop.save(this.memory);
  }

  /** What stood still with the room is no part of what is timed. */
  settle(): void {
    const ms = stood() - this.stood;
    this.stood += ms;
    const running = Object.entries(this.memory.running);
    if (ms > 0 && running.length > 0) this.remember({ running: Object.fromEntries(running.map(([id, since]) => [id, since + ms])) });
  }

  private stage(): TemplateResult {
    if (this.step === 'end') return this.end();
    if (this.step === 'measure') return measure(this);
    return this.point ? what(this, this.point) : where(this);
  }

  private tabs(): TemplateResult {
    const measures = (this.view.counters?.length ?? 0) + (this.view.timers?.length ?? 0) > 0;
    const tab = (step: Step, picture: string) => html`<button aria-current=${this.step === step ? 'page' : 'false'}
      @click=${() => this.turn(step)}>${icon(picture as Svg)} <span>${this.say(`tab.${step === 'end' ? 'done' : step}`)}</span></button>`;
    return html`<nav>${tab('note', pen)}${measures ? tab('measure', timer) : nothing}${tab('end', flag)}</nav>`;
  }

  private turn(step: Step): void {
    this.step = step;
    this.latest = undefined;
  }

  /** A timer that runs is seen to run, and keeps the screen from asking who is here. */
  private tick(): void {
    if (held()) return;
    this.settle();
    if (Object.keys(this.memory.running).length === 0) return;
    this.stop.present();
    this.requestUpdate();
  }

  private end(): TemplateResult {
    const n = Object.values(this.memory.notes).reduce((sum, one) => sum + one, 0);
    const many = ['none', 'one'][n] ?? 'many';
    return html`<section class="end">
      <header><h1 tabindex="-1">${this.say('end', { customer: this.stop.scenario.customer.short })}</h1>
        <p>${this.say(`end.notes.${many}`, { n })} ${this.say('end.more')}</p></header>
      <affect-grid .t=${this.stop.t.bind(this.stop)} .value=${this.felt}
        @feel=${(e: CustomEvent<{ valence: number; arousal: number }>) => this.feel(e.detail)}></affect-grid>
      <div class="foot">
        <button class="quiet" @click=${() => this.turn('note')}>${this.say('end.on')}</button>
        <button class="primary" @click=${() => this.stop.finish('done')}>${this.say('end.done')}</button>
      </div>
    </section>`;
  }

  private feel(felt: { valence: number; arousal: number }): void {
    this.felt = felt;
    this.stop.react({ valence: felt.valence, arousal: felt.arousal });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'station-observe': StationObserve;
  }
}
