import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { buttons } from '../shared/button.css.js';
import type { Badge, PlaceView, ScenarioView } from '../shared/station.js';
import { badge, badges } from './badge.js';
import { read, words } from './words.js';

/** Nobody is here: what this place is, and "touch to begin". Fires `begin`; `speak` with a language. */
@customElement('screen-attract')
export class ScreenAttract extends LitElement {
  static override styles = [buttons, badges, css`
    :host {
      position: relative;
      display: grid;
      grid-template-rows: 1fr auto auto auto 1.2fr auto;
      gap: var(--s3);
      justify-items: start;
      box-sizing: border-box;
      min-block-size: 100%;
      padding: var(--s6) clamp(var(--s4), 6vw, var(--s7));
    }
    h1,
    p {
      margin: 0;
    }
    .begin {
      grid-row: 6;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;
      -webkit-tap-highlight-color: transparent;
    }
    .begin::after { /* all of the stage is to be touched */
      content: '';
      position: absolute;
      inset: 0;
    }
    .begin:focus-visible {
      outline: none;
    }
    .begin:focus-visible::after {
      outline: 3px solid var(--focus);
      outline-offset: -12px;
    }
    .story {
      grid-row: 2;
      font: 500 var(--t3) / 1.25 var(--font-voice);
      color: var(--ink-soft);
    }
    h1 {
      grid-row: 3;
      font: 500 calc(var(--t6) * 1.5) / 1.05 var(--font-voice);
      letter-spacing: -0.015em;
      text-wrap: balance;
    }
    .minutes {
      grid-row: 4;
      font-size: var(--t2);
      color: var(--ink-soft);
    }
    .touch {
      display: inline-flex;
      align-items: center;
      gap: 0.8em;
      font: 600 var(--t3) / 1.2 var(--font-room);
    }
    .ring {
      inline-size: 1.5em;
      block-size: 1.5em;
      border-radius: 50%;
      background: radial-gradient(circle, var(--station-ink) 38%, transparent 40%);
      box-shadow: 0 0 0 2px var(--station-ink);
      animation: breathe var(--breath) ease-in-out infinite;
    }
    @keyframes breathe {
      50% {
        scale: 0.78;
      }
    }
    .languages {
      position: absolute;
      z-index: 1;
      inset-block-start: var(--s4);
      inset-inline-end: var(--s4);
    }
    .called {
      grid-row: 5;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s3);
      margin: var(--s4) 0 0;
      padding: 0;
      list-style: none;
      font-size: var(--t2);
    }
    .called > :first-child {
      inline-size: 100%;
      color: var(--ink-soft);
    }
    .called .badge {
      font-size: var(--t2);
    }
    .wait {
      grid-row: 6;
      max-inline-size: 34ch;
      font-size: var(--t2);
    }
  `];

  @property({ attribute: false }) place!: PlaceView;
  @property({ attribute: false }) scenario!: ScenarioView;
  @property({ attribute: false }) language = 'en';
  @property({ attribute: false }) languages: string[] = [];
  /** Badges that the room sends here, the next first. */
  @property({ attribute: false }) called: Badge[] = [];
  /** Nobody can begin without the server now. */
  @property({ type: Boolean }) away = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.key);
  }

  override render(): TemplateResult {
    const t = (key: string, args?: Record<string, string | number>) => words(this.language, key, args);
    const minutes = Math.round(this.place.minutes);
    return html`
      <p class="story">${read(this.language, this.scenario.title)}</p>
      <h1>${read(this.language, this.place.title)}</h1>
      ${minutes > 0 ? html`<p class="minutes">${t(minutes === 1 ? 'shell.minutes.one' : 'shell.minutes.many', { n: minutes })}</p>` : nothing}
      ${this.called.length && !this.away
        ? html`<ul class="called" aria-label=${t('shell.called')}><li aria-hidden="true">${t('shell.called')}</li>${this.called.slice(0, 3).map((b) => html`<li>${badge(b, this.language)}</li>`)}</ul>` : nothing}
      ${this.away
        ? html`<p class="wait" role="status">${t('shell.offline.idle')}</p>`
        : html`<button class="begin" @click=${() => this.dispatchEvent(new Event('begin'))}>
            <span class="touch"><span class="ring"></span>${t('shell.begin')}</span></button>`}
      ${this.languages.length > 1 ? this.other() : nothing}
    `;
  }

  /** With nothing chosen by the keyboard, its large keys begin. */
  private readonly key = (e: KeyboardEvent) => {
    if (document.activeElement !== document.body || (e.key !== 'Enter' && e.key !== ' ')) return;
    e.preventDefault();
    this.dispatchEvent(new Event('begin'));
  };

  /** One button for the next language: a room has two or three. */
  private other(): TemplateResult {
    const next = this.languages[(this.languages.indexOf(this.language) + 1) % this.languages.length]!;
    const speak = () => this.dispatchEvent(new CustomEvent('speak', { detail: next }));
    return html`<button class="quiet languages" lang=${next} @click=${speak}>
      ${new Intl.DisplayNames([next], { type: 'language' }).of(next)}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-attract': ScreenAttract;
  }
}
