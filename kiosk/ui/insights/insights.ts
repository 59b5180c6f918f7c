import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import printer from 'lucide-static/icons/printer.svg?raw';
import { buttons } from '../shared/button.css.js';
import { icon } from '../shared/icon.js';
import { Page, Refused, ask } from '../console/page.js';
import { page } from '../console/page.css.js';
import { charts } from './charts.css.js';
import { figure } from './figure.js';
import { sheet, style } from './insights.css.js';
import { journey } from './journey.js';
import { roomMap } from './map.js';
import { Reader } from './reader.js';
import { known, type Release, type Station } from './release.js';
import { shifts } from './shift.js';

const again = 30_000; // ms between looks for a newer release
const ownPlace = ['feeling', 'stir', 'reached', 'spent']; // figures drawn elsewhere than among a station's own

/** What the room learnt: the latest release. */
@customElement('immersion-insights')
export class Insights extends Page {
  static override readonly styles = [buttons, page, charts, style];

  @state() private release: Release | undefined;
  @state() private problem = '';
  protected override learnt(): void {
    document.title = this.t('insights.title');
    document.adoptedStyleSheets.push(sheet.styleSheet!);
    void this.look();
    setInterval(() => { if (!document.hidden) void this.look(); }, again);
  }

  private async look(): Promise<void> {
    try {
      const found = await ask<Release>('GET', '/api/v1/insights');
      if (found.n !== this.release?.n) this.release = found;
      this.problem = '';
    } catch (error) {
      if (error instanceof Refused && error.code === 'unauthorised') location.assign('/sign-in?to=/insights');
      this.problem = this.sorry(error);
    }
  }

  override render(): unknown {
    if (!this.known) return nothing;
    return html`<p class="error" role="alert">${this.problem}</p>
      ${this.release && (this.release.tooFew ? this.few(this.release) : this.whole(this.release))}`;
  }

  private few(release: Release): TemplateResult {
    return html`<main class="few">
      <svg viewBox="0 0 ${release.k * 44} 44" aria-hidden="true">
        ${Array.from({ length: release.k }, (_, i) => svg`<circle class="none" cx=${22 + i * 44} cy="22" r="17" />`)}</svg>
      <h1>${this.t('insights.toofew')}</h1>
      <p>${this.t('insights.toofew.more', { k: release.k })}</p>
      <p class="soft">${this.t('insights.toofew.why')}</p>
    </main>`;
  }

  private whole(release: Release): TemplateResult {
    const r = new Reader(this, release.n);
    const people = known(release, 'people');
    const version = html`<span class="small soft version" title=${r.t('insights.version')}>${release.scenario?.hash.slice(0, 8)}</span>`;
    const section = (id: string, args: Record<string, string>, drawn: TemplateResult) => html`
      <section class=${id} aria-labelledby=${id}><h2 id=${id}>${r.t(`insights.${id}`)}</h2>
        <p class="soft">${r.t(`insights.${id}.more`, args)} ${version}</p>${drawn}</section>`;
    const args = { customer: release.scenario?.customer.split(' ')[0] ?? '' };
    return html`
      <header>
        <div>
          <h1>${r.t('insights.title')}</h1>
          <p class="soft">${r.read(release.scenario?.title)} · ${release.scenario?.customer}. ${r.read(release.scenario?.goal)}</p>
        </div>
        <dl>
          ${people ? html`<div><dt>${r.t('insights.visits')}</dt><dd>${people.n}</dd></div>
            <div><dt>${r.t('insights.people')}</dt><dd>${people.count}</dd></div>` : nothing}
          <div><dt>${r.t('insights.release')}</dt><dd>${release.n}</dd></div>
          <div><dt>${r.t('insights.version')}</dt><dd class="date">${release.scenario?.hash.slice(0, 8)}</dd></div>
          <div><dt>${r.t('insights.made')}</dt><dd class="date">${r.date(release.made)}</dd></div>
        </dl>
        <button class="quiet" @click=${() => print()}>${icon(printer)} ${r.t('insights.print')}</button>
      </header>
      <main>
        ${section('map', args, roomMap(release, r))}
        ${section('journey', args, journey(release, r))}
        ${section('shift', args, shifts(release, r))}
        <section class="stations" aria-labelledby="stations"><h2 id="stations">${r.t('insights.stations')}</h2>
          ${release.stations.map((s) => this.station(release, s, r, version))}</section>
      </main>
      <footer class="soft small">${r.t('insights.rule', { k: release.k })}</footer>`;
  }

  private station(release: Release, s: Station, r: Reader, version: TemplateResult): TemplateResult {
    const reached = known(release, 'reached', '', s.id), spent = known(release, 'spent', '', s.id);
    const time = s.figures.find((f) => f.name === 'spent');
    return html`<article style=${styleMap({ '--station': s.colour })} aria-label=${r.read(s.title)}>
      <h3><span class="numeral">${s.number}</span> ${r.read(s.title)} ${version}</h3>
      <p class="soft reached">${reached ? html`${r.t('insights.reached', { part: reached.part ?? 0, whole: reached.whole ?? 0 })}${r.old(reached) ? html` <span class="small">(${r.behind(reached)})</span>` : nothing}` : r.t('insights.few')}
        ${spent && time ? html` · ${r.t('insights.spent', { time: r.amount(spent.mean ?? 0, time.unit), spread: r.spread(spent, time) })} <span class="small">(${r.behind(spent)})</span>` : nothing}</p>
      <div class="multiples">${s.figures.filter((f) => !ownPlace.includes(f.name)).map((f) => figure(release, s, f, r))}</div>
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'immersion-insights': Insights;
  }
}
