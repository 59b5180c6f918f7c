import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import printer from 'lucide-static/icons/printer.svg?raw';
import { Page, Refused, ask } from '../console/page.js';
import { page } from '../console/page.css.js';
import { buttons } from '../shared/button.css.js';
import { icon } from '../shared/icon.js';
import { style } from './privacy.css.js';
import { display } from './display.js';
import { decided, form, type Privacy, type Promises, type Setter } from './set.js';

/** Where what was done is said, above the promises as they are now. */
const top = (): void => scrollTo({ top: 0 });

/** All that the room promises, in plain sentences, each with the key of the room file that decides it; an organiser sets them here. */
@customElement('immersion-privacy')
export class PrivacyPage extends Page {
  static override readonly styles = [buttons, page, style];

  @state() private found: Privacy | undefined;
  @state() private problem = '';
  @state() private said = '';
  @state() private busy = false;
  @state() private linked = false;
  @state() private url = '';

  protected override learnt(): void {
    document.title = this.t('privacy.title');
    void this.look();
  }

  private async look(): Promise<void> {
    try {
      this.found = await ask<Privacy>('GET', `/api/v1/privacy?language=${this.language}`);
      if (this.found.may) this.linked = (await ask<{ linked: boolean }>('GET', '/api/v1/wall')).linked;
    } catch (error) {
      if (error instanceof Refused && error.code === 'unauthorised') location.assign('/sign-in?to=/privacy');
      this.problem = this.sorry(error);
    }
  }

  private async order(said: string, what: () => Promise<unknown>): Promise<void> {
    this.busy = true;
    this.problem = this.said = '';
    try {
      await what();
      await this.look();
      this.said = this.t(said);
    } catch (error) {
      this.problem = error instanceof Refused && error.code === 'invalid' ? this.t('privacy.refused') : this.sorry(error);
    }
    this.busy = false;
  }

  private get setter(): Setter {
    return {
      t: (key, args) => this.t(key, args),
      day: (ms) => new Date(ms).toLocaleDateString(this.locale, { day: 'numeric', month: 'long', year: 'numeric' }),
      put: (promises: Promises) => void this.order('privacy.set.done', () => ask('PUT', '/api/v1/privacy', promises)).then(top),
      reset: () => void this.order('privacy.set.undone', () => ask('DELETE', '/api/v1/privacy')).then(top),
      busy: this.busy,
    };
  }

  private link(): TemplateResult {
    return display({
      t: (key, args) => this.t(key, args), linked: this.linked, url: this.url, busy: this.busy,
      make: () => void this.order('privacy.wall.made', async () => { this.url = (await ask<{ url: string }>('POST', '/api/v1/wall', {})).url; }),
      end: () => void this.order('privacy.wall.ended', async () => { await ask('DELETE', '/api/v1/wall'); this.url = ''; }),
    });
  }

  override render(): unknown {
    if (!this.known) return nothing;
    const note = `/api/v1/privacy/note?language=${this.language}`;
    return html`<header><div><h1>${this.t('privacy.title')}</h1><p class="soft">${this.found?.room}</p></div>
        <p class="links"><a href="/insights">${this.t('privacy.to.insights')}</a></p></header>
      <p class="error" role="alert">${this.problem}</p>
      <p class="said" role="status">${this.said}</p>
      ${this.found ? html`<main>
        <section aria-labelledby="all"><h2 id="all">${this.t('privacy.all')}</h2><p class="soft">${this.t('privacy.all.more')}</p>
          ${decided(this.found, this.setter)}
          <dl>${this.found.lines.map((l) => this.line(l))}</dl></section>
        ${this.found.may ? form(this.found, this.setter) : nothing}
        <section aria-labelledby="note"><h2 id="note">${this.t('privacy.note')}</h2><p>${this.t('privacy.note.more')}</p>
          <p><a class="primary" href=${note} target="_blank" rel="noopener">${icon(printer)} ${this.t('privacy.note.open')}</a></p></section>
        ${this.found.may ? this.link() : nothing}
      </main>` : nothing}`;
  }

  private line({ setting = '', value, sentence }: Privacy['lines'][number]): TemplateResult {
    return html`<div><dt>${setting ? html`<code>${setting}</code> <b>${value || this.t('privacy.unset')}</b>` : this.t('privacy.always')}</dt><dd>${sentence}</dd></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'immersion-privacy': PrivacyPage;
  }
}
