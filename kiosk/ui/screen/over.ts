import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { AloudView } from '../shared/wire.gen.js';
import './aloud.js';
import { words } from './words.js';

/** What lies over the whole screen, so that nothing under it is reached. */
export type Over = 'number' | 'dark' | 'moment' | 'aloud';

/** Covers the screen: its number, to find it by; nothing but the dark; "one moment"; or the words of what all hear. */
@customElement('screen-over')
export class ScreenOver extends LitElement {
  static override styles = css`
    dialog {
      position: fixed;
      inset: 0;
      box-sizing: border-box;
      inline-size: 100vw;
      block-size: 100vh;
      max-inline-size: none;
      max-block-size: none;
      display: grid;
      place-content: center;
      justify-items: center;
      gap: var(--s4);
      margin: 0;
      padding: var(--s5);
      border: 0;
      background: var(--paper);
      color: var(--ink);
      text-align: center;
      outline: none;
      user-select: none;
    }
    .aloud {
      place-content: stretch center;
      padding: var(--s6);
    }
    .dark {
      background: #000;
      cursor: none;
    }
    h1,
    p {
      margin: 0;
    }
    .moment h1 {
      font: 500 min(calc(var(--t6) * 1.5), 16vw) / 1.05 var(--font-voice);
      letter-spacing: -0.015em;
    }
    .number { /* unlike a station's numeral */
      gap: 0;
      background: var(--ink);
      color: var(--paper);
    }
    .number h1 {
      font: 600 min(60vh, 40vw) / 1 var(--font-room);
      font-variant-numeric: lining-nums;
    }
    .number p {
      font: 600 var(--t5) / 1.2 var(--font-room);
    }
    .moment p {
      max-inline-size: 34ch;
      font-size: var(--t3);
      line-height: 1.35;
      color: var(--ink-soft);
      text-wrap: balance;
    }
    p.message {
      margin-block-start: var(--s4);
      font-weight: 600;
      color: var(--ink);
      overflow-wrap: anywhere;
    }
  `;

  @property({ attribute: false }) over: Over = 'moment';
  @property({ type: Number }) number = 0;
  @property({ attribute: false }) name = '';
  /** What the whole room hears. */
  @property({ attribute: false }) aloud: AloudView | undefined;
  @property({ attribute: false }) now: () => number = Date.now;
  @property({ type: Boolean }) inside = false;
  /** What the organiser says, in a moment like this. */
  @property({ attribute: false }) message = '';
  @property({ attribute: false }) language = 'en';
  private left: HTMLElement | undefined; // where the keyboard was
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  override render(): TemplateResult {
    // Escape asks a dialog to close; this one stays.
    return html`<dialog class=${this.over} tabindex="-1" aria-label=${this.label} @keydown=${(e: Event) => e.preventDefault()}
      @cancel=${(e: Event) => e.preventDefault()} @close=${() => this.show()}>${this.content()}</dialog>`;
  }

  override firstUpdated(): void {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (at instanceof HTMLElement) this.left = at;
    this.show();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.left?.focus({ preventScroll: true });
  }

  /** What lies on top comes last. */
  override updated(changed: PropertyValues<this>): void {
    if (changed.get('over')) this.show();
  }

  private show(): void {
    if (!this.isConnected) return;
    if (!this.dialog.open) this.dialog.showModal();
    this.dialog.focus();
  }

  private get label(): string {
    if (this.over === 'aloud') return this.t('shell.aloud');
    return this.over === 'number' ? this.t('shell.number', { n: this.number }) : this.t(this.over === 'dark' ? 'shell.dark' : 'shell.moment');
  }

  private content(): unknown {
    switch (this.over) {
      case 'number':
        return html`<p>${this.t('shell.number.word')}</p><h1>${this.number}</h1>${this.name === String(this.number) ? nothing : html`<p>${this.name}</p>`}`;
      case 'moment':
        return html`<h1>${this.t('shell.moment')}</h1><p role="status">${this.t('shell.moment.more')}</p>
          ${this.message ? html`<p class="message">${this.message}</p>` : nothing}`;
      case 'aloud':
        return html`<screen-aloud .aloud=${this.aloud!} .language=${this.language} .now=${this.now} ?inside=${this.inside}></screen-aloud>`;
      default:
        return nothing;
    }
  }

  private t(key: string, args?: Record<string, string | number>): string {
    return words(this.language, key, args);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-over': ScreenOver;
  }
}
