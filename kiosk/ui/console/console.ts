import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { PlaceView, ScenarioView } from '../shared/station.js';
import { buttons } from '../shared/button.css.js';
import type { Check, Checklist, Loaded, Missing, Readiness, Session, Waiting } from '../shared/wire.gen.js';
import { serverNow } from './clock.js';
import { style } from './console.css.js';
import { head } from './head.js';
import { headStyle } from './head.css.js';
import { news, returned, welcome } from './news.js';
import { Page, Refused, ask } from './page.js';
import { page } from './page.css.js';
import { parts } from './parts.js';
import { rail } from './rail.js';
import type { Tried } from './scenario.js';
import { sheet, shut } from './sheet.js';
import { sheetStyle } from './sheet.css.js';
import { undoBar, type Done } from './undo.js';
import { follow, type Room } from './watch.js';

/** What is asked before it is done. */
export interface Question { ask: string; more: string; yes: string; go: () => void }

/** What is looked at closely, with all that can be done about it. */
export interface Sheet { of: 'screen' | 'visit'; id: string }

/** The organiser's page: what holds for all of it, and one part at a time; parts.ts lists them. */
@customElement('immersion-console')
export class Console extends Page {
  static override readonly styles = [buttons, page, headStyle, sheetStyle, style];

  @state() room: Room | undefined;
  @state() scenario: ScenarioView | undefined;
  @state() waiting: Waiting[] = [];
  @state() missing: Missing[] = [];
  /** The last upload. */
  @state() tried: Tried | undefined;
  @state() busy = false;
  @state() loaded: Loaded | undefined;
  @state() readiness: Readiness | undefined;
  /** Who looks: organiser or helper. */
  @state() who = '';
  /** The part shown; an id of parts. */
  @state() at = '';
  @state() sheet: Sheet | undefined;
  /** What can be undone. */
  @state() done: Done | undefined;
  /** Ids of screens that are back. */
  @state() back: string[] = [];
  @state() checks: Check[] = [];
  @state() private online = false;
  @state() private problem = '';
  @state() private question: Question | undefined;
  @query('dialog.ask') private readonly dialog!: HTMLDialogElement;
  @query('dialog.sheet') private readonly sheetDialog!: HTMLDialogElement;

  protected override learnt(): void {
    document.title = this.t('console.title');
    const turn = () => {
      this.at = location.hash.slice(1);
      if (this.at === 'setup') void this.look();
    };
    addEventListener('hashchange', turn);
    turn();
    follow((room) => {
      this.online = room !== undefined;
      if (!room) return;
      welcome(this, returned(this.room, room));
      const moved = room.phase !== this.room?.phase;
      this.room = room;
      if (moved) void this.look();
    }, () => location.assign(`/sign-in?to=/console${location.hash}`));
    setInterval(() => { if (!document.hidden) void this.look(); }, 4000);
  }

  /** Looks at what the socket does not tell: scenario, sound, codes on screens. */
  private async look(): Promise<void> {
    const found = await fetch('/readyz').then((r) => r.json() as Promise<Readiness>, () => undefined);
    if (!found) return;
    this.readiness = found;
    this.who ||= (await ask<Session>('GET', '/api/v1/session').catch(() => undefined))?.role ?? '';
    if (found.scenario && this.scenario?.hash !== found.scenario) {
      this.scenario = await ask<ScenarioView>('GET', `/api/v1/scenarios/${found.scenario}`).catch(() => this.scenario);
    }
    const screens = await ask<{ waiting: Waiting[]; missing: Missing[] }>('GET', '/api/v1/screens').catch(() => undefined);
    if (screens) ({ waiting: this.waiting, missing: this.missing } = screens);
    if (this.preparing) this.checks = (await ask<Checklist>('GET', '/api/v1/checklist').catch(() => undefined))?.checks ?? this.checks;
    if (this.who === 'organiser') this.loaded = await ask<Loaded>('GET', '/api/v1/scenarios').catch(() => this.loaded);
  }

  /** The doors are not open yet, or somebody looks at how the room is set up. */
  get preparing(): boolean {
    return this.room?.phase === 'closed' || this.room?.phase === 'setup' || this.at === 'setup';
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

  /** Opens the sheet of a screen, of "all" screens, or of a visit. */
  open(of: Sheet['of'], id: string): void {
    this.sheet = { of, id };
  }

  /** Closes the sheet. */
  close(): void {
    this.sheetDialog.close();
  }

  /** Asks first. */
  sure(question: Question): void {
    this.question = question;
    void this.updateComplete.then(() => this.dialog.showModal());
  }

  place(id: string): PlaceView | undefined {
    return this.scenario?.stations.find((s) => s.id === id);
  }

  /** What a screen is called: its name, or when nobody gave it one, that it is a screen with this number. */
  called({ name }: { name: string }): string {
    return /^\d+$/.test(name) ? this.t('console.screen.nameless', { n: name }) : name;
  }

  /** A station's numeral and title; its id when the scenario in use has it no more. */
  station(id: string): TemplateResult {
    const p = this.place(id);
    if (!p) return html`${id}`;
    return html`<span class="station" style=${styleMap({ '--station': p.colour })}>
      <span class="numeral">${p.number}</span> ${this.read(p.title)}</span>`;
  }

  /** "4 min", by the server's clock; for a time-label. */
  readonly ago = (ms: number): string => {
    const minutes = Math.max(0, Math.floor((serverNow() - ms) / 60_000));
    return minutes < 1 ? this.t('console.just-now') : this.t('console.minutes', { n: minutes });
  };

  clock(ms: number, seconds = false): string {
    const exact = seconds ? { second: '2-digit' as const } : {};
    return new Date(ms).toLocaleTimeString(this.locale, { hour: '2-digit', minute: '2-digit', ...exact });
  }

  /** Day and time. */
  moment(ms: number): string {
    return new Date(ms).toLocaleString(this.locale, { dateStyle: 'medium', timeStyle: 'short' });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('sheet') && this.sheet && !this.sheetDialog.open) this.sheetDialog.showModal();
  }

  override render(): unknown {
    if (!this.known || !this.who) return nothing; // what is for some only must not push the rest about under a finger
    const mine = parts.filter((p) => !p.organiser || this.who === 'organiser');
    const shown = mine.find((p) => p.id === this.at) ?? mine[0]!;
    return html`
      <div class="over">${head(this)}
        <div class="band" role="status">${this.room && !this.online ? this.t('console.away') : nothing}</div>
        ${news(this)}
        <p class="error" role="alert">${this.problem}</p></div>
      ${rail(this, mine, shown)}
      <main class=${shown.id}>${shown.show(this)}</main>
      ${undoBar(this)} ${sheet(this)} ${this.confirm()}`;
  }

  private confirm(): TemplateResult {
    const q = this.question;
    const close = () => this.dialog.close();
    return html`<dialog class="ask" aria-labelledby="ask" aria-describedby="more" @close=${(e: Event) => { if (shut(e)) this.question = undefined; }}>
      ${q && html`<h2 id="ask">${q.ask}</h2><p id="more">${q.more}</p>
        <div class="answers"><button class="quiet" autofocus @click=${close}>${this.t('console.keep')}</button>
        <button class="primary" @click=${() => { close(); q.go(); }}>${q.yes}</button></div>`}</dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'immersion-console': Console;
  }
}
