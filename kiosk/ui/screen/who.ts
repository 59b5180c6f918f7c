import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { buttons } from '../shared/button.css.js';
import type { Badge } from '../shared/station.js';
import { badge, badges } from './badge.js';
import './code-entry.js';
import type { Asking } from './door.js';
import type { Expected } from './wire.js';
import { words } from './words.js';

/** What went wrong with a code, and the seconds to wait. */
export interface Problem { key: string; wait?: number }

/** Who is here: the badges expected, or the code. Fires `ask`. */
@customElement('screen-who')
export class ScreenWho extends LitElement {
  static override styles = [buttons, badges, css`
    :host {
      display: grid;
      grid-template-rows: auto minmax(min-content, 1fr) auto;
      gap: var(--s4);
      box-sizing: border-box;
      min-block-size: 100%;
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
      align-content: start; /* who comes later moves nobody's badge */
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
    li button:disabled {
      opacity: 0.45;
    }
    li button:active {
      translate: 0 2px;
    }
    li button:focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: 4px;
      border-radius: var(--radius);
    }
    li .badge .mark {
      inline-size: 2.8em;
      block-size: 2.8em;
    }
    li .badge {
      inline-size: 100%;
      block-size: 100%;
      min-block-size: inherit;
      padding-inline: 0.6em;
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
    p.count {
      place-self: center;
      font: 500 var(--t4) / 1.3 var(--font-voice);
      font-variant-numeric: tabular-nums;
      text-align: center;
    }
    [hidden] {
      display: none;
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
  private asks = false; // the badge tapped needs its code
  private shown: Expected[] = [];

  /** Nobody's badge moves under a finger: those shown keep their place, who comes later is last. */
  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('expected')) return;
    const now = new Map(this.expected.map((e) => [e.visit, e]));
    const kept = this.shown.map((e) => now.get(e.visit) ?? e);
    this.shown = [...kept, ...this.expected.filter((e) => !this.shown.some((s) => s.visit === e.visit))];
  }

  private here(e: Expected): boolean {
    return this.expected.some((one) => one.visit === e.visit);
  }

  override render(): TemplateResult {
    const offered = this.closes || !this.expected.length ? [] : this.shown;
    return this.typing || !offered.length ? this.code(offered.length > 0) : this.tags(offered);
  }

  private t(key: string, args?: Record<string, string | number>): string {
    return words(this.language, key, args);
  }

  private tags(offered: Expected[]): TemplateResult {
    return html`
      <header><h1>${this.t('shell.who')}</h1>${this.told('shell.who.tap')}</header>
      <ul>${offered.map((e) => html`<li>
        <button ?disabled=${!this.here(e) || this.checking || !!this.problem?.wait} @click=${() => this.tap(e)}>${badge(e.badge as Badge, this.language)}</button>
        ${e.asks || e.sent ? html`<small>${this.t(e.asks ? 'shell.who.asks' : 'shell.who.sent')}</small>` : nothing}</li>`)}</ul>
      <div class="foot"><button class="quiet" @click=${() => (this.typing = true)}>${this.t('shell.who.other')}</button></div>
    `;
  }

  private code(back: boolean): TemplateResult {
    const type = () => (this.typing = true); // whoever types goes on, also when somebody is sent here meanwhile
    return html`
      <header><h1>${this.t('shell.who.code')}</h1>${this.told(this.closes || this.asks ? 'shell.who.why' : 'shell.who.scan')}</header>
      ${this.problem?.wait ? html`<p class="count" role="timer">${this.t('shell.who.slow.more', { n: this.problem.wait })}</p>` : nothing}
      <code-entry @pointerdown=${type} @keydown=${type} ?hidden=${!!this.problem?.wait} .language=${this.language} .label=${this.t('shell.who.field')} .erase=${this.t('shell.who.erase')}
        ?waiting=${this.checking || !!this.problem?.wait} @code=${(e: CustomEvent<string>) => this.say({ code: e.detail })}></code-entry>
      <div class="foot">${back ? html`<button class="quiet" @click=${() => (this.typing = this.asks = false)}>
        ${this.t('shell.who.back')}</button>` : nothing}</div>
    `;
  }

  /** What is to say under the heading: what went wrong, that it is being looked up, or what to do. */
  private told(otherwise: string): TemplateResult {
    const { problem, checking } = this;
    const key = problem?.key ?? (checking ? 'shell.who.checking' : otherwise);
    return html`<p aria-live="polite" class=${problem ? 'problem' : ''}>${key ? this.t(key) : nothing}</p>`;
  }

  /** A tap is enough for a fresh stop; where words were left, the code is asked for. */
  private tap(e: Expected): void {
    if (!e.asks) return this.say({ visit: e.visit });
    this.asks = true;
    this.typing = true;
  }

  private say(detail: Asking): void {
    this.dispatchEvent(new CustomEvent<Asking>('ask', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-who': ScreenWho;
  }
}
