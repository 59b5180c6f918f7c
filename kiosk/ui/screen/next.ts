import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import check from 'lucide-static/icons/check.svg?raw';
import { buttons } from '../shared/button.css.js';
import { icon } from '../shared/icon.js';
import type { Badge, PlaceView } from '../shared/station.js';
import { badge, badges, badgeWords } from './badge.js';
import { inkOn } from './comfort.js';
import { read, words } from './words.js';

/** Where next: the numeral and the colour to look for, and how long it is full. Fires `done` and `conclude`. */
@customElement('screen-next')
export class ScreenNext extends LitElement {
  static override styles = [buttons, badges, css`
    :host {
      display: grid;
      grid-template-rows: auto minmax(min-content, 1fr) auto;
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
      text-wrap: balance;
    }
    .way {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
    }
    .tag {
      display: grid;
      place-content: center;
    }
    .tag .badge {
      font: 500 var(--t6) / 1.1 var(--font-voice);
    }
    .path .badge {
      translate: 0 -50%;
      font-size: var(--t2);
      animation: slide var(--slow) calc(var(--slow) * 2) var(--ease) both;
    }
    .path {
      display: flex;
      justify-content: flex-end;
      align-items: flex-start;
      padding-inline-end: var(--s4);
      border-block-start: 3px dashed var(--edge);
      block-size: 0;
    }
    @keyframes slide {
      from {
        transform: translateX(max(-40vw, -24rem));
      }
    }
    .there {
      display: grid;
      align-content: center;
      justify-items: center;
      box-sizing: border-box;
      inline-size: min(52vh, 34vw);
      aspect-ratio: 1;
      padding: var(--s4);
      border-radius: calc(var(--radius) * 2);
      background: var(--there);
      color: var(--on-there);
      text-align: center;
    }
    .numeral {
      font: 600 min(34vh, 20vw) / 0.85 var(--font-voice);
      font-variant-numeric: lining-nums;
    }
    .there span:last-child {
      margin-block-start: var(--s3);
      font: 600 var(--t2) / 1.2 var(--font-room);
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s3);
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: center;
      gap: var(--s3);
      font-size: var(--t2);
    }
    @media (max-height: 600px) {
      :host {
        padding: var(--s4);
      }
      .foot {
        gap: var(--s2);
        font-size: var(--t1);
      }
      .there {
        inline-size: min(38vh, 34vw);
      }
      .numeral {
        font-size: min(25vh, 20vw);
      }
    }
    @media (orientation: portrait) {
      .way {
        grid-template-columns: 1fr;
        justify-items: center;
        align-content: center;
        gap: var(--s5);
      }
      .path {
        inline-size: 100%;
        justify-content: center;
        padding: 0;
      }
      .there {
        inline-size: min(40vh, 62vw);
      }
      .numeral {
        font-size: min(26vh, 40vw);
      }
    }
  `];

  @property({ attribute: false }) badge!: Badge;
  /** The station to go to; none yet, or none left. */
  @property({ attribute: false }) place: PlaceView | undefined;
  /** Minutes until it is free there. */
  @property({ type: Number }) wait = 0;
  /** There are stations left, and the exit could be next. */
  @property({ type: Boolean }) ends = false;
  /** Where the visitor's group is sent by the round; else 0. */
  @property({ type: Number }) group = 0;
  /** The visit is over. */
  @property({ type: Boolean }) over = false;
  /** The room knows no station for them just now. */
  @property({ type: Boolean }) any = false;
  @property({ type: Boolean }) away = false;
  @property({ attribute: false }) language = 'en';

  override render(): TemplateResult {
    const { place } = this;
    return html`
      <header aria-live="polite">
        <h1>${place ? this.t('shell.next', { n: place.number }) : this.t('shell.next.thanks', { badge: badgeWords(this.badge, (key, args) => this.t(key, args)) })}</h1>
        <p>${this.told()}</p>
      </header>
      ${place ? this.way(place) : html`<div class="tag">${badge(this.badge, this.language)}</div>`}
      <div class="foot">
        <span>${this.over ? nothing : this.t('shell.next.code', { code: this.badge.code })}</span>
        <span class="ways">
          ${this.ends ? html`<button class="quiet" @click=${() => this.dispatchEvent(new Event('conclude'))}>${this.t('shell.finish')}</button>` : nothing}
        <button class="primary" @click=${() => this.dispatchEvent(new Event('done'))}>
          ${icon(check)} ${this.t(this.over ? 'shell.next.bye' : 'shell.next.done')}</button></span>
      </div>
    `;
  }

  private t(key: string, args?: Record<string, string | number>): string {
    return words(this.language, key, args);
  }

  private told(): string {
    if (this.place) {
      const key = this.wait === 0 ? 'free' : this.wait === 1 ? 'wait.one' : 'wait.many';
      return this.t(`shell.next.${key}`, { n: this.wait });
    }
    if (this.over) return this.t('shell.next.over');
    if (this.any) return this.t('shell.next.any');
    return this.t(this.away ? 'shell.next.away' : 'shell.next.asking');
  }

  private way(place: PlaceView): TemplateResult {
    return html`<div class="way">
      <div class="path">${badge(this.badge, this.language)}</div>
      <div class="there" style="--there:${place.colour};--on-there:${inkOn(place.colour)}">
        <span class="numeral" aria-hidden="true">${place.number}</span><span>${read(this.language, place.title)}</span>
      </div></div>`;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('.primary')?.focus({ preventScroll: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-next': ScreenNext;
  }
}
