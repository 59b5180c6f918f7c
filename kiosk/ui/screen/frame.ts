import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import cloudOff from 'lucide-static/icons/cloud-off.svg?raw';
import finish from 'lucide-static/icons/flag.svg?raw';
import hourglass from 'lucide-static/icons/hourglass.svg?raw';
import skip from 'lucide-static/icons/skip-forward.svg?raw';
import { buttons } from '../shared/button.css.js';
import { icon } from '../shared/icon.js';
import type { Badge } from '../shared/station.js';
import { badge, badges } from './badge.js';
import { styles } from './frame.css.js';
import { words } from './words.js';

/** The room's margin around the stage: which station, who is here, the ways on. Fires `leave` and `conclude`. */
@customElement('screen-frame')
export class ScreenFrame extends LitElement {
  static override styles = [buttons, badges, styles];

  @property({ type: Number }) number = 0;
  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) badge: Badge | undefined;
  @property({ attribute: false }) language = 'en';
  @property({ type: Boolean }) offline = false;
  /** Dictionary key of the way to leave the stop; none: there is no stop. */
  @property({ attribute: false }) leaving = '';
  /** There is an exit to go to at once. */
  @property({ type: Boolean }) ends = false;
  /** What is left of the round's turn, in words. */
  @property({ attribute: false }) time = '';
  /** The numeral takes the room: nobody is here. */
  @property({ type: Boolean, reflect: true }) wide = false;

  override render(): TemplateResult {
    const t = (key: string, args?: Record<string, string | number>) => words(this.language, key, args);
    return html`
      <aside aria-label=${t('shell.station', { n: this.number })}>
        <span class="numeral" aria-hidden="true">${this.number || nothing}</span>
        <p class="title">${this.heading}</p>
        ${this.badge ? this.who(this.badge, t('shell.badge')) : nothing}
        ${this.time ? html`<p class="time">${icon(hourglass)} <span>${this.time}</span></p>` : nothing}
        <span class="space"></span>
        <div class="status" role="status">${this.offline && !this.wide
          ? html`<p class="offline">${icon(cloudOff)} ${t('shell.offline')}</p>` : nothing}</div>
        ${this.leaving
          ? html`<div class="ways">
              <button class="quiet" @click=${() => this.dispatchEvent(new Event('leave'))}>${icon(skip)} ${t(this.leaving)}</button>
              ${this.ends ? html`<button class="quiet" @click=${() => this.dispatchEvent(new Event('conclude'))}>
                ${icon(finish)} ${t('shell.finish')}</button>` : nothing}
            </div>` : nothing}
      </aside>
      <main tabindex="-1"><slot></slot></main>
    `;
  }

  private who(b: Badge, label: string): TemplateResult {
    const name = new Intl.DisplayNames([this.language], { type: 'language' }).of(this.language);
    return html`<div class="who" aria-label=${label} role="group">${badge(b, this.language)}<span class="code">${b.code}</span><span>${name}</span></div>`;
  }

  /** Where the keyboard goes on when the stage has changed. */
  override focus(): void {
    this.renderRoot.querySelector('main')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-frame': ScreenFrame;
  }
}
