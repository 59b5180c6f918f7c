import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import printer from 'lucide-static/icons/printer.svg?raw';
import { buttons } from '../../../kiosk/ui/shared/button.css.js';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import { locale } from '../../../kiosk/ui/shared/locale.js';
import type { OwnMap, Own } from '../../../kiosk/ui/shared/own-map.js';
import type { Stop } from '../../../kiosk/ui/shared/station.js';
import type { TakeawayOffer } from '../../../kiosk/ui/shared/wire.gen.js';
import { printAlone } from './paper.js';
import { styles } from './takeaway.css.js';
import '../../../kiosk/ui/shared/own-map.js';

/** How long, in ms, until the room is asked again. */
const again = 4000;

/** A returning code in two halves, as one reads it out. */
const halves = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`;

/**
 * What the visitor takes away: a page behind a square, a code for the next
 * visit, paper. It asks the room for the page, until there is one, and fires
 * `offer` with it.
 */
@customElement('exit-takeaway')
export class ExitTakeaway extends LitElement {
  static override styles = [buttons, styles];

  @property({ attribute: false }) stop!: Stop;
  @property({ attribute: false }) own!: Own;
  @property({ attribute: false }) offer?: TakeawayOffer;
  @state() private problem: '' | 'away' | 'none' = '';
  private asking?: ReturnType<typeof setTimeout>;
  private off = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.offer) void this.ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.asking);
    this.off();
  }

  private async ask(): Promise<void> {
    const answer = await this.stop.ask<TakeawayOffer>('takeaways', { visit: this.stop.visit! });
    if (!this.isConnected) return;
    if (answer.ok) {
      this.problem = '';
      this.offer = answer.value;
      this.dispatchEvent(new CustomEvent('offer', { detail: answer.value }));
      return;
    }
    // A conflict: that the visitor is here has not reached the room yet.
    const soon = answer.status === 0 || answer.status >= 500 || answer.status === 409;
    this.problem = soon ? 'away' : 'none';
    if (soon) this.asking = setTimeout(() => void this.ask(), again);
  }

  override focus(): void {
    this.renderRoot.querySelector('h1')?.focus();
  }

  override render(): TemplateResult {
    const { t } = this.stop;
    return html`
      <h1 tabindex="-1">${t('exit.take.title')}</h1>
      <div class="ways">
        ${this.offer ? this.page(this.offer) : html`<p class="lead" role="status">${t(`exit.take.${this.problem || 'wait'}`)}</p>`}
        <button class="quiet print" @click=${this.print}>${icon(printer)} ${t('exit.take.print')}</button>
      </div>
    `;
  }

  private page(offer: TakeawayOffer): TemplateResult {
    const { t } = this.stop;
    return html`
      <img src=${offer.qr} alt=${t('exit.take.qr', { url: offer.url })} />
      <div class="words">
        <p class="lead">${t('exit.take.lead')}</p>
        <p class="url">${offer.url}</p>
        <p class="soft">${t('exit.take.network')} ${this.until(offer)}</p>
        <p class="code"><span>${t('exit.take.code')}</span> <b>${halves(offer.code)}</b></p>
        <p class="soft">${t('exit.take.code.lead')}</p>
      </div>
    `;
  }

  private until({ expires }: TakeawayOffer): string {
    if (!expires) return '';
    const date = new Intl.DateTimeFormat(locale(this.stop.language), { dateStyle: 'long' }).format(expires);
    return this.stop.t('exit.take.until', { date });
  }

  /** The map on paper; with the way back, which the page itself does not tell. */
  private print(): void {
    this.off();
    const paper: OwnMap = document.createElement('own-map');
    paper.own = this.own;
    paper.speech = this.stop;
    if (this.offer) {
      const foot = document.createElement('p');
      foot.textContent = `${this.stop.t('exit.take.code')}: ${halves(this.offer.code)} · ${this.offer.url}`;
      paper.append(foot);
    }
    this.off = printAlone(paper);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'exit-takeaway': ExitTakeaway;
  }
}
