import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import erase from 'lucide-static/icons/delete.svg?raw';
import hide from 'lucide-static/icons/chevron-down.svg?raw';
import { icon } from '../../kiosk/ui/shared/icon.js';

/**
 * The room's keyboard for screens that have none. It never takes the focus.
 * Fires `press` with a character, "" to erase, and `hide`.
 */
@customElement('portal-keys')
export class Keys extends LitElement {
  static override styles = css`
    :host {
      display: block;
      padding: var(--s2);
      background: var(--shade);
      border-block-start: 1px solid var(--edge);
      user-select: none;
      -webkit-user-select: none;
    }
    .row {
      display: flex;
      justify-content: center;
      gap: var(--s1);
      margin-block: var(--s1);
    }
    button {
      flex: 1 1 0;
      max-inline-size: 5.5rem;
      min-inline-size: 0;
      min-block-size: 48px;
      padding: 0;
      border: 1px solid var(--edge);
      border-radius: 6px;
      background: var(--card);
      color: var(--ink);
      font: 500 var(--t1) / 1 var(--font-room);
      touch-action: manipulation;
    }
    button:active { background: var(--hairline); }
    button[aria-pressed='true'] { background: var(--ink); color: var(--paper); }
    .wide { flex: 2 1 0; max-inline-size: 11rem; }
    .space { flex: 5 1 0; max-inline-size: 30rem; }
    .icon { vertical-align: -0.2em; }
  `;

  @property({ attribute: false }) t: (key: string) => string = (key) => key;
  /** Digits and what goes between them only. */
  @property({ type: Boolean }) digits = false;
  @state() private capital = false;

  override render(): TemplateResult {
    return html`<div
      role="group" aria-label=${this.t('portal.keys')}
      @pointerdown=${(e: Event) => e.preventDefault()} @mousedown=${(e: Event) => e.preventDefault()}
    >${this.digits ? this.pad() : this.letters()}</div>`;
  }

  private pad(): TemplateResult {
    return html`
      <div class="row">${[...'12345'].map(this.key)}${this.erase()}</div>
      <div class="row">${[...'67890'].map(this.key)}${this.hide()}</div>
      <div class="row">${[...'-./,:'].map(this.key)}<span class="wide"></span></div>`;
  }

  private letters(): TemplateResult {
    const rows = this.t('portal.keys.letters').split('|');
    return html`
      <div class="row">${[...'1234567890'].map(this.key)}${this.erase()}</div>
      ${rows.map((row) => html`<div class="row">${[...row].map((c) => this.key(this.capital ? c.toUpperCase() : c))}</div>`)}
      <div class="row">
        <button
          class="wide" tabindex="-1" aria-pressed=${this.capital}
          @click=${() => (this.capital = !this.capital)}
        >${this.t('portal.keys.capital')}</button>
        ${[...'-@'].map(this.key)}
        <button class="space" tabindex="-1" @click=${() => this.press(' ')}>${this.t('portal.keys.space')}</button>
        ${[...'.?'].map(this.key)} ${this.hide()}
      </div>`;
  }

  private key = (c: string): TemplateResult =>
    html`<button tabindex="-1" @click=${() => this.press(c)}>${c}</button>`;

  private erase(): TemplateResult {
    return html`<button class="wide" tabindex="-1" @click=${() => this.press('')}>
      ${icon(erase)} ${this.t('portal.keys.erase')}</button>`;
  }

  private hide(): TemplateResult {
    return html`<button class="wide" tabindex="-1" @click=${() => this.dispatchEvent(new Event('hide'))}>
      ${icon(hide)} ${this.t('portal.keys.hide')}</button>`;
  }

  private press(c: string): void {
    this.dispatchEvent(new CustomEvent<string>('press', { detail: c }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-keys': Keys;
  }
}
