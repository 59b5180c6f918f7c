import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../kiosk/ui/shared/affect-grid.js';
import { now } from '../../kiosk/ui/shared/hold.js';
import { StationElement } from '../../kiosk/ui/shared/base.js';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import type { Feeling } from '../../kiosk/ui/shared/feeling.js';
import { styles } from './element.css.js';
import type { Around } from './around.js';
import { Shift, type Kept } from './shift.js';
import './serving.js';
import './theirs.js';
import type { View } from './view.js';

type Phase = 'start' | 'desk' | 'theirs' | 'feel';

/** What is kept for a reload: where one was, and nothing typed. */
interface Progress { phase: Phase; shift: Kept; who: string }

const tick = 250;
/** So often the clock is kept, ms; all that happens is kept at once. */
const keepEvery = 5000;
/** So long after somebody came or left the queue is taken to be watched, ms. */
const watched = 30_000;

/** The desk station: who one is now, the queue, then the customers' side of the same minutes. */
@customElement('station-desk')
export class StationDesk extends StationElement<View> {
  static override styles = [buttons, styles];

  @state() private phase: Phase = 'start';
  @state() private who = '';
  @state() private felt: Feeling | null = null;
  @state() private drawn = 0;
  private shift!: Shift;
  private around!: Around;
  private timer: ReturnType<typeof setInterval> | undefined;
  private at = 0;
  private keptAt = 0;
  private happenedAt = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    const { stop } = this;
    this.around = {
      view: stop.view, customer: stop.scenario.customer.short,
      t: (key, args) => stop.t(`desk.${key}`, args), read: (text) => stop.read(text), file: (name) => stop.file(name),
    };
    const kept = stop.progress as Progress | undefined;
    if (!this.shift) {
      this.shift = new Shift(stop.view, stop.comfort.moreTime, kept?.shift, (type, body) => { stop.emit(type, body); });
      if (kept) ({ phase: this.phase, who: this.who } = kept);
    }
    if (this.phase === 'desk') this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('phase') && this.phase !== 'desk') this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  private turn(phase: Phase): void {
    this.phase = phase;
    this.keep();
  }

  private keep(): void {
    this.keptAt = now();
    this.stop.save({ phase: this.phase, shift: this.shift.kept, who: this.who } satisfies Progress);
  }

  override render(): TemplateResult {
    switch (this.phase) {
      case 'start': return this.start();
      case 'desk': return html`<desk-serving .around=${this.around} .shift=${this.shift} .drawn=${this.drawn}
        @happened=${this.happened} @close=${this.close}></desk-serving>`;
      case 'theirs': return html`<desk-theirs .around=${this.around} .shift=${this.shift} .who=${this.who}
        @who=${this.look} @done=${() => this.turn('feel')}></desk-theirs>`;
      default: return this.feeling();
    }
  }

  private start(): TemplateResult {
    const { t, read } = this.around;
    const { rules, office } = this.view;
    return html`<section class="start">
      <div>
        <p class="eyebrow">${t('eyebrow')}</p>
        <h1 tabindex="-1">${t('title', { desk: read(office.desk) })}</h1>
        <p class="about">${read(this.view.about)}</p>
        <p>${t('lead')} ${t('free')}</p>
      </div>
      <div class="card" role="group" aria-labelledby="rules" style="--office:${office.colour}">
        ${office.logo ? html`<img src=${this.stop.file(office.logo)} alt=${office.name}>` : html`<p class="office">${office.name}</p>`}
        <h2 id="rules">${t('rules')}</h2>
        <ol>${rules.map((r) => html`<li>${read(r.text)}</li>`)}</ol>
      </div>
      <div class="next"><button class="primary" @click=${this.begin}>${t('begin')}</button></div>
    </section>`;
  }

  /** Sits down, or goes on after a reload: the clock stood still meanwhile. */
  private begin(): void {
    this.stop.emit('desk.begun', {});
    this.at = this.happenedAt = now();
    this.timer = setInterval(() => this.pass(), tick);
    this.turn('desk');
    this.pass();
  }

  private pass(): void {
    const at = now();
    const ms = at - this.at;
    this.at = at;
    if (document.hidden || this.phase !== 'desk') return;
    const second = Math.floor(this.shift.elapsed / 1000);
    const happened = this.shift.pass(ms);
    if (happened) this.happened();
    else if (at - this.keptAt > keepEvery) this.keep();
    if (at - this.happenedAt < watched && this.shift.waiting.length) this.stop.present();
    if (happened || Math.floor(this.shift.elapsed / 1000) !== second) this.drawn++;
  }

  private happened(): void {
    this.happenedAt = now();
    this.drawn++;
    this.keep();
  }

  private close(): void {
    clearInterval(this.timer);
    this.shift.close();
    this.who = this.shift.others[0] ?? this.shift.own;
    this.turn('theirs');
  }

  private look(e: CustomEvent<string>): void {
    this.who = e.detail;
    this.keep();
  }

  private feeling(): TemplateResult {
    const { t, customer } = this.around;
    return html`<section class="after">
      <div>
        <h1 tabindex="-1">${t('feel', { customer })}</h1>
        <p>${t('feel.why')}</p>
      </div>
      <affect-grid .t=${this.stop.t.bind(this.stop)} .value=${this.felt} @feel=${this.feel}></affect-grid>
      <div class="next">${this.felt ? html`<button class="primary" @click=${() => this.stop.finish('done')}>${t('finish')}</button>`
        : html`<button class="quiet" @click=${() => this.stop.finish('done')}>${t('finish')}</button>`}</div>
    </section>`;
  }

  private feel(e: CustomEvent<Feeling>): void {
    this.felt = e.detail;
    this.stop.react({ ...e.detail, moment: { ref: this.shift.own } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'station-desk': StationDesk;
  }
}
