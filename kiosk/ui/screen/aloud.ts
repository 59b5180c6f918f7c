import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import volume from 'lucide-static/icons/volume-2.svg?raw';
import { icon } from '../shared/icon.js';
import type { AloudView, Caption, Captions } from '../shared/wire.gen.js';
import { once, pause } from './api.js';
import { read, words } from './words.js';

const look = 500; // ms between two looks at the clock, at most: it may be set meanwhile

/** What the whole room hears, as captions in time with the server's clock. Where there are none its title says it. */
@customElement('screen-aloud')
export class ScreenAloud extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr) auto;
      gap: var(--s4);
      inline-size: min(100%, 60rem);
      block-size: 100%;
      text-align: start;
    }
    p {
      margin: 0;
    }
    .what {
      display: flex;
      align-items: center;
      gap: 0.6em;
      color: var(--ink-soft);
      font: 600 var(--t3) / 1.3 var(--font-room);
    }
    .what .icon {
      color: var(--station-ink);
    }
    .heard {
      align-self: center;
      min-block-size: 5em;
      font: 400 calc(var(--t6) * 1.1) / 1.22 var(--font-voice);
      letter-spacing: -0.01em;
      text-wrap: balance;
      overflow-wrap: anywhere;
    }
    .who {
      display: block;
      margin-block-end: 0.35em;
      color: var(--ink-soft);
      font: 600 var(--t3) / 1.3 var(--font-room);
      letter-spacing: 0;
    }
    .before {
      color: var(--ink-soft);
    }
    .way {
      block-size: 6px;
      border-radius: 3px;
      background: var(--shade);
    }
    .way i {
      display: block;
      block-size: 100%;
      inline-size: var(--far);
      border-radius: inherit;
      background: var(--station);
    }
    .more {
      margin-block-start: var(--s3);
      color: var(--ink-soft);
      font-size: var(--t2);
    }
  `;

  @property({ attribute: false }) aloud!: AloudView;
  @property({ attribute: false }) language = 'en';
  /** ms on the server's clock. */
  @property({ attribute: false }) now: () => number = Date.now;
  /** Somebody is at this screen, who goes on afterwards. */
  @property({ type: Boolean }) inside = false;
  @state() private captions: Caption[] = [];
  private beat: ReturnType<typeof setTimeout> | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('aloud') && changed.get('aloud')?.id !== this.aloud.id) void this.fetch(this.aloud);
  }

  override updated(): void {
    clearTimeout(this.beat);
    const at = this.at;
    const next = this.captions.flatMap((c) => [c.from, c.to]).find((ms) => ms > at) ?? at + look;
    this.beat = setTimeout(() => this.requestUpdate(), Math.max(20, Math.min(look, next - at)));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.beat);
  }

  override render(): TemplateResult {
    const { aloud, language } = this;
    const said = this.captions.filter((c) => c.from <= this.at).at(-1);
    const far = `${Math.max(0, Math.min(100, (100 * this.at) / aloud.length)).toFixed(1)}%`;
    return html`
      <p class="what">${icon(volume)} <span>${words(language, 'shell.aloud')}${aloud.station ? html` · ${read(language, aloud.title)}` : nothing}</span></p>
      <p class=${said && said.to < this.at ? 'heard before' : 'heard'}>${aloud.captions
        ? said && html`${said.speaker ? html`<span class="who">${said.speaker}</span>` : nothing}${said.text}`
        : read(language, aloud.title)}</p>
      <div><div class="way" aria-hidden="true"><i style="--far: ${far}"></i></div>
        ${this.inside ? html`<p class="more">${words(language, 'shell.aloud.more')}</p>` : nothing}</div>`;
  }

  /** Where it is, in ms of the recording. */
  private get at(): number {
    const { held, at, since } = this.aloud;
    return held ? (at ?? 0) : this.now() - since;
  }

  private async fetch(aloud: AloudView): Promise<void> {
    this.captions = [];
    while (aloud.captions && this.aloud.id === aloud.id) {
      try {
        const { captions } = await once<Captions>(aloud.captions);
        if (this.aloud.id === aloud.id) this.captions = captions;
        return;
      } catch {
        await pause(1); // the network is away; the clock goes on, and so do the words once they are here
        if (!this.isConnected) return;
      }
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-aloud': ScreenAloud;
  }
}
