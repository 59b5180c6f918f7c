import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import printer from 'lucide-static/icons/printer.svg?raw';
import { buttons } from '../shared/button.css.js';
import { icon } from '../shared/icon.js';
import { Page, Refused, ask } from '../console/page.js';
import { page } from '../console/page.css.js';
import { charts } from './charts.css.js';
import { exportsMenu } from './exports.js';
import { address, fresh } from './fresh.js';
import { bar, chooser } from './head.js';
import { sheet, style } from './insights.css.js';
import { paper } from './paper.js';
import { print as printed } from './paper.css.js';
import { linkTo, placeOf, views, type Place } from './place.js';
import { Reader } from './reader.js';
import type { Across, Release, Sound, Themes, Version, Words } from './release.js';
import { shown } from './views.js';
import { viewStyles } from './views.css.js';

const again = 30_000; // ms between looks for a newer release

/** All that a place shows; what it does not need is not asked for. */
export interface Read {
  release: Release;
  themes: Themes | undefined;
  words: Words | undefined;
  across: Across | undefined;
  other: Release | undefined;
  sounds: Record<string, Sound>;
}

/** What the room learnt: the latest release, view by view, each with an address of its own. */
@customElement('immersion-insights')
export class Insights extends Page {
  static override readonly styles = [buttons, page, charts, viewStyles, style, printed];

  @state() private place: Place = placeOf(location.search);
  @state() private versions: Version[] = [];
  @state() private found: Read | undefined;
  @state() private organiser = false;
  @state() private problem = '';
  private turn = 0;

  protected override learnt(): void {
    document.title = this.t('insights.title');
    document.adoptedStyleSheets.push(sheet.styleSheet!);
    void ask<{ role: string }>('GET', '/api/v1/session').then((who) => { this.organiser = who.role === 'organiser'; }, () => undefined);
    addEventListener('popstate', () => {
      this.place = placeOf(location.search);
      void this.look();
    });
    void this.look();
    setInterval(() => { if (!document.hidden) void this.look(); }, again);
  }

  /** Goes to another place on the page. */
  private readonly go = (to: Partial<Place>): void => {
    this.place = { ...this.place, table: '', ...to };
    history.pushState(null, '', linkTo(this.place));
    void this.look();
    this.renderRoot.querySelector('h1')?.scrollIntoView({ block: 'nearest' });
  };

  private readonly opened = (id: string, open: boolean): void => {
    if (open === (this.place.table === id)) return;
    if (!open && this.place.table !== id) return;
    this.place = { ...this.place, table: open ? id : '' };
    history.replaceState(null, '', linkTo(this.place));
  };

  private async look(): Promise<void> {
    const turn = ++this.turn;
    try {
      const [read, { scenarios }] = await Promise.all([this.whole(), fresh<{ scenarios: Version[] }>('/api/v1/insights/cohorts')]);
      if (turn !== this.turn) return; // somebody went on meanwhile
      this.found = read;
      this.versions = scenarios;
      this.problem = '';
    } catch (error) {
      if (turn !== this.turn) return;
      if (error instanceof Refused && error.code === 'unauthorised') location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
      this.problem = this.sorry(error);
    }
  }

  private async whole(): Promise<Read> {
    const { scenario, cohort, view, figure, by } = this.place;
    const ask = <T>(path: string, query: Record<string, string> = {}) => fresh<T>(address(`/api/v1/insights${path}`, { scenario, ...query }));
    const wants = (...those: string[]) => those.includes(view);
    const [release, themes, words, across, other] = await Promise.all([
      ask<Release>('', { cohort }), ask<Themes>('/themes'),
      wants('words') ? ask<Words>('/words') : undefined,
      wants('departments') ? ask<Across>('/across', { partition: 'department', figure })
        : wants('openings') ? ask<Across>('/across', { partition: by, figure }) : undefined,
      wants('beside') && this.place.with ? fresh<Release>(address('/api/v1/insights', { scenario: this.place.with })) : undefined,
    ]);
    return { release, themes, words, across, other, sounds: await this.sounds(release) };
  }

  /** The waveforms behind the curves there are. */
  private async sounds(release: Release): Promise<Record<string, Sound>> {
    const heard = release.stations.filter((s) => s.figures.some((f) => f.shape === 'curve'));
    const all = await Promise.all(heard.map(async (s) =>
      [s.id, await fresh<Sound>(`/api/v1/scenarios/${release.scenario?.hash}/stations/${s.id}/waveform`).catch(() => undefined)] as const));
    return Object.fromEntries(all.filter((pair): pair is readonly [string, Sound] => pair[1] !== undefined));
  }

  override render(): unknown {
    if (!this.known) return nothing;
    const found = this.found;
    if (!found) return html`<p class="error" role="alert">${this.problem}</p>`;
    const { release } = found;
    const r = new Reader(this, release.n, this.place.table, this.opened);
    return html`<div class="screen">
      ${bar(release, this.organiser, r, html`
        ${exportsMenu(this.place, this.language, r)}
        <button class="quiet" ?disabled=${release.tooFew} @click=${() => print()}>${icon(printer)} ${r.t('insights.print')}</button>`)}
      <p class="error" role="alert">${this.problem}</p>
      ${this.versions.length ? html`<div class="ways">
        <nav aria-label=${r.t('insights.views')}>${views.map((view) => html`<a href=${linkTo({ ...this.place, view, table: '' })} aria-current=${view === this.place.view ? 'page' : 'false'}
          @click=${(e: MouseEvent) => this.follow(e, { view })}>${r.t(`insights.view.${view}`)}</a>`)}</nav>
        ${chooser(this.versions, this.place, this.go, r)}</div>` : nothing}
      ${release.tooFew ? this.few(release) : html`<main>${shown(found, this.versions, this.place, this.go, r)}</main>`}
      <footer class="soft small">${r.t('insights.rule', { k: release.k })}</footer></div>
      ${release.tooFew ? nothing : paper(found, this.cohortName(r), r)}`;
  }

  private cohortName(r: Reader): string {
    const version = this.versions.find((v) => v.hash === this.place.scenario) ?? this.versions[0];
    const cohort = version?.cohorts.find((c) => c.id === this.place.cohort);
    return cohort ? r.cohort(cohort) : r.t('insights.cohort.all');
  }

  /** A plain click stays on the page; with a key held the browser does what it always does. */
  private follow(e: MouseEvent, to: Partial<Place>): void {
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    this.go(to);
  }

  private few(release: Release): TemplateResult {
    return html`<main class="few">
      <svg viewBox="0 0 ${release.k * 44} 44" aria-hidden="true">
        ${Array.from({ length: release.k }, (_, i) => svg`<circle class="none" cx=${22 + i * 44} cy="22" r="17" />`)}</svg>
      <h2>${this.t(release.cohort ? 'insights.toofew.cohort' : 'insights.toofew')}</h2>
      <p>${this.t(release.cohort ? 'insights.toofew.cohort.more' : 'insights.toofew.more', { k: release.k })}</p>
      <p class="soft">${this.t('insights.toofew.why')}</p>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'immersion-insights': Insights;
  }
}
