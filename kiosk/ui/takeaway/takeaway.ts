import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import calendar from 'lucide-static/icons/calendar-plus.svg?raw';
import printer from 'lucide-static/icons/printer.svg?raw';
import { Page, Refused, ask } from '../console/page.js';
import { about, learn } from '../screen/words.js';
import { buttons } from '../shared/button.css.js';
import { icon } from '../shared/icon.js';
import { locale } from '../shared/locale.js';
import type { Own, Speech } from '../shared/own-map.js';
import type { Note } from '../shared/station.js';
import { direction } from '../shared/tongue.js';
import type { Takeaway } from '../shared/wire.gen.js';
import { style } from './takeaway.css.js';
import '../shared/own-map.js';

/** How long, in ms, until the room is asked again: after it was away, and while it erases. */
const again = 2500;

type Told = Takeaway | 'wait' | 'away' | 'gone';

/** What a visitor took away: their own map, sentence and pledge, at an address that only they have. */
@customElement('immersion-takeaway')
export class TakeawayPage extends Page {
  static override readonly styles = [buttons, style];

  private readonly path = `/api/v1/takeaways/${encodeURIComponent(decodeURIComponent(location.pathname.split('/')[2] ?? ''))}`;
  @state() private told: Told = 'wait';
  @state() private failed = false;
  @query('dialog') private readonly sure?: HTMLDialogElement;

  protected override learnt(): void {
    document.title = this.t('takeaway.title');
    void this.look();
  }

  /** Asks what is kept; again while that changes by itself. */
  private async look(): Promise<void> {
    try {
      await this.show(await ask<Takeaway>('GET', this.path));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.told = error.code === 'not_found' ? 'gone' : 'away';
    }
    const { told } = this;
    if (told === 'away' || (typeof told === 'object' && told.erasing)) setTimeout(() => void this.look(), again);
  }

  private async show(told: Takeaway): Promise<void> {
    if (!told.erased) {
      await this.speak(told);
      document.title = this.t('own.title', { customer: told.customer.short });
    }
    this.told = told;
  }

  /** Says it in the visitor's language, as their scenario words it; where that is gone, as the room does. */
  private async speak({ language, scenario }: Takeaway): Promise<void> {
    const learnt = (hash: string) => learn(language, hash).then(() => true, () => false);
    if (await learnt(scenario)) about(scenario);
    else if (!(await learnt(''))) return;
    this.language = document.documentElement.lang = language;
    document.documentElement.dir = direction(language);
  }

  override render(): unknown {
    if (!this.known) return nothing;
    const { told } = this;
    if (typeof told === 'string') return this.calm(told);
    if (told.erased) return this.calm(told.erasing ? 'erasing' : 'erased');
    return html`<main>${this.map(told)}</main>${this.ask()}`;
  }

  /** A page that has but one thing to say. */
  private calm(state: 'wait' | 'away' | 'gone' | 'erasing' | 'erased'): TemplateResult {
    if (state === 'wait' || state === 'away') return html`<main class="calm"><p role="status">${this.t(`takeaway.${state}`)}</p></main>`;
    return html`<main class="calm" role="status">
      <h1>${this.t(`takeaway.${state}`)}</h1>
      <p>${this.t(`takeaway.${state}.more`)}</p>
    </main>`;
  }

  private map(told: Takeaway): TemplateResult {
    const { map, customer, stations, expires } = told;
    const own: Own = { customer, stations, notes: (map?.notes ?? []) as Note[], sentence: map?.sentence, pledge: map?.pledge, self: map?.self };
    const speech: Speech = { language: this.language, t: (key, args) => this.t(key, args), read: (text) => this.read(text) };
    const date = expires && new Intl.DateTimeFormat(locale(this.language), { dateStyle: 'long' }).format(expires);
    return html`<own-map .own=${own} .speech=${speech}>
      <a class="quiet" slot="pledge" href="${this.path}/pledge.ics" download="pledge.ics">${icon(calendar)} ${this.t('takeaway.calendar')}</a>
      <footer>
        <p>${date ? this.t('takeaway.until', { date }) : this.t('takeaway.always')}</p>
        <div class="ways">
          <button class="quiet" @click=${() => print()}>${icon(printer)} ${this.t('takeaway.print')}</button>
          <button class="quiet" @click=${() => this.sure?.showModal()}>${this.t('takeaway.withdraw')}</button>
        </div>
      </footer>
    </own-map>`;
  }

  /** Asks whether the visit is really to be erased. */
  private ask(): TemplateResult {
    return html`<dialog aria-labelledby="sure">
      <h2 id="sure">${this.t('takeaway.sure')}</h2>
      <p>${this.t('takeaway.sure.more')}</p>
      <p class="failed" role="alert">${this.failed ? this.t('takeaway.failed') : nothing}</p>
      <div class="ways">
        <button class="quiet" @click=${this.withdraw}>${this.t('takeaway.sure.yes')}</button>
        <button class="primary" autofocus @click=${() => this.sure?.close()}>${this.t('takeaway.sure.no')}</button>
      </div>
    </dialog>`;
  }

  private async withdraw(): Promise<void> {
    this.failed = false;
    try {
      this.told = await ask<Takeaway>('POST', `${this.path}/withdraw`, {});
      void this.look();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.failed = true;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'immersion-takeaway': TakeawayPage;
  }
}
