import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { buttons } from '../shared/button.css.js';
import type { Session } from '../shared/wire.gen.js';
import type { Console } from './console.js';
import { style } from './log.css.js';
import { ask } from './page.js';
import { page } from './page.css.js';

/** Who may run the room beside the organisers. */
export function helpersPart(page: Console): TemplateResult {
  return html`<console-helpers .page=${page}></console-helpers>`;
}

/** The helpers' passphrase: set anew, or taken away. */
@customElement('console-helpers')
export class Helpers extends LitElement {
  static override readonly styles = [buttons, page, style];

  @property({ attribute: false }) page!: Console;
  /** Helpers have one. */
  @state() private has: boolean | undefined;
  @state() private said = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void ask<Session>('GET', '/api/v1/session').then(({ helper }) => { this.has = helper; }, () => undefined);
  }

  private async set(passphrase: string): Promise<boolean> {
    const went = await this.page.tell('PUT', 'passphrases/helper', { passphrase });
    if (!went) return false;
    this.has = passphrase !== '';
    this.said = this.page.t(this.has ? 'helpers.kept' : 'helpers.taken');
    return true;
  }

  private readonly submit = async (e: SubmitEvent): Promise<void> => {
    e.preventDefault();
    const form = e.target as HTMLFormElement;
    if (await this.set(String(new FormData(form).get('passphrase')))) form.reset();
  };

  override render(): unknown {
    const { page } = this;
    return html`<section aria-labelledby="helpers"><h2 id="helpers">${page.t('helpers.title')}</h2>
      <p class="soft">${page.t('helpers.more')}</p>
      ${this.has === undefined ? nothing : html`<p>${page.t(this.has ? 'helpers.set' : 'helpers.none')}</p>`}
      <form class="top" @submit=${this.submit}>
        <label>${page.t('helpers.passphrase')}<br />
          <input name="passphrase" type="text" required minlength="8" maxlength="256" autocomplete="off" spellcheck="false" autocapitalize="off" /></label>
        <button class="quiet" ?disabled=${page.busy}>${page.t('helpers.keep')}</button>
        ${this.has ? html`<button class="quiet" type="button" ?disabled=${page.busy} @click=${() => this.set('')}>${page.t('helpers.take')}</button>` : nothing}
      </form>
      <p role="status">${this.said}</p></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-helpers': Helpers;
  }
}
