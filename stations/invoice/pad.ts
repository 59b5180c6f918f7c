import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import backspace from 'lucide-static/icons/delete.svg?raw';
import { icon } from '../../kiosk/ui/shared/icon.js';
import { point, sign } from './numerals.js';

/**
 * An amount by thumb or by keyboard. `value` is a plain decimal, "" while
 * nothing is there; fires `change` when it has changed.
 */
@customElement('amount-pad')
export class AmountPad extends LitElement {
  @property({ attribute: false }) t!: (key: string) => string;
  @property({ attribute: false }) language = 'en';
  @property({ attribute: false }) currency = '';
  /** Decimal places of the currency. */
  @property({ attribute: false }) places = 2;
  @property({ attribute: false }) value = '';
  @query('input') private input!: HTMLInputElement;

  override focus() {
    this.input.focus();
  }

  override updated(changed: PropertyValues<this>) {
    if (changed.has('value')) this.input.value = this.shown;
  }

  override render() {
    const { text, before } = sign(this.language, this.currency);
    const currency = html`<span class="currency" aria-hidden="true">${text}</span>`;
    const digit = (n: string) => html`<button type="button" @click=${() => this.press(n)}>${n}</button>`;
    return html`
      <label class=${before ? 'before' : 'after'}>
        ${currency}
        <input inputmode="none" autocomplete="off" aria-label="${this.t('invoice.pad')}, ${this.currency}" @input=${this.typed} />
      </label>
      <div class="keys" dir="ltr">
        ${[...'789456123'].map(digit)}
        ${this.places > 0
          ? html`<button type="button" aria-label=${this.t('invoice.pad.point')} @click=${() => this.press('.')}>${point(this.language)}</button>`
          : html`<span></span>`}
        ${digit('0')}
        <button type="button" aria-label=${this.t('invoice.pad.delete')} ?disabled=${!this.value} @click=${this.erase}>${icon(backspace)}</button>
      </div>`;
  }

  private get shown(): string {
    return this.value.replace('.', point(this.language));
  }

  private typed() {
    this.take(this.input.value.replace(point(this.language), '.').replace(',', '.').replace(/\s/g, ''));
    this.input.value = this.shown;
  }

  private press(key: string) {
    this.take(key === '.' && !this.value ? '0.' : this.value + key);
  }

  private erase() {
    this.take(this.value.slice(0, -1));
  }

  /** Takes what the currency can have, and leaves the rest. */
  private take(next: string) {
    const whole = next.replace(/^0+(?=\d)/, '');
    if (whole === this.value || !new RegExp(`^(\\d{1,9}(\\.\\d{0,${this.places}})?)?$`).test(whole)) return;
    if (this.places === 0 && whole.includes('.')) return;
    this.value = whole;
    this.dispatchEvent(new Event('change'));
  }

  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s3);
      min-inline-size: 0;
    }
    label {
      display: flex;
      align-items: baseline;
      gap: 0.3em;
      padding: var(--s1) var(--s3);
      border-block-end: 3px solid var(--ink);
      font: 500 var(--t5) / 1.2 var(--font-voice);
      font-variant-numeric: lining-nums tabular-nums;
    }
    label:focus-within {
      outline: 3px solid var(--focus);
      outline-offset: 3px;
    }
    .after {
      flex-direction: row-reverse;
    }
    .currency {
      color: var(--ink-soft);
    }
    input {
      flex: 1 1 0;
      inline-size: 0;
      min-inline-size: 0;
      padding: 0;
      border: 0;
      outline: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: end;
    }
    .keys {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: var(--s2);
    }
    button {
      display: grid;
      place-items: center;
      min-block-size: clamp(56px, 8cqb, 92px);
      padding: 0;
      border: 1.5px solid var(--edge);
      border-radius: var(--radius);
      background: var(--card);
      color: var(--ink);
      font: 500 var(--t3) / 1 var(--font-room);
      font-variant-numeric: tabular-nums;
      cursor: pointer;
      touch-action: manipulation;
    }
    button:active {
      background: var(--shade);
    }
    button:disabled {
      color: var(--ink-soft);
      border-color: var(--hairline);
    }
    button:focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: 3px;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'amount-pad': AmountPad;
  }
}
