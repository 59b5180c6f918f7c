import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from './controls.css.js';

/** The portal asks whether one is still there, before it signs one out. Fires `stay`. */
@customElement('portal-warning')
export class PortalWarning extends LitElement {
  static override styles = [controls, css`
    :host { position: absolute; inset: 0; z-index: 3; display: grid; place-items: center; padding: 1em; background: rgb(20 30 36 / 45%); }
    div { inline-size: min(100%, 28em); padding: 1.5em; border-radius: 10px; background: #fff; box-shadow: 0 18px 50px rgb(10 20 26 / 35%); }
    p { margin-block-end: 1.2em; font-size: 1.1em; }
  `];

  @property() text = '';
  @property() stay = '';

  override firstUpdated(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  override render(): TemplateResult {
    return html`<div role="alertdialog" aria-modal="true" aria-labelledby="text">
      <p id="text">${this.text}</p>
      <button class="act" @click=${() => this.dispatchEvent(new Event('stay'))} @keydown=${(e: KeyboardEvent) => {
        if (e.key === 'Tab') e.preventDefault(); // there is one button
      }}>${this.stay}</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-warning': PortalWarning;
  }
}
