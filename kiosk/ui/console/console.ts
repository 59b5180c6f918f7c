import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import doorOpen from 'lucide-static/icons/door-open.svg?raw';
import doorClosed from 'lucide-static/icons/door-closed.svg?raw';
import bell from 'lucide-static/icons/bell.svg?raw';
import type { PlaceView, ScenarioView } from '../shared/station.js';
import { buttons } from '../shared/button.css.js';
import { icon } from '../shared/icon.js';
import type { Loaded, Missing } from '../shared/wire.gen.js';
import { style } from './console.css.js';
import { Page, Refused, ask } from './page.js';
import { page } from './page.css.js';
import { scenarioPart, type Tried } from './scenario.js';
import { screensTable } from './screens.js';
import { visitorsTable } from './visitors.js';
import { follow, type Room } from './watch.js';

/** What /readyz tells; address is how other machines reach the server, "" as this one does. */
interface Readiness { ready: boolean; journal: string; scenario: string; sound: string; address?: string }

/** A screen that shows its code and waits to be taken into the room. */
export interface Waiting { user_code: string; station?: string }

/** What is asked before it is done. */
export interface Question { ask: string; more: string; yes: string; go: () => void }

/** The organiser's page: the opening, the screens, the visitors, the sound, the scenario, the addresses. */
@customElement('immersion-console')
export class Console extends Page {
  static override readonly styles = [buttons, page, style];

  @state() room: Room | undefined;
  @state() scenario: ScenarioView | undefined;
  @state() waiting: Waiting[] = [];
  @state() missing: Missing[] = [];
  /** The last upload. */
  @state() tried: Tried | undefined;
  @state() busy = false;
  @state() private loaded: Loaded | undefined;
  @state() now = Date.now();
  @state() private readiness: Readiness | undefined;
  @state() private online = false;
  @state() private problem = '';
  @state() private question: Question | undefined;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  protected override learnt(): void {
    document.title = this.t('console.title');
    follow((room) => {
      this.online = room !== undefined;
      this.room = room ?? this.room;
    }, () => location.assign('/sign-in?to=/console'));
    void this.look();
    setInterval(() => { this.now = Date.now(); }, 5000);
    setInterval(() => { if (!document.hidden) void this.look(); }, 4000);
  }

  /** Looks at what the socket does not tell: scenario, sound, codes on screens. */
  private async look(): Promise<void> {
    const found = await fetch('/readyz').then((r) => r.json() as Promise<Readiness>, () => undefined);
    if (!found) return;
    this.readiness = found;
    if (found.scenario && this.scenario?.hash !== found.scenario) {
      this.scenario = await ask<ScenarioView>('GET', `/api/v1/scenarios/${found.scenario}`).catch(() => this.scenario);
    }
    const screens = await ask<{ waiting: Waiting[]; missing: Missing[] }>('GET', '/api/v1/screens').catch(() => undefined);
    if (screens) ({ waiting: this.waiting, missing: this.missing } = screens);
    this.loaded = await ask<Loaded>('GET', '/api/v1/scenarios').catch(() => this.loaded);
  }

  /**
   * Tells the server; what goes wrong is said on the page, an `unavailable` in
   * words of its own if it has some. Gives whether it went well.
   */
  async tell(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object, unavailable = 'console.problem.unavailable'): Promise<boolean> {
    return this.attempt(() => ask(method, `/api/v1/${path}`, body), unavailable);
  }

  /** Does what asks the server, as tell. */
  async attempt(work: () => Promise<void>, unavailable = 'console.problem.unavailable'): Promise<boolean> {
    this.problem = '';
    this.busy = true;
    try {
      await work();
      return true;
    } catch (error) {
      this.problem = error instanceof Refused && error.code === 'unavailable' ? this.t(unavailable) : this.sorry(error);
      return false;
    } finally {
      this.busy = false;
      void this.look();
    }
  }

  /** Asks first. */
  sure(question: Question): void {
    this.question = question;
    void this.updateComplete.then(() => this.dialog.showModal());
  }

  place(id: string): PlaceView | undefined {
    return this.scenario?.stations.find((s) => s.id === id);
  }

  /** A station's numeral and title; its id when the scenario in use has it no more. */
  station(id: string): TemplateResult {
    const p = this.place(id);
    if (!p) return html`${id}`;
    return html`<span class="station" style=${styleMap({ '--station': p.colour })}>
      <span class="numeral">${p.number}</span> ${this.read(p.title)}</span>`;
  }

  /** "4 min", by the server's clock. */
  ago(ms: number): string {
    const minutes = Math.max(0, Math.floor((this.now + (this.room?.ahead ?? 0) - ms) / 60_000));
    return minutes < 1 ? this.t('console.just-now') : this.t('console.minutes', { n: minutes });
  }

  clock(ms: number, seconds = false): string {
    const exact = seconds ? { second: '2-digit' as const } : {};
    return new Date(ms).toLocaleTimeString(this.locale, { hour: '2-digit', minute: '2-digit', ...exact });
  }

