import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Page, Refused, ask } from '../console/page.js';
import { page } from '../console/page.css.js';
import { address, fresh } from '../insights/fresh.js';
import type { Themes, Version, Word } from '../insights/release.js';
import { viewStyles } from '../insights/views.css.js';
import { buttons } from '../shared/button.css.js';
import { style } from './words-desk.css.js';
import { themesPart } from './themes.js';

/** GET /api/v1/moderation; kiosk/insight/words.go. */
interface Moderation { waiting: number; enough: boolean; k: number; batches: Batch[] }
interface Batch { id: string; passed: boolean; words: Word[] }

const again = 15_000; // ms between looks

/** Where an organiser looks at visitors' words before anyone else, and names what they are about. */
@customElement('immersion-words-desk')
export class WordsDesk extends Page {
  static override readonly styles = [buttons, page, viewStyles, style];

  @state() private desk: Moderation | undefined;
  @state() private themes: Themes | undefined;
  @state() private versions: Version[] = [];
  @state() private scenario = ''; // whose themes; '' for the version visited last
  @state() private problem = '';
  @state() private busy = false;

  protected override learnt(): void {
    document.title = this.t('wordsdesk.title');
    void this.look();
    setInterval(() => { if (!document.hidden) void this.look(); }, again);
  }

  private async look(): Promise<void> {
    try {
      let cohorts: { scenarios: Version[] };
      [this.desk, this.themes, cohorts] = await Promise.all([
        ask<Moderation>('GET', '/api/v1/moderation'), fresh<Themes>(address('/api/v1/insights/themes', { scenario: this.scenario })),
        fresh<{ scenarios: Version[] }>('/api/v1/insights/cohorts')]);
      this.versions = cohorts.scenarios;
    } catch (error) {
      if (error instanceof Refused && error.code === 'unauthorised') location.assign('/sign-in?to=/words');
      this.problem = this.sorry(error);
    }
  }

  /** Does something at the desk, and looks again. */
  readonly tell = async (path: string, body: object): Promise<void> => {
    this.busy = true;
    this.problem = '';
    try {
      await ask('POST', `/api/v1/moderation/${path}`, body);
    } catch (error) {
      this.problem = error instanceof Refused && error.code === 'conflict' ? this.t('wordsdesk.few', { k: this.desk?.k ?? 0 }) : this.sorry(error);
    } finally {
      await this.look();
      this.busy = false;
    }
  };

  override render(): unknown {
    if (!this.known) return nothing;
    const { desk } = this;
    const open = desk?.batches.filter((b) => !b.passed) ?? [], passed = desk?.batches.filter((b) => b.passed) ?? [];
    return html`
      <header><div><h1>${this.t('wordsdesk.title')}</h1><p class="soft">${this.t('wordsdesk.more')}</p></div>
        <p class="links"><a href="/console">${this.t('wordsdesk.to.console')}</a> <a href="/insights">${this.t('wordsdesk.to.insights')}</a> <a href="/privacy">${this.t('wordsdesk.to.privacy')}</a></p></header>
      <p class="error" role="alert">${this.problem}</p>
      ${desk ? html`<main>
        <section aria-labelledby="waiting"><h2 id="waiting">${this.t('wordsdesk.waiting')}</h2>
          <p role="status">${desk.enough ? this.t('wordsdesk.enough', { n: desk.waiting }) : this.t(desk.waiting ? 'wordsdesk.few' : 'wordsdesk.none', { k: desk.k })}</p>
          <p><button class="primary" ?disabled=${this.busy || !desk.enough} @click=${() => this.tell('batch', {})}>${this.t('wordsdesk.draw')}</button></p></section>
        ${open.map((b) => this.batch(b, desk.batches.length - desk.batches.indexOf(b)))}
        ${this.themes ? html`<section aria-labelledby="themes"><h2 id="themes">${this.t('wordsdesk.themes')}</h2><p class="soft">${this.t('wordsdesk.themes.more')}</p>${this.chooser()}${themesPart(this, this.themes)}</section>` : nothing}
        ${passed.length ? html`<section aria-labelledby="passed"><h2 id="passed">${this.t('wordsdesk.passed')}</h2><p class="soft">${this.t('wordsdesk.passed.more')}</p>
          ${passed.map((b) => html`<details><summary>${this.t('wordsdesk.batch', { n: desk.batches.length - desk.batches.indexOf(b), words: b.words.length })}</summary>${this.list(b)}</details>`)}</section>` : nothing}
      </main>` : nothing}`;
  }

  private chooser(): TemplateResult | typeof nothing {
    const chosen = (e: Event) => {
      this.scenario = (e.target as HTMLSelectElement).value;
      void this.look();
    };
    return this.versions.length < 2 ? nothing : html`<p><label>${this.t('wordsdesk.version')} <select @change=${chosen}>
      ${this.versions.map((v) => html`<option value=${v.hash}>${this.read(v.title)} · ${v.hash.slice(0, 7)}</option>`)}</select></label></p>`;
  }

  private batch(b: Batch, n: number): TemplateResult {
    const left = b.words.filter((w) => !w.masked).length;
    return html`<section class="batch" aria-labelledby=${b.id}><h2 id=${b.id}>${this.t('wordsdesk.batch', { n, words: b.words.length })}</h2>
      <p class="soft">${this.t('wordsdesk.batch.more')}</p>${this.list(b)}
      <p class="pass"><button class="primary" ?disabled=${this.busy} @click=${() => this.tell('passed', { batch: b.id })}>${this.t('wordsdesk.pass', { n: left })}</button></p></section>`;
  }

  private list(b: Batch): TemplateResult {
    return html`<ul class="words">${b.words.map((w) => this.word(w))}</ul>`;
  }

  private word(w: Word): TemplateResult {
    const judge = (did: 'mask' | 'restore' | 'flag' | 'unflag') => this.tell('words', { words: w.id, did });
    return html`<li class="${w.masked ? 'masked' : ''} ${w.sensitive ? 'sensitive' : ''}">
      <p><span class="said" lang=${w.language}>${w.text}</span><br /><span class="small soft">${this.t(w.section ? `section.${w.section}` : `wordsdesk.kind.${w.kind}`)}</span>
        ${w.masked ? html`<b class="mark">■ ${this.t('wordsdesk.masked')}</b>` : nothing} ${w.sensitive ? html`<b class="mark">▲ ${this.t('wordsdesk.sensitive')}</b>` : nothing}</p>
      <div class="acts"><button class="quiet" ?disabled=${this.busy} @click=${() => judge(w.masked ? 'restore' : 'mask')}>${this.t(w.masked ? 'wordsdesk.restore' : 'wordsdesk.mask')}<span class="hidden">: ${w.text}</span></button>
        <button class="quiet" ?disabled=${this.busy} @click=${() => judge(w.sensitive ? 'unflag' : 'flag')}>${this.t(w.sensitive ? 'wordsdesk.unflag' : 'wordsdesk.flag')}<span class="hidden">: ${w.text}</span></button></div></li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'immersion-words-desk': WordsDesk;
  }
}
