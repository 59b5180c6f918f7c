import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ref } from 'lit/directives/ref.js';
import { styleMap } from 'lit/directives/style-map.js';
import again from 'lucide-static/icons/rotate-ccw.svg?raw';
import back from 'lucide-static/icons/arrow-left.svg?raw';
import { Page, ask } from '../console/page.js';
import { page } from '../console/page.css.js';
import { buttons } from '../shared/button.css.js';
import { icon } from '../shared/icon.js';
import type { PlaceView, ScenarioView } from '../shared/station.js';
import { style } from './preview.css.js';

/** What screens are looked at as; a word for each is preview.size.<name>. */
const sizes: Record<string, [number, number]> = {
  wide: [1920, 1080], tall: [1080, 1920], tablet: [1280, 800], phone: [390, 844],
};

/** Any station of a version at any size, played by whoever prepares it. The room does not notice. */
@customElement('immersion-preview')
export class PreviewPage extends Page {
  static override readonly styles = [buttons, page, style];

  private readonly asked = new URLSearchParams(location.search);
  @state() private scenario: ScenarioView | undefined;
  @state() private problem = '';
  @state() private station = this.asked.get('station') ?? '';
  @state() private size = this.asked.get('size') ?? 'wide';
  @state() private tongue = this.asked.get('language') ?? '';
  @state() private dim = this.asked.has('dim');
  @state() private large = this.asked.has('large');
  /** Counts beginnings, so that one looks like the other and is not. */
  @state() private turn = 0;
  /** How large a pixel of the screen is here. */
  @state() private scale = 0.5;
  private room = new ResizeObserver(([entry]) => this.fit(entry!.contentRect));
  private box = { width: 0, height: 0 };

  protected override learnt(): void {
    document.title = this.t('preview.title');
    void this.look();
  }

  private async look(): Promise<void> {
    try {
      const hash = this.asked.get('scenario') || (await fetch('/readyz').then((r) => r.json() as Promise<{ scenario: string }>)).scenario;
      this.scenario = await ask<ScenarioView>('GET', `/api/v1/scenarios/${encodeURIComponent(hash)}`);
    } catch (error) {
      this.problem = this.sorry(error);
      return;
    }
    const { stations, languages } = this.scenario;
    if (!stations.some((p) => p.id === this.station)) this.station = stations[0]?.id ?? '';
    if (!this.tongue) this.tongue = languages.includes(this.language) ? this.language : languages[0] ?? 'en';
    if (!(this.size in sizes)) this.size = 'wide';
  }

  private fit(box: { width: number; height: number }): void {
    this.box = box;
    const [width, height] = sizes[this.size]!;
    this.scale = Math.min(1, box.width / width, box.height / height);
  }

  /** What is looked at, as addresses have it. */
  private get query(): URLSearchParams {
    const query = new URLSearchParams({ scenario: this.scenario!.hash, station: this.station, language: this.tongue });
    if (this.dim) query.set('dim', '');
    if (this.large) query.set('large', '');
    return query;
  }

  override updated(): void {
    if (this.scenario) history.replaceState(null, '', `?${this.query}&size=${this.size}`);
  }

  override render(): unknown {
    if (!this.known) return nothing;
    return html`<header>
        <a class="quiet" href="/console#scenario">${icon(back)} ${this.t('preview.back')}</a>
        <div class="name"><h1>${this.t('preview.title')}</h1>
          <p class="soft">${this.read(this.scenario?.title)} <span class="code small">${this.scenario?.hash.slice(0, 8)}</span></p></div>
        ${this.scenario ? this.choices(this.scenario) : nothing}
      </header>
      <p class="error" role="alert">${this.problem}</p>
      ${this.scenario ? html`<nav aria-label=${this.t('preview.stations')}>${this.scenario.stations.map((p) => this.way(p))}
        <p class="small soft">${this.t('preview.more')}</p></nav>${this.shown()}` : nothing}`;
  }

  private way(p: PlaceView): TemplateResult {
    return html`<button class="way" style=${styleMap({ '--station': p.colour })} aria-pressed=${p.id === this.station ? 'true' : 'false'}
      @click=${() => { this.station = p.id; }}><span class="numeral">${p.number}</span> ${this.read(p.title)}</button>`;
  }

  private choices(scenario: ScenarioView): TemplateResult {
    const names = new Intl.DisplayNames([this.language], { type: 'language' });
    const tick = (on: boolean, key: string, set: (on: boolean) => void) => html`<label class="tick"><input type="checkbox" .checked=${on}
      @change=${(e: Event) => set((e.target as HTMLInputElement).checked)} /> ${this.t(key)}</label>`;
    return html`<label>${this.t('preview.size')}
        <select @change=${(e: Event) => { this.size = (e.target as HTMLSelectElement).value; this.fit(this.box); }}>${Object.entries(sizes).map(([name, [w, h]]) =>
          html`<option value=${name} ?selected=${name === this.size}>${this.t(`preview.size.${name}`)} ${w} × ${h}</option>`)}</select></label>
      <label>${this.t('preview.language')}
        <select @change=${(e: Event) => { this.tongue = (e.target as HTMLSelectElement).value; }}>${[...new Set([...scenario.languages, this.tongue])].map((l) =>
          html`<option value=${l} ?selected=${l === this.tongue}>${names.of(l)}</option>`)}</select></label>
      ${tick(this.dim, 'preview.dim', (on) => { this.dim = on; })}
      ${tick(this.large, 'preview.large', (on) => { this.large = on; })}
      <button class="quiet" @click=${() => { this.turn += 1; }}>${icon(again)} ${this.t('preview.again')}</button>`;
  }

  private shown(): TemplateResult {
    const [width, height] = sizes[this.size]!;
    const px = (n: number) => `${n}px`;
    return html`<main ${ref((e) => { if (e) this.room.observe(e); })}>
      <div class="screen" style=${styleMap({ width: px(width * this.scale), height: px(height * this.scale) })}>
        <iframe title=${this.t('preview.frame')} src=${`/preview/stage?${this.query}&turn=${this.turn}`} style=${styleMap({ width: px(width), height: px(height), transform: `scale(${this.scale})` })}></iframe>
      </div></main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'immersion-preview': PreviewPage;
  }
}
