import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import printer from 'lucide-static/icons/printer.svg?raw';
import { Page, Refused, ask } from '../console/page.js';
import { page } from '../console/page.css.js';
import { badge, badges } from '../shared/badge.js';
import { buttons } from '../shared/button.css.js';
import { icon } from '../shared/icon.js';
import type { Badge } from '../shared/station.js';
import { paper, style } from './badges.css.js';

const sheets = [10, 20, 30, 60]; // badges; ten to a page

/** Badges on paper, drawn by the server, to be cut out and handed to visitors at the entry. */
@customElement('immersion-badges')
export class Badges extends Page {
  static override readonly styles = [buttons, page, badges, style];

  @state() private drawn: Badge[] = [];
  @state() private problem = '';
  private count = sheets[1]!;

  protected override learnt(): void {
    document.title = this.t('badges.title');
    document.adoptedStyleSheets.push(paper.styleSheet!);
  }

  override render(): unknown {
    if (!this.known) return nothing;
    return html`
      <header>
        <h1>${this.t('badges.title')}</h1>
        <p class="soft">${this.t('badges.lead')}</p>
        <fieldset>
          <legend>${this.t('badges.count')}</legend>
          ${sheets.map((n) => html`<label><input type="radio" name="count" .checked=${this.count === n}
            @change=${() => (this.count = n)} /> ${n}</label>`)}
        </fieldset>
        <p class="ways">
          <button class=${this.drawn.length ? 'quiet' : 'primary'} @click=${this.draw}>${this.t('badges.draw')}</button>
          ${this.drawn.length ? html`<button class="primary" @click=${() => print()}>${icon(printer)} ${this.t('badges.print')}</button>` : nothing}
          <a href="/console">${this.t('badges.back')}</a>
        </p>
        <p class="error" role="alert">${this.problem}</p>
      </header>
      ${this.drawn.length ? html`<ul class="sheet" aria-label=${this.t('badges.sheet')}>${this.drawn.map((b) => this.card(b))}</ul>` : nothing}`;
  }

  private card(b: Badge): TemplateResult {
    return html`<li class="card">
      ${badge(b, (key, args) => this.t(key, args))}
      <img src="/api/v1/badges/${b.code}/qr" alt="" />
      <span class="code"><small>${this.t('badges.code')}</small> ${b.code}</span>
    </li>`;
  }

  private readonly draw = async (): Promise<void> => {
    try {
      this.drawn = (await ask<{ badges: Badge[] }>('POST', '/api/v1/badges', { count: this.count })).badges;
      this.problem = '';
    } catch (error) {
      if (error instanceof Refused && error.code === 'unauthorised') location.assign('/sign-in?to=/badges');
      this.problem = this.sorry(error);
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'immersion-badges': Badges;
  }
}
