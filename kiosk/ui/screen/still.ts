import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { buttons } from '../shared/button.css.js';
import { words } from './words.js';

/** Asks whether somebody is still here, and counts down. Fires `stay`. */
@customElement('screen-still')
export class ScreenStill extends LitElement {
  static override styles = [buttons, css`
    dialog {
      box-sizing: border-box;
      inline-size: min(92vw, 44rem);
      padding: var(--s6);
      border: 0;
      border-radius: calc(var(--radius) * 2);
      background: var(--card);
      color: var(--ink);
      text-align: center;
    }
    dialog::backdrop {
      background: rgb(20 18 14 / 0.62);
    }
    h1 {
      margin: 0;
      font: 500 var(--t6) / 1.05 var(--font-voice);
      letter-spacing: -0.015em;
    }
    p {
      margin: var(--s3) 0 var(--s5);
      font-size: var(--t2);
      color: var(--ink-soft);
    }
    .primary {
      inline-size: 100%;
      min-block-size: max(96px, 4em);
      font-size: var(--t3);
    }
  `];

  @property({ type: Number }) left = 0;
  @property({ attribute: false }) language = 'en';

  override render(): TemplateResult {
    const stay = () => this.dispatchEvent(new Event('stay'));
    return html`<dialog role="alertdialog" aria-labelledby="ask" aria-describedby="more" @cancel=${stay} @click=${stay}>
      <h1 id="ask">${words(this.language, 'shell.idle')}</h1>
      <p id="more">${words(this.language, 'shell.idle.more', { n: this.left })}</p>
      <button class="primary" autofocus>${words(this.language, 'shell.idle.stay')}</button>
    </dialog>`;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-still': ScreenStill;
  }
}
