import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import done from 'lucide-static/icons/circle-check.svg?raw';
import clip from 'lucide-static/icons/paperclip.svg?raw';
import { lasts } from '../../kiosk/ui/shared/hold.js';
import { icon } from '../../kiosk/ui/shared/icon.js';
import { controls } from './controls.css.js';
import type { Field } from './view.js';
import type { World } from './world.js';

/** A field for a file: nothing real is read or sent. Fires `chosen` once an upload has run. */
@customElement('portal-upload')
export class PortalUpload extends LitElement {
  static override styles = [controls, css`
    .drop {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5em 1em;
      padding: 0.9em 1em;
      border: 1.5px dashed var(--line-strong);
      border-radius: 8px;
      background: var(--ground);
    }
    .drop p { margin: 0; min-inline-size: 0; overflow-wrap: anywhere; color: var(--text-soft); }
    .drop .done { display: flex; gap: 0.4em; align-items: center; color: #1c5c39; font-weight: 600; }
    .bar { flex-basis: 100%; block-size: 0.5em; border-radius: 1em; background: #dbe2e5; overflow: hidden; }
    .bar i { display: block; block-size: 100%; background: var(--brand); animation: fill var(--takes) linear; }
    @keyframes fill { from { inline-size: 0; } to { inline-size: 100%; } }
    :host([still]) .bar i { animation: none; inline-size: 60%; }
  `];

  @property({ attribute: false }) world!: World;
  @property({ attribute: false }) field!: Field;
  @property() value = '';
  @property() invalid = 'false';
  @property() described = '';
  @state() private running = '';

  override render(): TemplateResult {
    const w = this.world;
    const file = w.documents.find((d) => d.name === this.value);
    const size = (mb: number) => mb.toLocaleString(w.language);
    return html`<div class="drop" role="group" aria-label=${w.read(this.field.label)}>
      <button type="button" class="act plain" aria-describedby="said" aria-invalid=${this.invalid} @click=${this.choose} ?disabled=${this.running !== ''}>
        ${icon(clip)} ${w.t(`portal.file.${file ? 'other' : 'choose'}`)}</button>
      <p id="said" role="status" class=${file && !this.running ? 'done' : ''}>${this.running
        ? w.t('portal.file.uploading', { name: this.running })
        : file ? html`${icon(done)} ${w.t('portal.file.done', { name: file.name, size: size(file.mb) })}` : w.t('portal.file.none')}</p>
      ${this.running ? html`<div class="bar" style="--takes: ${this.field.takes ?? 0}ms"><i></i></div>` : nothing}
    </div>`;
  }

  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  private async choose(): Promise<void> {
    const file = await this.world.pick();
    if (file && this.isConnected) {
      this.running = file.name;
      await lasts(this.field.takes ?? 0);
      this.running = '';
      if (!this.isConnected) return;
      this.value = file.name;
      this.dispatchEvent(new CustomEvent<string>('chosen', { detail: file.name }));
    }
    await this.updateComplete;
    this.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-upload': PortalUpload;
  }
}
