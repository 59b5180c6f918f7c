import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import { buttons } from '../../../kiosk/ui/shared/button.css.js';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import { page } from '../../../kiosk/ui/shared/page.css.js';
import { when } from '../../../kiosk/ui/shared/pledge.js';
import type { Answer, Stop } from '../../../kiosk/ui/shared/station.js';
import type { Returned, Takeaway } from '../../../kiosk/ui/shared/wire.gen.js';
import { styles } from './returning.css.js';

/** How the pledge of an earlier visit went. */
export const went = ['done', 'partly', 'not-yet'] as const;
export type Went = (typeof went)[number];

/** How long, in ms, until it is asked again whether an erased visit is out of the files. */
const again = 2000;

const letters = 8;

/**
 * Somebody who was here before: their code brings back their last pledge, and
 * lets them withdraw that visit. Fires `went` with how the pledge went, or
 * undefined where that was not said; then the entry goes on.
 */
@customElement('entry-returning')
export class EntryReturning extends LitElement {
  static override styles = [buttons, page, styles];

  @property({ attribute: false }) stop!: Stop;
  @state() private step: 'code' | 'pledge' | 'sure' | 'erasing' | 'erased' = 'code';
  @state() private code = '';
  @state() private busy = false;
  @state() private problem?: { key: string; wait: number };
  @state() private pledge?: Returned['pledge'];
  @state() private went?: Went;
  private timer?: ReturnType<typeof setTimeout>;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    const body = { code: this.asking, pledge: this.telling, sure: this.sure, erasing: this.gone, erased: this.gone }[this.step];
    return html`<div class="page"><div class="body">${body.call(this)}</div><footer><span></span><span></span>
      <span class="ways">${this.ways()}</span></footer></div>`;
  }

  private t(key: string, args?: Record<string, string | number>): string {
    return this.stop.t(`entry.returning${key}`, args);
  }

  private asking(): TemplateResult {
    const { problem } = this;
    const key = problem?.key ?? (this.busy ? '.looking' : '');
    return html`<form @submit=${this.lookUp}>
      <h1 tabindex="-1">${this.t('.title')}</h1>
      <p class="lead">${this.t('.lead')}</p>
      <label>${this.t('.code')}
        <input .value=${this.code} maxlength=${letters + 1} autocomplete="off" autocapitalize="characters" spellcheck="false"
          ?readonly=${this.busy} @input=${this.typed} />
      </label>
      <p class=${problem ? 'problem' : ''} aria-live="polite">${key ? this.t(key, { n: problem?.wait ?? 0 }) : nothing}</p>
      <button hidden></button>
    </form>`;
  }

  private telling(): TemplateResult {
    const { pledge } = this;
    if (!pledge) return html`<div class="told"><h1 tabindex="-1">${this.t('.title')}</h1><p class="lead">${this.t('.none')}</p>${this.withdrawal()}</div>`;
    const due = when(this.stop.t, pledge.when);
    return html`<div class="told">
      <p class="lead">${this.t('.pledge')}</p>
      <blockquote>${pledge.text}</blockquote>
      ${due ? html`<p class="soft">${due}</p>` : nothing}
      <h1 tabindex="-1" id="how">${this.t('.how')}</h1>
      <div class="choices" role="radiogroup" aria-labelledby="how">
        ${went.map((w) => html`<label class="choice">
          <input type="radio" name="went" .checked=${this.went === w} @change=${() => (this.went = w)} /> ${this.t(`.${w}`)}
        </label>`)}
      </div>
      <p class="soft">${this.t('.any')}</p>
      ${this.withdrawal()}
    </div>`;
  }

  private withdrawal(): TemplateResult {
    return html`<p><button class="quiet" @click=${() => this.go('sure')}>${this.t('.withdraw')}</button></p>`;
  }

  private sure(): TemplateResult {
    return html`<div class="told">
      <h1 tabindex="-1">${this.t('.sure')}</h1>
      <p class="lead">${this.t('.sure.lead')}</p>
      <p class="problem" aria-live="polite">${this.problem ? this.t(this.problem.key, { n: this.problem.wait }) : nothing}</p>
    </div>`;
  }

  private gone(): TemplateResult {
    return html`<div class="told" role="status">
      <h1 tabindex="-1">${this.t(`.${this.step}`)}</h1>
      <p class="lead">${this.t(`.${this.step}.lead`)}</p>
    </div>`;
  }

  private ways(): TemplateResult {
    const on = (key: string, then: () => void, primary = true, off = false) =>
      html`<button class=${primary ? 'primary' : 'quiet'} ?disabled=${off} @click=${then}>${this.t(key)} ${primary ? icon(arrowRight) : nothing}</button>`;
    const leave = () => this.dispatchEvent(new CustomEvent<Went | undefined>('went', { detail: this.went }));
    if (this.step === 'code') {
      const whole = this.code.length === letters && !this.busy && !this.problem?.wait;
      return html`${on('.without', leave, false)} ${on('.look', () => void this.lookUp(), true, !whole)}`;
    }
    if (this.step === 'sure') return html`${on('.sure.yes', () => void this.withdraw(), false, this.busy)} ${on('.sure.no', () => this.go('pledge'))}`;
    return on('.on', leave);
  }

  private go(step: typeof this.step): void {
    this.step = step;
    this.problem = undefined;
    void this.updateComplete.then(() => this.renderRoot.querySelector('h1')?.focus());
  }

  private typed(e: InputEvent): void {
    const field = e.target as HTMLInputElement;
    this.code = field.value.toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, letters);
    field.value = this.code;
    if (!this.problem?.wait) this.problem = undefined;
  }

  private async lookUp(e?: SubmitEvent): Promise<void> {
    e?.preventDefault();
    if (this.code.length < letters || this.busy || this.problem?.wait) return;
    const found = await this.ask<Returned>('returns');
    if (!found) return;
    this.pledge = found.pledge;
    this.go('pledge');
  }

  private async withdraw(): Promise<void> {
    const told = await this.ask<Takeaway>('returns/withdraw');
    if (!told) return;
    this.went = undefined;
    this.go(told.erasing ? 'erasing' : 'erased');
    if (told.erasing) this.timer = setTimeout(() => void this.withdraw(), again);
  }

  /** Asks the room about the code; says what went wrong, where something did. */
  private async ask<T>(path: string): Promise<T | undefined> {
    this.busy = true;
    this.problem = undefined;
    const answer: Answer<T> = await this.stop.ask<T>(path, { code: this.code });
    this.busy = false;
    if (answer.ok) return answer.value;
    if (answer.status === 429) this.wait(answer.wait);
    else this.problem = { key: answer.status === 404 ? '.unknown' : '.failed', wait: 0 };
    return undefined;
  }

  private wait(seconds: number): void {
    this.problem = { key: '.slow', wait: seconds };
    this.timer = setTimeout(() => (this.problem = undefined), seconds * 1000);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entry-returning': EntryReturning;
  }
}
