import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../kiosk/ui/shared/affect-grid.js';
import { StationElement } from '../../kiosk/ui/shared/base.js';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import { face } from '../../kiosk/ui/shared/face.js';
import type { Feeling } from '../../kiosk/ui/shared/feeling.js';
import type { FeltAt } from '../../kiosk/ui/shared/station.js';
import { Clips } from './clip.js';
import { drawing } from './drawing.js';
import { styles } from './element.css.js';
import type { Ground } from './ground.js';
import { mapStyles } from './map.css.js';
import { sheet } from './sheet.js';
import { sheetStyles } from './sheet.css.js';
import { steps, type Channel, type Evidence, type Kept, type Pin, type Step, type View } from './view.js';

type Phase = 'way' | 'end';
interface Progress extends Kept { phase: Phase; open?: number }

/** The journey station: the whole way on one drawing, a step of it close by, then how the customer feels at its end. */
@customElement('station-journey')
export class StationJourney extends StationElement<View> {
  static override styles = [buttons, styles, mapStyles, sheetStyles];

  @state() private phase: Phase = 'way';
  /** The step that is looked at. */
  @state() open: number | undefined;
  @state() kept: Kept = { pins: {}, hands: {}, told: [] };
  @state() ground: Ground = { width: 1000, height: 300, upright: false, mirrored: false, steps: 1, pad: 46 };
  /** Lines that labels stand in below the drawing, in turn. */
  @state() rows = 2;
  @state() private feeling: Feeling | null = null;
  clips: Clips | undefined;
  /** The clip that was asked for last. */
  heard: Evidence['clip'];
  steps: Step[] = [];
  /** What is typed, by step: kept nowhere but here and in facts. */
  texts: Record<string, string> = {};
  private untold = new Set<string>();
  private readonly sizes = new ResizeObserver(() => this.measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.steps = steps(this.view);
    const kept = this.stop.progress as Progress | undefined;
    if (kept) ({ phase: this.phase, open: this.open } = { open: undefined, ...kept });
    if (kept) this.kept = { pins: kept.pins, hands: kept.hands, told: kept.told };
    const { recording } = this.view;
    if (recording) this.clips = new Clips(this.stop.file(recording), () => this.requestUpdate(), this.stop.present);
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.clips?.close();
    for (const s of this.steps) this.tell(s);
  }

  override updated(changed: PropertyValues): void {
    const field = this.renderRoot.querySelector('.field');
    if (field) this.sizes.observe(field);
    if (changed.has('phase') && changed.get('phase')) this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
    if (changed.has('open')) this.refocus(changed.get('open') as number | undefined);
  }

  /** The keyboard follows: to the step that opened, or back to where one was. */
  private refocus(before: number | undefined): void {
    const to = this.open === undefined && before !== undefined ? `[data-step="${this.steps[before]!.id}"]` : '#step';
    this.renderRoot.querySelector<HTMLElement>(to)?.focus();
  }

  private measure(): void {
    const em = parseFloat(getComputedStyle(this).fontSize);
    const column = (this.clientWidth - 4 * em) / this.steps.length;
    const upright = this.clientWidth < this.clientHeight || column < 2.6 * em;
    const field = this.renderRoot.querySelector('.field')?.getBoundingClientRect();
    this.rows = Math.max(1, Math.min(3, Math.ceil((7 * em) / column)));
    this.ground = {
      width: field?.width || 1000, height: field?.height || 300, upright, steps: this.steps.length,
      mirrored: getComputedStyle(this).direction === 'rtl', pad: this.open === undefined ? 46 : 30,
    };
  }

  words(key: string, args: Record<string, string | number> = {}): string {
    return this.t(`journey.${key}`, { customer: this.stop.scenario.customer.short, ...args });
  }

  channel(step: Step): Channel | undefined {
    return this.view.channels.find((c) => c.id === step.channel);
  }

  /** How the visitor felt at the station that stands for a step. */
  felt(step: Step): FeltAt | undefined {
    return this.stop.felt.find((f) => f.station === step.station);
  }

  has(step: Step, pin: Pin): boolean {
    return this.kept.pins[step.id]?.includes(pin) ?? false;
  }

  show(step: number | undefined): void {
    this.clips?.stop();
    this.open = step;
    this.keep();
  }