  /** Day and time. */
  moment(ms: number): string {
    return new Date(ms).toLocaleString(this.locale, { dateStyle: 'medium', timeStyle: 'short' });
  }

  override render(): unknown {
    if (!this.known) return nothing;
    return html`
      <header>
        <div><h1>${this.t('console.title')}</h1>
          <p class="soft">${this.read(this.scenario?.title)} <span class="code small">${this.scenario?.hash.slice(0, 8)}</span></p></div>
        ${this.doors()}
        <nav><a class="quiet" href="/words">${this.t('console.desk')}</a>
          <a class="quiet" href="/insights">${this.t('console.insights')}</a>
          <button class="quiet" @click=${this.leave}>${this.t('console.sign-out')}</button></nav>
      </header>
      <div class="band" role="status">${this.room && !this.online ? this.t('console.away') : nothing}</div>
      <p class="error" role="alert">${this.problem}</p>
      <main class=${this.faulty ? 'faulty' : ''}>
        ${this.faulty ? this.files() : nothing}
        <section class="tall" aria-labelledby="screens"><h2 id="screens">${this.t('console.screens')}</h2>${screensTable(this)}</section>
        <section aria-labelledby="visitors"><h2 id="visitors">${this.t('console.visitors')}</h2>${visitorsTable(this)}</section>
        <section aria-labelledby="sound"><h2 id="sound">${this.t('console.sound')}</h2>${this.sound()}</section>
        ${this.faulty ? nothing : this.files()}
        <section class="wide" aria-labelledby="addresses"><h2 id="addresses">${this.t('console.addresses')}</h2>${this.addresses()}</section>
      </main>
      ${this.confirm()}`;
  }

  private doors(): TemplateResult {
    const inside = Object.keys(this.room?.visits ?? {}).length;
    if (!this.room) return html`<div class="doors"></div>`;
    if (!this.room.opening) {
      return html`<div class="doors"><p><b>${this.t('console.closed')}</b><br /><span class="soft">${this.t('console.closed.more')}</span></p>
        <button class="primary" ?disabled=${this.busy} @click=${() => this.tell('PUT', 'opening', { phase: 'open' })}>${icon(doorOpen)} ${this.t('console.open')}</button></div>`;
    }
    const close = () => this.sure({
      ask: this.t('console.close.ask'),
      more: this.t(inside ? 'console.close.more' : 'console.close.empty', { n: inside }),
      yes: this.t('console.close'),
      go: () => this.tell('PUT', 'opening', { phase: 'closed' }),
    });
    return html`<div class="doors"><p><b>${this.t('console.opened')}</b><br />
      <span class="soft">${this.t(['console.visitors.closed', 'console.inside.one'][inside] ?? 'console.inside', { n: inside })}</span></p>
      <button class="primary" ?disabled=${this.busy} @click=${close}>${icon(doorClosed)} ${this.t('console.close')}</button></div>`;
  }

  private sound(): TemplateResult {
    return html`<div class="sound"><button class="quiet" ?disabled=${this.busy} @click=${() => this.tell('POST', 'sound/test', undefined, 'console.sound.none')}>
      ${icon(bell)} ${this.t('console.sound.test')}</button>
      <p role="status">${this.readiness?.sound ?? ''}</p></div>`;
  }

  /** Faults in the scenario's files come before everything else. */
  private get faulty(): boolean {
    return this.loaded !== undefined && this.loaded.faults.length > 0;
  }

  private files(): TemplateResult {
    return html`<section class="wide" aria-labelledby="scenario"><h2 id="scenario">${this.t('console.scenario')}</h2>
      ${this.loaded ? scenarioPart(this, this.loaded) : nothing}</section>`;
  }

  private addresses(): TemplateResult {
    const base = this.readiness?.address || location.origin;
    return html`<p class="soft">${this.t('console.addresses.more')}</p><ul class="addresses">
      ${this.scenario?.stations.map((s) => html`<li>
        <img src="/api/v1/qr?path=${encodeURIComponent(`/s/${s.id}`)}" width="116" height="116" loading="lazy"
          alt=${this.t('console.qr', { station: this.read(s.title) })} />
        <p>${this.station(s.id)}<br /><span class="small address">${base}/s/${s.id}</span></p></li>`)}</ul>`;
  }

  private confirm(): TemplateResult {
    const q = this.question;
    const close = () => this.dialog.close();
    return html`<dialog aria-labelledby="ask" aria-describedby="more" @close=${() => { this.question = undefined; }}>
      ${q && html`<h2 id="ask">${q.ask}</h2><p id="more">${q.more}</p>
        <div class="answers"><button class="quiet" autofocus @click=${close}>${this.t('console.keep')}</button>
        <button class="primary" @click=${() => { close(); q.go(); }}>${q.yes}</button></div>`}</dialog>`;
  }

  private async leave(): Promise<void> {
    if (await this.tell('DELETE', 'session')) location.assign('/sign-in');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'immersion-console': Console;
  }
}
