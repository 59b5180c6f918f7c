import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import file from 'lucide-static/icons/file.svg?raw';
import folder from 'lucide-static/icons/folder.svg?raw';
import { icon } from '../../kiosk/ui/shared/icon.js';
import { picker } from './picker.css.js';
import type { Document } from './view.js';
import type { World } from './world.js';

/** The computer's file window, with the customer's made-up files. Fires `picked` with one, or with none. */
@customElement('portal-picker')
export class PortalPicker extends LitElement {
  static override styles = picker;

  @property({ attribute: false }) world!: World;
  @property() customer = '';
  @state() private chosen = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  override firstUpdated(): void {
    this.dialog.show();
    this.renderRoot.querySelector<HTMLElement>('[role="radio"]')?.focus();
  }

  override render(): TemplateResult {
    const w = this.world;
    const files = w.documents;
    return html`<dialog aria-labelledby="title" aria-modal="true" @keydown=${this.key}>
      <header><h2 id="title">${w.t('portal.picker.title')}</h2></header>
      <div class="where">${icon(folder)} ${w.t('portal.picker.where', { customer: this.customer })}</div>
      <div class="files" role="radiogroup" aria-label=${w.t('portal.picker.where', { customer: this.customer })}>
        ${files.map((d, i) => html`<button role="radio" aria-checked=${d.name === this.chosen}
          tabindex=${this.chosen === d.name || (!this.chosen && i === 0) ? 0 : -1}
          @click=${() => { this.chosen = d.name; }} @dblclick=${() => this.tell(d)}>
          <span class="thumb">${d.picture ? html`<img src=${w.file(d.picture)} alt=${w.read(d.alt)}>` : icon(file)}</span>
          <span class="name">${d.name}</span>
          <span class="size">${w.t('portal.picker.size', { size: d.mb.toLocaleString(w.language) })}</span>
        </button>`)}
      </div>
      <footer>
        <p>${w.t('portal.picker.safe')}</p>
        <button class="plain" @click=${() => this.tell(undefined)}>${w.t('portal.picker.cancel')}</button>
        <button class="go" ?disabled=${!this.chosen} @click=${() => this.tell(files.find((d) => d.name === this.chosen))}>
          ${w.t('portal.picker.open')}</button>
      </footer>
    </dialog>`;
  }

  private tell(detail: Document | undefined): void {
    this.dispatchEvent(new CustomEvent<Document | undefined>('picked', { detail }));
  }

  /** Arrows go from file to file, Escape away; Tab stays inside. */
  private key(e: KeyboardEvent): void {
    if (e.key === 'Escape') {
      e.stopPropagation();
      this.tell(undefined);
      return;
    }
    if (e.key === 'Tab') {
      const stops = [...this.renderRoot.querySelectorAll<HTMLElement>('button:not([tabindex="-1"]):not(:disabled)')];
      const at = stops.indexOf(this.shadowRoot?.activeElement as HTMLElement) + (e.shiftKey ? -1 : 1);
      e.preventDefault();
      stops.at(at % stops.length)?.focus();
      return;
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
    if (!step) return;
    e.preventDefault();
    const radios = [...this.renderRoot.querySelectorAll<HTMLElement>('[role="radio"]')];
    const next = (Math.max(0, radios.indexOf(this.shadowRoot?.activeElement as HTMLElement)) + step + radios.length) % radios.length;
    this.chosen = this.world.documents[next]?.name ?? '';
    radios[next]?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-picker': PortalPicker;
  }
}