  pin(step: Step, pin: Pin): void {
    const on = !this.has(step, pin);
    this.stop.emit('journey.pinned', { step: step.id, pin, on });
    const others = (this.kept.pins[step.id] ?? []).filter((p) => p !== pin);
    this.kept = { ...this.kept, pins: { ...this.kept.pins, [step.id]: on ? [...others, pin] : others } };
    this.keep();
  }

  hand(step: Step, id: string): void {
    const before = this.kept.hands[step.id] ?? [];
    const hands = before.includes(id) ? before.filter((h) => h !== id) : [...before, id];
    this.stop.emit('journey.handed', { step: step.id, hands });
    this.kept = { ...this.kept, hands: { ...this.kept.hands, [step.id]: hands } };
    this.keep();
  }

  type(step: Step, text: string): void {
    this.texts[step.id] = text;
    this.untold.add(step.id);
  }

  /** Tells what was typed at a step, once. */
  tell(step: Step): void {
    if (!this.untold.delete(step.id)) return;
    const text = this.texts[step.id] ?? '';
    this.stop.emit('journey.said', { step: step.id, text });
    const told = this.kept.told.filter((id) => id !== step.id);
    this.kept = { ...this.kept, told: text ? [...told, step.id] : told };
    this.keep();
  }

  hear(clip: NonNullable<Evidence['clip']>): void {
    this.heard = clip;
    if (this.clips?.playing === clip.from) this.clips.stop();
    else void this.clips?.play(clip.from, clip.to);
  }

  private keep(): void {
    const { phase, open, kept } = this;
    this.stop.save({ phase, ...kept, ...(open === undefined ? {} : { open }) } satisfies Progress);
  }

  private get count(): number {
    return Object.values(this.kept.pins).reduce((n, p) => n + p.length, 0);
  }

  override render(): TemplateResult {
    return this.phase === 'end' ? this.end() : this.way();
  }

  private way(): TemplateResult {
    const { open } = this;
    return html`<section class="way ${open === undefined ? '' : 'near'} ${this.ground.upright ? 'upright' : ''}" @keydown=${this.key}>
      ${open === undefined ? this.head() : nothing}
      ${drawing(this)}
      ${open === undefined ? html`<div class="next">
        <p>${this.words('mixed')}</p>
        <button class="primary" @click=${this.done}>${this.words(this.count ? 'done' : 'done.none')}</button>
      </div>` : sheet(this, open)}
    </section>`;
  }

  private head(): TemplateResult {
    const ideal = this.steps.some((s) => s.ideal !== undefined);
    const legend = ['today', ...(ideal ? ['ideal'] : []), ...(this.stop.felt.length ? ['felt'] : [])];
    return html`<header>
      <div>
        <p class="eyebrow">${this.words('eyebrow')}</p>
        <h1 tabindex="-1">${this.words('ask')}</h1>
        <p>${this.view.about ? this.read(this.view.about) : nothing} ${this.words('lead')}</p>
      </div>
      <ul class="legend">${legend.map((l) => html`<li class=${l}>
        ${l === 'felt' ? html`<svg viewBox="-10 -10 20 20" aria-hidden="true">${face(this.stop.felt[0]!)}</svg>` : nothing}${this.words(`legend.${l}`)}</li>`)}</ul>
    </header>`;
  }

  private key(e: KeyboardEvent): void {
    if (e.key === 'Escape' && this.open !== undefined) this.show(undefined);
  }

  private done(): void {
    this.stop.emit('journey.done', {});
    this.turn('end');
  }

  private turn(phase: Phase): void {
    this.phase = phase;
    this.keep();
  }

  private end(): TemplateResult {
    const n = this.count;
    return html`<section class="after">
      <div>
        <p class="eyebrow">${this.words(n > 1 ? 'end.some' : n ? 'end.one' : 'end.none', { n })}</p>
        <h1 tabindex="-1">${this.words('end.feel')}</h1>
      </div>
      <affect-grid .t=${this.stop.t.bind(this.stop)} .value=${this.feeling} @feel=${this.feel}></affect-grid>
      <div class="next">
        <button class="quiet" @click=${() => this.turn('way')}>${this.words('end.back')}</button>
        <button class="primary" @click=${() => this.stop.finish('done')}>${this.words('finish')}</button>
      </div>
    </section>`;
  }

  private feel(e: CustomEvent<Feeling>): void {
    this.feeling = e.detail;
    this.stop.react({ ...e.detail, moment: { ref: this.steps.at(-1)!.id } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'station-journey': StationJourney;
  }
}
