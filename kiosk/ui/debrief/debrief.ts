import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import left from 'lucide-static/icons/arrow-left.svg?raw';
import right from 'lucide-static/icons/arrow-right.svg?raw';
import { Page, Refused, ask } from '../console/page.js';
import { page } from '../console/page.css.js';
import { charts } from '../insights/charts.css.js';
import { address, fresh } from '../insights/fresh.js';
import { journey } from '../insights/journey.js';
import { roomMap } from '../insights/map.js';
import { Reader } from '../insights/reader.js';
import type { Release, Word } from '../insights/release.js';
import { shifts } from '../insights/shift.js';
import { viewStyles } from '../insights/views.css.js';
import { buttons } from '../shared/button.css.js';
import { icon } from '../shared/icon.js';
import type { Text } from '../shared/station.js';
import { style } from './debrief.css.js';

/** GET /api/v1/insights/debrief; kiosk/insight/debrief.go. */
interface Debriefing {
  opening: string; at: number; closed: number; over: boolean;
  release: Release; questions: Text[]; sentences: Word[];
}

interface Step { id: string; head: string; drawn: TemplateResult }

const again = 20_000; // ms between looks: sentences may be withdrawn or masked
const soon = 1500; // ms between them in the first minute after the doors closed, when the release is being made

/** What a facilitator talks to after an opening, one thing at a time; which one stands in the address. */
@customElement('immersion-debrief')
export class Debrief extends Page {
  static override readonly styles = [buttons, page, charts, viewStyles, style];

  @state() private found: Debriefing | undefined;
  @state() private at = this.asked;
  @state() private organiser = false;
  @state() private problem = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  private get asked(): number {
    return Math.max(0, Number(new URLSearchParams(location.search).get('step')) - 1 || 0);
  }

  protected override learnt(): void {
    document.title = this.t('debrief.title');
    void ask<{ role: string }>('GET', '/api/v1/session').then((who) => { this.organiser = who.role === 'organiser'; }, () => undefined);
    addEventListener('popstate', () => { this.at = this.asked; });
    addEventListener('keydown', (e) => {
      if (e.ctrlKey || e.metaKey || e.altKey || this.dialog?.open || (e.composedPath()[0] as Element).closest?.('.scroll')) return;
      if (e.key === 'ArrowRight' || e.key === 'PageDown') this.go(this.at + 1);
      if (e.key === 'ArrowLeft' || e.key === 'PageUp') this.go(this.at - 1);
    });
    void this.keepUp();
  }

  private async keepUp(): Promise<void> {
    if (!document.hidden) await this.look();
    const just = this.found?.closed && !this.found.over && Date.now() - this.found.closed < 60_000;
    setTimeout(() => void this.keepUp(), just ? soon : again);
  }

  private async look(): Promise<void> {
    const cohort = new URLSearchParams(location.search).get('cohort') ?? '';
    try {
      this.found = await fresh<Debriefing>(address('/api/v1/insights/debrief', { cohort }));
      this.problem = '';
    } catch (error) {
      if (error instanceof Refused && error.code === 'unauthorised') location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
      this.problem = error instanceof Refused && error.code === 'conflict' ? this.t('debrief.open') : this.sorry(error);
    }
  }

  private go(to: number): void {
    if (!this.found) return;
    this.at = Math.max(0, Math.min(this.steps(this.found).length - 1, to));
    const query = new URLSearchParams(location.search);
    query.set('step', String(this.at + 1));
    history.replaceState(null, '', `?${query}`);
  }

  /** With too few visits there is no map: the questions and the sentences stand alone. */
  private steps({ release, questions, sentences, over }: Debriefing): Step[] {
    const r = new Reader(this, release.n);
    const told: Step[] = release.tooFew ? [] : [
      { id: 'map', head: this.t('insights.map'), drawn: roomMap(release, undefined, false, r, false) },
      { id: 'journey', head: this.t('insights.journey'), drawn: journey(release, r, false) },
      { id: 'shift', head: this.t('insights.shift'), drawn: shifts(release, r, false) },
    ];
    const asked = questions.map((q, i): Step => ({ id: `question-${i}`, head: this.t('debrief.question', { n: i + 1 }), drawn: html`<p class="question">${this.read(q)}</p>` }));
    const said: Step = {
      id: 'sentences', head: this.t('debrief.sentences'), drawn: over ? html`<p class="soft lead">${this.t('debrief.over')}</p>`
        : sentences.length ? html`<ul class="sentences">${sentences.map((w) => html`<li>“${w.text}”</li>`)}</ul><p class="soft">${this.t('debrief.sentences.more')}</p>`
          : html`<p class="soft lead">${this.t('debrief.sentences.none')}</p>`,
    };
    return [...told, ...asked, said];
  }

  override render(): unknown {
    if (!this.known) return nothing;
    const { found } = this;
    if (!found || this.problem) return html`<main><p class=${this.problem ? 'lead' : 'soft'} role="alert">${this.problem}</p></main>`;
    if (!found.opening) return html`<main class="begins"><h1>${this.t('debrief.title')}</h1><p class="lead">${this.t('debrief.none')}</p></main>`;
    const steps = this.steps(found), at = Math.min(this.at, steps.length - 1), step = steps[at]!;
    return html`
      <header><h1>${this.t('debrief.title')}</h1>
        <p class="soft">${found.release.scenario ? html`${this.read(found.release.scenario.title)} · ` : nothing}${new Reader(this, 0).date(found.at)}</p>
        ${this.organiser && !found.over ? html`<button class="quiet" @click=${() => this.dialog.showModal()}>${this.t('debrief.end')}</button>` : nothing}</header>
      <main class=${step.id}><h2>${step.head}</h2>${found.release.tooFew && at === 0 ? html`<p class="soft">${this.t('debrief.few', { k: found.release.k })}</p>` : nothing}
        <div class="stage">${step.drawn}</div></main>
      <nav aria-label=${this.t('debrief.steps')}>
        <button class="quiet" ?disabled=${at === 0} @click=${() => this.go(at - 1)}>${icon(left)} ${this.t('debrief.back')}</button>
        <p class="soft" role="status">${this.t('debrief.step', { n: at + 1, of: steps.length })}</p>
        <button class="primary" ?disabled=${at === steps.length - 1} @click=${() => this.go(at + 1)}>${this.t('debrief.next')} ${icon(right)}</button></nav>
      <dialog aria-labelledby="ask"><h2 id="ask">${this.t('debrief.end.ask')}</h2><p>${this.t('debrief.end.more')}</p>
        <div class="answers"><button class="quiet" @click=${() => this.dialog.close()}>${this.t('debrief.end.keep')}</button>
          <button class="primary" @click=${() => this.end(found.opening)}>${this.t('debrief.end')}</button></div></dialog>`;
  }

  private async end(opening: string): Promise<void> {
    this.dialog.close();
    try {
      await ask('DELETE', `/api/v1/insights/debrief/${encodeURIComponent(opening)}`);
      await this.look();
    } catch (error) {
      this.problem = this.sorry(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'immersion-debrief': Debrief;
  }
}
