import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { buttons } from '../shared/button.css.js';

/** The room says one thing, calmly: a heading, a sentence, perhaps a code, at most one thing to do (`again`). */
@customElement('screen-card')
export class ScreenCard extends LitElement {
  static override styles = [buttons, css`
    :host {
      display: grid;
      place-content: center;
      justify-items: start;
      gap: var(--s4);
      box-sizing: border-box;
      min-block-size: 100%;
      padding: var(--s5);
      background: var(--paper);
    }
    :host([whole]) {
      position: fixed;
      inset: 0;
    }
    h1 {
      margin: 0;
      max-inline-size: 20ch;
      font: 500 var(--t6) / 1.1 var(--font-voice);
      letter-spacing: -0.015em;
      text-wrap: balance;
    }
    p {
      margin: 0;
      max-inline-size: 42ch;
      font-size: var(--t2);
      color: var(--ink-soft);
    }
    .code {
      font: 600 calc(var(--t6) * 1.8) / 1.1 var(--font-room);
      letter-spacing: 0.08em;
      font-variant-numeric: lining-nums tabular-nums;
      color: var(--ink);
    }
    .code.small {
      font-size: var(--t3);
    }
  `];

  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) text = '';
  @property({ attribute: false }) code = '';
  /** The code is a number to tell, not one to read across the room. */
  @property({ type: Boolean }) quiet = false;
  @property({ attribute: false }) action = '';

  override render(): TemplateResult {
    return html`
      <h1>${this.heading}</h1>
      ${this.text ? html`<p role="status">${this.text}</p>` : nothing}
      ${this.code ? html`<p class="code ${this.quiet ? 'small' : ''}">${this.code}</p>` : nothing}
      ${this.action ? html`<button class="primary" @click=${() => this.dispatchEvent(new Event('again'))}>${this.action}</button>` : nothing}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-card': ScreenCard;
  }
}
