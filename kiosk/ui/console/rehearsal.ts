import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import play from 'lucide-static/icons/play.svg?raw';
import stop from 'lucide-static/icons/square.svg?raw';
import key from 'lucide-static/icons/key-round.svg?raw';
import { buttons } from '../shared/button.css.js';
import { icon } from '../shared/icon.js';
import type { Rehearsal, RehearsalReport, RehearsalStation, RehearsalToken } from '../shared/wire.gen.js';
import type { Console } from './console.js';
import { mark } from './mark.js';
import { ask } from './page.js';
import { page } from './page.css.js';
import { style } from './rehearsal.css.js';

const look = 1000; // ms between looks at a rehearsal that is under way
const muchLag = 0.3; // minutes of the waiting that may be the machine's without a word
const glance = 4; // so many times as long while there is none: another organiser may begin one

/** Synthetic visitors who walk the room: to begin with, how it goes, what came of it. */
@customElement('console-rehearsal')
export class RehearsalPart extends LitElement {
  static override readonly styles = [buttons, page, style];

  @property({ attribute: false }) page!: Console;
  /** Titles of stations come with it. */
  @property({ attribute: false }) scenario: unknown;
  @property({ type: Boolean }) busy = false;
  /** The room moves in rounds. */
  @property({ type: Boolean }) rounds = false;
  @state() private now: Rehearsal | undefined;
  @state() private token = '';
  private ticks = 0;
  private ticking = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
    this.ticking = setInterval(() => {
      if (!document.hidden && (this.now?.running || this.ticks++ % glance === 0)) void this.look();
    }, look) as unknown as number;
  }

  override disconnectedCallback(): void {
    clearInterval(this.ticking);
    super.disconnectedCallback();
  }

  private async look(): Promise<void> {
    this.now = await ask<Rehearsal>('GET', '/api/v1/rehearsal').catch(() => this.now);
  }

  override render(): TemplateResult {
    const { page, now } = this;
    return html`<section aria-labelledby="title"><h2 id="title">${page.t('console.rehearse')}</h2>
      <p class="soft">${page.t('console.rehearse.more')}</p>
      ${this.rounds || now?.report?.freely ? html`<p>${mark('warn')} ${page.t('console.rehearse.freely')}</p>` : nothing}
      ${now?.running ? this.running(now) : this.form()}
      ${now && !now.running && now.at ? this.result(now) : nothing}
      ${page.who === 'organiser' ? this.elsewhere() : nothing}</section>`;
  }

  private form(): TemplateResult {
    const { page } = this;
    const begin = (e: SubmitEvent) => {
      e.preventDefault();
      const asked = new FormData(e.target as HTMLFormElement);
      const number = (name: string) => Number(asked.get(name));
      void page.tell('POST', 'rehearsal', { visitors: number('visitors'), speed: number('speed') }).then(() => this.look());
    };
    return html`<form @submit=${begin}>
      <label>${page.t('console.rehearse.visitors')} <input name="visitors" type="number" min="1" max="300" value="12" required /></label>
      <label>${page.t('console.rehearse.speed')} <select name="speed">${[10, 60, 300].map((n) => html`<option value=${n} ?selected=${n === 60}>${page.t('console.rehearse.times', { n })}</option>`)}</select></label>
      <button class="quiet" ?disabled=${this.busy}>${icon(play)} ${page.t('console.rehearse.begin')}</button></form>`;
  }

  private running(now: Rehearsal): TemplateResult {
    const { page } = this;
    return html`<div class="running"><p role="status">${page.t('console.rehearse.running', { begun: now.begun, finished: now.finished, visitors: now.visitors })}</p>
      <progress max=${now.visitors} value=${now.finished} aria-label=${page.t('console.rehearse')}></progress>
      <button class="quiet" ?disabled=${this.busy} @click=${() => page.tell('DELETE', 'rehearsal').then(() => this.look())}>${icon(stop)} ${page.t('console.rehearse.stop')}</button></div>`;
  }

  private result(now: Rehearsal): TemplateResult {
    const { page } = this;
    const r = now.report;
    const said = page.t(`console.rehearse.${now.ended ?? 'lost'}`, { finished: now.finished, visitors: now.visitors, time: page.moment(now.at ?? 0) });
    if (!r?.perHour) return html`<p>${said}</p>`;
    return html`<p>${said}</p>
      <p class="strong">${page.t('console.rehearse.per-hour', { n: this.number(r.perHour) })}
        ${r.bottleneck ? html`${page.t('console.rehearse.bottleneck')} ${page.station(r.bottleneck)}` : nothing}</p>
      ${this.table(r)}
      ${r.lag > muchLag ? html`<p>${page.t('console.rehearse.lag', { n: this.number(r.lag) })}</p>` : nothing}
      ${r.oneMore && r.bottleneck ? html`<p>${page.t('console.rehearse.one-more', { n: this.number(r.oneMore) })}</p>` : nothing}`;
  }

  private table(r: RehearsalReport): TemplateResult {
    const { page } = this;
    return html`<table><thead><tr>${['station', 'screens', 'stay', 'wait', 'wait90', 'use'].map((h, i) =>
      html`<th scope="col" class=${i ? 'number' : ''}>${page.t(`console.rehearse.head.${h}`)}</th>`)}</tr></thead>
      <tbody>${r.stations?.map((s) => html`<tr class=${s.station === r.bottleneck ? 'narrow' : ''}>
        <th scope="row">${page.station(s.station)}</th><td class="number">${s.screens}</td>
        ${[s.stay, s.wait, s.waitP90].map((n) => html`<td class="number">${this.number(n)}</td>`)}
        <td class="number">${this.use(s, s.station === r.bottleneck)}</td></tr>`)}</tbody></table>`;
  }

  private use(s: RehearsalStation, narrow: boolean): TemplateResult {
    return html`${narrow ? mark('bad') : nothing} ${Math.round(100 * s.use)} %`;
  }

  /** A token, once, in the line that uses it. */
  private elsewhere(): TemplateResult {
    const { page } = this;
    const give = () => page.attempt(async () => {
      this.token = (await ask<RehearsalToken>('POST', '/api/v1/rehearsal/token')).token;
    });
    const base = page.readiness?.address || location.origin;
    return html`<details><summary>${page.t('console.rehearse.elsewhere')}</summary>
      <p class="soft">${page.t('console.rehearse.token.more')}</p>
      ${this.token ? html`<pre tabindex="0">immersion rehearse --visitors 12 --speed 60 --url ${base} --token ${this.token}</pre>`
        : html`<button class="quiet" ?disabled=${this.busy} @click=${give}>${icon(key)} ${page.t('console.rehearse.token')}</button>`}</details>`;
  }

  private number(n: number): string {
    return n.toLocaleString(this.page.locale, { maximumFractionDigits: 1 });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-rehearsal': RehearsalPart;
  }
}
