import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import bulb from 'lucide-static/icons/lightbulb.svg?raw';
import '../../kiosk/ui/shared/affect-grid.js';
import { StationElement } from '../../kiosk/ui/shared/base.js';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import type { Feeling } from '../../kiosk/ui/shared/feeling.js';
import { icon } from '../../kiosk/ui/shared/icon.js';
import { customers } from './customers.js';
import { styles } from './element.css.js';
import './hand.js';
import { Memory, type Remembered } from './memory.js';
import { Pauses } from './pauses.js';
import type { Link, View } from './view.js';
import { moreTime, type Around, type PortalWindow } from './window.js';

type Phase = 'start' | 'portal' | 'ease' | 'feel' | 'others';
type Ending = 'done' | 'gave-up';

/** What is kept for a reload: where one was, and nothing typed. */
interface Progress { phase: Phase; page: string; trail: string[]; hints: number; ending?: Ending; memory?: Remembered }

/** The portal station: the task, the portal with the room in the margin, then how hard it was. */
@customElement('station-portal')
export class StationPortal extends StationElement<View> {
  static override styles = [buttons, styles];

  @state() private phase: Phase = 'start';
  @state() private hints = 0;
  @state() private felt: Feeling | null = null;
  @query('portal-window') private portal!: PortalWindow | null;
  private ending: Ending | undefined;
  private page = '';
  private trail: string[] = [];
  private around!: Around;
  private memory!: Memory;
  private pauses!: Pauses;

  override connectedCallback(): void {
    super.connectedCallback();
    const { stop } = this;
    const kept = stop.progress as Progress | undefined;
    this.memory ??= new Memory(stop.view, kept?.memory, stop.comfort.moreTime ? moreTime : 1, () => this.remembers());
    this.pauses ??= new Pauses(stop.view.pause, (ms) => {
      if (this.phase === 'portal') stop.emit('portal.paused', { page: this.page, ms });
    });
    this.pauses.watch(this);
    this.around = {
      view: stop.view, memory: this.memory, moreTime: stop.comfort.moreTime,
      language: stop.language, customer: stop.scenario.customer.short,
      t: (key, args) => stop.t(key, args), read: (text) => stop.read(text), file: (name) => stop.file(name),
      emit: (type, body) => { stop.emit(type, body); },
    };
    if (!kept || this.page) return;
    ({ phase: this.phase, page: this.page, trail: this.trail, hints: this.hints, ending: this.ending } = { ending: undefined, ...kept });
    if (this.phase === 'portal') stop.emit('portal.begun', {});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pauses.unwatch(this);
    this.memory.stop();
  }

  /** A message came, or something else that conditions ask. */
  private remembers(): void {
    this.requestUpdate();
    this.portal?.requestUpdate();
    if (this.phase === 'portal') this.keep();
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('phase') && this.phase !== 'portal') this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  private words(key: string, args: Record<string, string | number> = {}): string {
    return this.t(`portal.${key}`, { customer: this.stop.scenario.customer.short, ...args });
  }

  private turn(phase: Phase): void {
    this.phase = phase;
    this.keep();
  }

  private keep(): void {
    const { phase, page, trail, hints, ending } = this;
    this.stop.save({ phase, page, trail, hints, memory: this.memory.remembered, ...(ending ? { ending } : {}) } satisfies Progress);
  }

  override render(): TemplateResult {
    switch (this.phase) {
      case 'start': return this.start();
      case 'portal': return this.running();
      case 'ease': return this.ease();
      case 'feel': return this.feeling();
      default: return this.others();
    }
  }

  private start(): TemplateResult {
    return html`<section class="start">
      <div>
        <p class="eyebrow">${this.words('task')}</p>
        <h1 tabindex="-1">${this.read(this.view.task)}</h1>
        ${this.view.about ? html`<p class="about">${this.read(this.view.about)}</p>` : nothing}
        <p>${this.words('lead')} ${this.words('free')}</p>
      </div>
      <portal-hand alone .stop=${this.stop}></portal-hand>
      <div class="next"><button class="primary" @click=${this.begin}>${this.words('begin')}</button></div>
    </section>`;
  }

  private begin(): void {
    this.stop.emit('portal.begun', {});
    this.turn('portal');
  }

