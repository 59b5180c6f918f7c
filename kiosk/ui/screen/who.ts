import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { buttons } from '../shared/button.css.js';
import { badge, badges } from './badge.js';
import './code-entry.js';
import type { Expected } from './wire.js';
import { words } from './words.js';

/** What went wrong with a code, and the seconds to wait. */
export interface Problem { key: string; wait?: number }

/** Who is here: the badges expected, or the code. Fires `code` with a badge's code. */
@customElement('screen-who')
export class ScreenWho extends LitElement {
  static override styles = [buttons, badges, css`
    :host {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr) auto;
      gap: var(--s4);
      box-sizing: border-box;
      block-size: 100%;
      padding: var(--s6) clamp(var(--s4), 5vw, var(--s7)) var(--s5);
    }
    h1 {
      margin: 0;
      font: 500 var(--t6) / 1.05 var(--font-voice);
      letter-spacing: -0.015em;
      text-wrap: balance;
    }
    p {
      margin: var(--s2) 0 0;
      font-size: var(--t2);
      min-block-size: 1.4em;
      color: var(--ink-soft);
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
      gap: var(--s4);
      align-content: center;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li button {
      inline-size: 100%;
      min-block-size: max(96px, 5.5rem);
      padding: 0;
      border: 0;
      background: none;
      cursor: pointer;
      transition: translate var(--quick) var(--ease);
    }
    li button:active {
      translate: 0 2px;
    }
    li button:focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: 4px;
      border-radius: var(--radius);
    }
    li .badge {
      inline-size: 100%;
      block-size: 100%;
      min-block-size: inherit;
      padding-inline: 1em;
      font-size: var(--t3);
    }
    li small {
      display: block;
      margin-block-start: 0.3em;
      font: 600 var(--t1) / 1.2 var(--font-room);
      color: var(--ink-soft);
      text-align: center;
    }
    .foot {
      display: flex;
      justify-content: flex-end;
      min-block-size: 48px;
    }
    p.problem {
      color: var(--bad);
      font-weight: 600;
    }
  `];

  @property({ attribute: false }) expected: Expected[] = [];
  /** Only the code opens this station. */
  @property({ type: Boolean }) closes = false;
  @property({ type: Boolean }) checking = false;
  @property({ attribute: false }) problem: Problem | undefined;
  @property({ attribute: false }) language = 'en';
  @state() private typing = false;

  override render(): TemplateResult {
    const offered = this.closes ? [] : this.expected;
    return this.typing || !offered.length ? this.code(offered.length > 0) : this.tags(offered);
  }

  private t(key: string, args?: Record<string, string | number>): string {
    return words(this.language, key, args);
  }

  private tags(offered: Expected[]): TemplateResult {
    return html`
      <header><h1>${this.t('shell.who')}</h1>${this.told('shell.who.tap')}</header>
      <ul>${offered.map((e) => html`<li>
        <button ?disabled=${this.checking} @click=${() => this.say(e.badge.code)}>${badge(e.badge)}</button>
        ${e.sent ? html`<small>${this.t('shell.who.sent')}</small>` : nothing}</li>`)}</ul>
      <div class="foot"><button class="quiet" @click=${() => (this.typing = true)}>${this.t('shell.who.other')}</button></div>
    `;
  }

  private code(back: boolean): TemplateResult {
    return html`
      <header><h1>${this.t('shell.who.code')}</h1>${this.told(this.closes ? 'shell.who.why' : '')}</header>
      <code-entry .language=${this.language} .label=${this.t('shell.who.field')} .erase=${this.t('shell.who.erase')}
        ?waiting=${this.checking || !!this.problem?.wait} @code=${(e: CustomEvent<string>) => this.say(e.detail)}></code-entry>
      <div class="foot">${back ? html`<button class="quiet" @click=${() => (this.typing = false)}>
        ${this.t('shell.who.back')}</button>` : nothing}</div>
    `;
  }

  /** What is to say under the heading: what went wrong, that it is being looked up, or what to do. */
  private told(otherwise: string): TemplateResult {
    const { problem, checking } = this;
    const key = problem?.key ?? (checking ? 'shell.who.checking' : otherwise);
    return html`<p aria-live="polite" class=${problem ? 'problem' : ''}>${key ? this.t(key, { n: problem?.wait ?? 0 }) : nothing}</p>`;
  }

  private say(code: string): void {
    this.dispatchEvent(new CustomEvent('code', { detail: code }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-who': ScreenWho;
  }
}
