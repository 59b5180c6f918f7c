// A visitor's own phone, joined by the QR of their badge: what of the visit is carried, and nothing else.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import cloudOff from 'lucide-static/icons/cloud-off.svg?raw';
import { paint, wear } from '../screen/comfort.js';
import '../screen/card.js';
import '../screen/over.js';
import { about, read, words } from '../screen/words.js';
import { badge, badges } from '../shared/badge.js';
import { buttons } from '../shared/button.css.js';
import { conduct } from '../shared/hold.js';
import { icon } from '../shared/icon.js';
import { Carry } from './carry.js';
import { styles } from './phone.css.js';

/** Draws where the phone is. */
@customElement('immersion-phone')
export class ImmersionPhone extends LitElement {
  static override styles = [buttons, badges, styles];

  private readonly carry = new Carry(() => this.requestUpdate());

  override firstUpdated(): void {
    conduct();
    void this.carry.start();
  }

  override render(): unknown {
    const { mode, scenario, problem } = this.carry;
    about(scenario?.hash ?? '');
    switch (mode) {
      case 'joining':
        return this.carry.offline ? this.card('phone.joining', 'phone.away') : this.card('phone.joining', '');
      case 'refused':
        return this.card(problem!.key, problem!.wait ? 'phone.slow.more' : `${problem!.key}.more`, { n: problem!.wait ?? 0 });
      case 'sending':
        return this.carry.waiting && this.carry.offline ? this.card('phone.sending', 'phone.sending.more') : this.card('phone.sending', '');
      case 'over':
        if (this.carry.forgotten) return this.card('phone.over', 'phone.over.more');
        return this.card('phone.sending', this.carry.waiting ? 'phone.sending.more' : '');
      default:
        return this.held();
    }
  }

  override updated(): void {
    const { wanted, language, stop } = this.carry;
    const comfort = wanted?.visit?.comfort;
    if (comfort) wear(comfort, false, language);
    if (stop) paint(stop.station.colour);
    document.documentElement.lang = language;
  }

  private t(key: string, args?: Record<string, string | number>): string {
    return words(this.carry.language, key, args);
  }

  private held(): TemplateResult {
    const { stop, wanted, element, fault, offline, language } = this.carry;
    const b = wanted!.visit!.badge;
    const paused = wanted!.paused ?? false;
    return html`<header ?inert=${paused}>
        ${stop ? html`<span class="numeral" aria-hidden="true">${stop.station.number}</span><p class="title">${read(language, stop.station.title)}</p>` : html`<p class="title">${this.t('phone.title')}</p>`}
        <div class="who" role="group" aria-label=${this.t('shell.badge')}>${badge(b, (key, args) => this.t(key, args))}</div>
        <div class="status" role="status">${offline ? html`<p>${icon(cloudOff)} <span>${this.t('phone.offline')}</span></p>` : nothing}</div>
      </header>
      <main ?inert=${paused}>${fault
        ? html`<screen-card .heading=${this.t('shell.fault')} .text=${this.t('shell.fault.more')} .code=${fault} quiet .action=${this.t('shell.fault.again')} @again=${() => this.carry.again()}></screen-card>`
        : stop ? element : this.choice()}</main>
      ${paused ? html`<screen-over .language=${language}></screen-over>` : nothing}`;
  }

  private choice(): TemplateResult {
    const { places, language } = this.carry;
    return html`<section>
      <h1>${this.t('phone.choose')}</h1>
      ${places.map((p) => html`<button class="primary" @click=${() => void this.carry.take(p)}>${p.number} · ${read(language, p.title)}</button>`)}
      <button class="quiet" @click=${() => void this.carry.done()}>${this.t('phone.done')}</button>
    </section>`;
  }

  private card(heading: string, text: string, args?: Record<string, string | number>): TemplateResult {
    return html`<screen-card whole .heading=${this.t(heading)} .text=${text && this.t(text, args)}></screen-card>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'immersion-phone': ImmersionPhone;
  }
}
