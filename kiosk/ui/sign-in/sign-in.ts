import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { buttons } from '../shared/button.css.js';
import { Page, Refused, ask } from '../console/page.js';
import type { Session } from '../shared/wire.gen.js';
import { page } from '../console/page.css.js';
import { style } from './sign-in.css.js';

/** What each role may open; the first is where it begins. */
const pages: Record<string, string[]> = {
  organiser: ['/console', '/badges', '/preview', '/words', '/insights', '/wall', '/debrief', '/privacy'],
  helper: ['/console', '/badges'],
  manager: ['/insights', '/wall', '/debrief', '/privacy'],
};

/** Passphrases: one to sign in with, or at first those that the room will have. */
@customElement('immersion-sign-in')
export class SignIn extends Page {
  static override readonly styles = [buttons, page, style];

  /** The one-time token in /setup/<token>. */
  private readonly token = decodeURIComponent(/^\/setup\/([^/]+)/.exec(location.pathname)?.[1] ?? '');
  private readonly to = new URLSearchParams(location.search).get('to') ?? '';
  private readonly path = this.to.split('?')[0]!;
  @state() private as = pages.manager!.includes(this.path) ? 'manager' : 'organiser';
  @state() private busy = false;
  @state() private problem = '';
  @state() private shown = false;
  /** The room has a passphrase for helpers; nothing is shown before that is known, lest a finger meet another role. */
  @state() private helped: boolean | undefined;

  protected override learnt(): void {
    document.title = this.t(this.token ? 'signin.setup' : 'signin.title');
    void ask<Session>('GET', '/api/v1/session').then((s) => { this.helped = s.helper; }, () => { this.helped = false; });
  }

  override render(): unknown {
    if (!this.known || this.helped === undefined) return nothing;
    return html`<main>
      <form @submit=${this.submit}>
        <h1>${this.t(this.token ? 'signin.setup' : 'signin.title')}</h1>
        ${this.token ? this.setup() : this.signIn()}
        <label class="show"><input type="checkbox" .checked=${this.shown} @change=${this.show} /> ${this.t('signin.show')}</label>
        <p class="error" role="alert">${this.problem}</p>
        <button class="primary" ?disabled=${this.busy}>${this.t(this.token ? 'signin.setup.go' : 'signin.go')}</button>
      </form>
    </main>`;
  }

  private signIn(): TemplateResult {
    return html`
      <fieldset>
        <legend>${this.t('signin.role')}</legend>
        ${Object.keys(pages).filter((role) => role !== 'helper' || this.helped).map((role) => html`<label class="role">
          <input type="radio" name="role" .checked=${this.as === role} @change=${() => { this.as = role; }} />
          <span><b>${this.t(`signin.role.${role}`)}</b><br /><span class="soft">${this.t(`signin.role.${role}.more`)}</span></span>
        </label>`)}
      </fieldset>
      ${this.passphrase('passphrase', this.t('signin.passphrase'), 'current-password')}`;
  }

  private setup(): TemplateResult {
    return html`
      <p class="soft">${this.t('signin.setup.more')}</p>
      ${this.passphrase('organiser', this.t('signin.setup.organiser'), 'new-password')}
      ${this.passphrase('manager', this.t('signin.setup.manager'), 'new-password')}
      ${this.passphrase('helper', this.t('signin.setup.helper'), 'new-password', false)}`;
  }

  private passphrase(name: string, label: string, complete: 'current-password' | 'new-password', required = true): TemplateResult {
    return html`<label class="passphrase">${label}
      <input name=${name} type=${this.shown ? 'text' : 'password'} autocomplete=${complete} ?required=${required}
        minlength=${complete === 'new-password' ? 8 : 1} maxlength="256" spellcheck="false" autocapitalize="off" />
    </label>`;
  }

  private show(e: Event): void {
    this.shown = (e.target as HTMLInputElement).checked;
  }

  private async submit(e: SubmitEvent): Promise<void> {
    e.preventDefault();
    const said = new FormData(e.target as HTMLFormElement);
    const words = (name: string) => String(said.get(name) ?? '');
    this.busy = true;
    this.problem = '';
    try {
      if (this.token) await ask('POST', '/api/v1/setup', { token: this.token, organiser: words('organiser'), manager: words('manager'), helper: words('helper') });
      else await ask('POST', '/api/v1/session', { role: this.as, passphrase: words('passphrase') });
      location.assign(this.token ? '/console' : this.allowed());
    } catch (error) {
      this.busy = false;
      this.problem = error instanceof Refused && ['unauthorised', 'forbidden', 'invalid', 'conflict'].includes(error.code)
        ? this.t(`signin.problem.${error.code}`) : this.sorry(error);
    }
  }

  /** The page asked for, if the role has it; never an address of elsewhere. */
  private allowed(): string {
    const own = pages[this.as]!;
    return own.includes(this.path) ? this.to + location.hash : own[0]!; // the hash names a part of the page
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'immersion-sign-in': SignIn;
  }
}