  private running(): TemplateResult {
    return html`<section class="running">
      <portal-window .around=${this.around} .page=${this.page} .trail=${this.trail}
        ?still=${this.stop.comfort.reducedMotion} @moved=${this.moved}></portal-window>
      <aside aria-label=${this.words('room')}>
        <div class="brief">
          <h1>${this.words('task')}</h1>
          <p>${this.read(this.view.task)}</p>
          ${this.hint()}
        </div>
        <portal-hand .stop=${this.stop} .post=${this.memory.post} .fill=${(text: string) => this.portal?.filled(text) ?? text}
          @follow=${(e: CustomEvent<Link>) => this.portal?.follow(e.detail)}></portal-hand>
        <div class="now">
          <h2 id="now">${this.words('feel')}</h2>
          <affect-grid compact .t=${this.stop.t.bind(this.stop)} .value=${this.felt} @feel=${this.feel}></affect-grid>
        </div>
        <div class="act">
          <button class="quiet" @click=${() => this.end('gave-up')}>${this.words('give-up')}</button>
          <button class="primary" @click=${() => this.end('done')}>${this.words('done')}</button>
        </div>
      </aside>
    </section>`;
  }

  private hint(): TemplateResult | typeof nothing {
    const hints = this.view.hints ?? [];
    if (!hints.length) return nothing;
    const last = this.hints - 1;
    return html`<div class="hint">
      <p role="status">${last < 0 ? nothing : html`<b>${this.words('hint.title', { n: this.hints })}</b> ${this.read(hints[last])}`}</p>
      ${this.hints < hints.length ? html`<button class="ask" @click=${this.ask}>
        ${icon(bulb)} ${this.words(last < 0 ? 'hint' : 'hint.more')}</button>` : nothing}
    </div>`;
  }

  private ask(): void {
    this.stop.emit('portal.hinted', { hint: this.hints });
    this.hints++;
    this.keep();
  }

  private moved(): void {
    if (!this.portal) return;
    if (this.page !== this.portal.page) this.felt = null;
    this.page = this.portal.page;
    this.trail = this.portal.trail;
    this.keep();
  }

  private feel(e: CustomEvent<Feeling>): void {
    this.felt = e.detail;
    this.stop.react({ ...e.detail, moment: { ref: this.page } });
  }

  private end(how: Ending): void {
    this.ending = how;
    this.stop.emit(`portal.${how}`, { page: this.page });
    this.felt = null;
    this.turn('ease');
  }

  private ease(): TemplateResult {
    return html`<section class="after">
      <p class="eyebrow">${this.words(`end.${this.ending ?? 'done'}`)}</p>
      <h1 tabindex="-1" id="seq">${this.words('seq')}</h1>
      <p>${this.words('seq.why')}</p>
      <div class="seq" role="group" aria-labelledby="seq">
        ${[1, 2, 3, 4, 5, 6, 7].map((n) => html`
          <button class="quiet" aria-label=${this.words('seq.value', { n })} @click=${() => this.rate(n)}>${n}</button>`)}
        <span>${this.words('seq.low')}</span><span>${this.words('seq.high')}</span>
      </div>
      <div class="next"><button class="quiet" @click=${this.begin}>${this.words('feel.close')}</button></div>
    </section>`;
  }

  private rate(seq: number): void {
    this.stop.emit('portal.rated', { seq });
    this.turn('feel');
  }

  private feeling(): TemplateResult {
    return html`<section class="after wide">
      <h1 tabindex="-1">${this.words('end.feel')}</h1>
      <affect-grid .t=${this.stop.t.bind(this.stop)} .value=${this.felt} @feel=${this.feel}></affect-grid>
      <div class="next">${this.view.customers
        ? html`<button class="primary" @click=${() => this.turn('others')}>${this.words('customers.on')}</button>` : this.finish()}</div>
    </section>`;
  }

  private others(): TemplateResult {
    return html`<section class="after">
      <h1 tabindex="-1">${this.words('customers')}</h1>
      ${this.view.customers ? customers(this.view.customers, this.read.bind(this), this.words.bind(this)) : nothing}
      <div class="next">${this.finish()}</div>
    </section>`;
  }

  private finish(): TemplateResult {
    return html`<button class="primary" @click=${() => this.stop.finish('done')}>${this.words('finish')}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'station-portal': StationPortal;
  }
}
