import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import bulb from 'lucide-static/icons/lightbulb.svg?raw';
import '../../kiosk/ui/shared/affect-grid.js';
import { StationElement } from '../../kiosk/ui/shared/base.js';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import type { Feeling } from '../../kiosk/ui/shared/feeling.js';
import { icon } from '../../kiosk/ui/shared/icon.js';
import { styles } from './element.css.js';
import type { View } from './view.js';
import type { Around, PortalWindow } from './window.js';
import './window.js';

type Phase = 'start' | 'portal' | 'ease' | 'feel';
type Ending = 'done' | 'gave-up';

/** What is kept for a reload: where one was, and nothing typed. */
interface Progress { phase: Phase; page: string; trail: string[]; hints: number; ending?: Ending }

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

  override connectedCallback(): void {
    super.connectedCallback();
    const { stop } = this;
    this.around = {
      view: stop.view, moreTime: stop.comfort.moreTime,
      t: (key, args) => stop.t(key, args), read: (text) => stop.read(text), file: (name) => stop.file(name),
      emit: (type, body) => { stop.emit(type, body); },
    };
    const kept = stop.progress as Progress | undefined;
    if (!kept || this.page) return;
    ({ phase: this.phase, page: this.page, trail: this.trail, hints: this.hints, ending: this.ending } = { ending: undefined, ...kept });
    if (this.phase === 'portal') stop.emit('portal.begun', {});
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
    this.stop.save({ phase, page, trail, hints, ...(ending ? { ending } : {}) } satisfies Progress);
  }

  override render(): TemplateResult {
    switch (this.phase) {
      case 'start': return this.start();
      case 'portal': return this.running();
      case 'ease': return this.ease();
      default: return this.feeling();
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
      ${this.card()}
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
        ${this.card()}
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

  /** What the visitor has in hand. */
  private card(): TemplateResult | typeof nothing {
    const { title, rows, note } = this.view.card;
    if (!rows?.length) return nothing;
    return html`<div class="card" role="group" aria-label=${this.read(title)}>
      <p class="title">${this.read(title)}</p>
      <dl>${rows.map((r) => html`<div><dt>${this.read(r.label)}</dt><dd>${r.value}</dd></div>`)}</dl>
      ${note ? html`<p class="note">${this.read(note)}</p>` : nothing}
    </div>`;
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
    this.page = this.portal.page;
    this.trail = this.portal.trail;
    this.felt = null;
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
      <div class="next"><button class="primary" @click=${() => this.stop.finish('done')}>${this.words('finish')}</button></div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'station-portal': StationPortal;
  }
}
