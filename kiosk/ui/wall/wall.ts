import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Page, Refused } from '../console/page.js';
import { page } from '../console/page.css.js';
import { charts } from '../insights/charts.css.js';
import { fresh } from '../insights/fresh.js';
import { journey } from '../insights/journey.js';
import { roomMap } from '../insights/map.js';
import { Reader } from '../insights/reader.js';
import { known, type Release } from '../insights/release.js';
import { viewStyles } from '../insights/views.css.js';
import { style } from './wall.css.js';

const again = 20_000; // ms between looks for a newer release

/**
 * A public display: the map of the room as it grows, release by release, and
 * nothing else. /wall?dim is for a darkened room.
 */
@customElement('immersion-wall')
export class Wall extends Page {
  static override readonly styles = [page, charts, viewStyles, style];

  @state() private release: Release | undefined;
  @state() private away = false;

  protected override learnt(): void {
    document.title = this.t('wall.title');
    if (new URLSearchParams(location.search).has('dim')) document.documentElement.dataset.theme = 'dim';
    void this.look();
    setInterval(() => void this.look(), again);
  }

  private async look(): Promise<void> {
    try {
      this.release = await fresh<Release>('/api/v1/insights/wall');
      this.away = false;
    } catch (error) {
      if (error instanceof Refused && error.code === 'unauthorised') location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
      this.away = true; // what was shown last stays
    }
  }

  override render(): unknown {
    const { release } = this;
    if (!this.known || !release) return nothing;
    const r = new Reader(this, release.n);
    return html`<header><h1>${release.scenario ? this.t('wall.of', { customer: release.scenario.customer }) : this.t('wall.title')}</h1>
        ${release.scenario ? html`<p class="soft">${r.read(release.scenario.goal)}</p>` : nothing}</header>
      ${release.tooFew ? this.few(release) : this.shown(release, r)}
      <footer class="soft"><p>${this.t('wall.rule', { k: release.k })}</p><p role="status">${this.away ? this.t('wall.away') : nothing}</p></footer>`;
  }

  private shown(release: Release, r: Reader): TemplateResult {
    const people = known(release, 'people');
    return html`<main>
      <section class="the-map" aria-label=${this.t('insights.map')}>${roomMap(release, undefined, false, r, false)}</section>
      <section class="the-journey" aria-labelledby="journey"><h2 id="journey">${this.t('insights.journey')}</h2>${journey(release, r, false)}</section>
      ${people ? html`<p class="counted"><b>${r.number(people.n)}</b> ${this.t('wall.visits')} <span class="soft">${this.t('wall.as-of', { time: r.date(release.made) })}</span></p>` : nothing}
    </main>`;
  }

  private few(release: Release): TemplateResult {
    return html`<main class="begins">
      <svg viewBox="0 0 ${release.k * 44} 44" aria-hidden="true">${Array.from({ length: release.k }, (_, i) => svg`<circle class="none" cx=${22 + i * 44} cy="22" r="17" />`)}</svg>
      <p>${this.t('wall.few', { k: release.k })}</p></main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'immersion-wall': Wall;
  }
}
