import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import erase from 'lucide-static/icons/delete.svg?raw';
import { icon } from '../shared/icon.js';

const keys = [...'BCDFGHJKMNPQRTVWXY346789']; // what badges are lettered with
const length = 4;

/** A badge's code, typed on big keys or a keyboard. Fires `code` when it is whole. */
@customElement('code-entry')
export class CodeEntry extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      grid-template-rows: auto auto;
      gap: var(--s5);
      align-content: center;
      justify-items: center;
      container-type: inline-size;
    }
    input {
      box-sizing: border-box;
      inline-size: 8.2ch;
      padding: 0.1em 0 0.1em 0.45ch;
      border: 0;
      border-block-end: 3px solid var(--edge);
      border-radius: 0;
      background: none;
      color: var(--ink);
      font: 600 var(--t6) / 1.2 var(--font-room);
      letter-spacing: 0.55ch;
      text-transform: uppercase;
      caret-color: var(--station-ink);
      font-variant-numeric: lining-nums tabular-nums;
    }
    input:focus {
      outline: none;
      border-color: var(--ink);
    }
    .keys {
      display: grid;
      grid-template-columns: repeat(7, minmax(0, 1fr));
      gap: var(--s2);
      inline-size: min(100%, 42rem);
    }
    @container (max-width: 30rem) {
      .keys {
        grid-template-columns: repeat(6, minmax(0, 1fr));
      }
    }
    button {
      min-block-size: max(56px, 3em);
      padding: 0;
      border: 1.5px solid var(--edge);
      border-radius: var(--radius);
      background: var(--card);
      color: var(--ink);
      font: 600 var(--t2) / 1 var(--font-room);
      cursor: pointer;
      touch-action: manipulation;
      -webkit-tap-highlight-color: transparent;
    }
    button:active {
      background: var(--shade);
    }
    button:focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: 2px;
    }
    :host([waiting]) .keys {
      opacity: 0.5;
    }
  `;

  @property({ attribute: false }) label = '';
  @property({ attribute: false }) erase = '';
  @property({ attribute: false }) language = 'en';
  /** A code is being looked up, or too many were wrong: keys rest. */
  @property({ type: Boolean, reflect: true }) waiting = false;
  @state() private code = '';

  override render(): TemplateResult {
    return html`
      <input aria-label=${this.label} .value=${this.code} maxlength=${length} inputmode="none" autocomplete="off"
        autocapitalize="characters" spellcheck="false" ?readonly=${this.waiting} @input=${this.typed} />
      <div class="keys">
        ${keys.map((k) => html`<button ?disabled=${this.waiting} @click=${() => this.set(this.code + k)}>${k}</button>`)}
        <button aria-label=${this.erase} title=${this.erase} @click=${() => this.set(this.code.slice(0, -1))}>${icon(erase)}</button>
      </div>
    `;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus({ preventScroll: true });
  }

  private typed(e: Event): void {
    this.set((e.target as HTMLInputElement).value);
    this.requestUpdate();
  }

  private set(text: string): void {
    this.code = text.toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, length);
    if (this.code.length < length) return;
    const detail = this.code;
    this.code = '';
    this.dispatchEvent(new CustomEvent<string>('code', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'code-entry': CodeEntry;
  }
}
