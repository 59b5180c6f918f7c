import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import file from 'lucide-static/icons/file-down.svg?raw';
import kit from 'lucide-static/icons/package.svg?raw';
import { buttons } from '../shared/button.css.js';
import { icon } from '../shared/icon.js';
import type { Log, LogLine } from '../shared/wire.gen.js';
import type { Console } from './console.js';
import { style } from './log.css.js';
import { ask } from './page.js';
import { page } from './page.css.js';

/** What was done in the room, and by whom. */
export function logPart(page: Console): TemplateResult {
  return html`<console-log .page=${page}></console-log>`;
}

/** The log, newest first; it looks for more while it is shown. */
@customElement('console-log')
export class LogList extends LitElement {
  static override readonly styles = [buttons, page, style];

  @property({ attribute: false }) page!: Console;
  @state() private lines: LogLine[] | undefined;
  /** Where the lines before those shown begin; 0 when there are none. */
  @state() private next = 0;
  @state() private reads = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
    this.timer = setInterval(() => { if (!document.hidden) void this.look(); }, 3000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  private get(before = 0): Promise<Log | undefined> {
    const query = new URLSearchParams({ language: document.documentElement.lang });
    if (this.reads) query.set('reads', 'true');
    if (before) query.set('before', String(before));
    return ask<Log>('GET', `/api/v1/log?${query}`).catch(() => undefined);
  }

  /** Reads the newest; what was read of the earlier ones stays below them, unless there is a gap between. */
  private async look(): Promise<void> {
    const { reads } = this;
    const log = await this.get();
    if (!log || reads !== this.reads) return;
    const last = log.lines.at(-1)?.seq ?? 0;
    const earlier = this.lines?.filter((l) => l.seq < last) ?? [];
    const joined = earlier.length > 0 && this.lines!.some((l) => l.seq >= last);
    this.lines = joined ? [...log.lines, ...earlier] : log.lines;
    if (!joined) this.next = log.next ?? 0;
  }

  private async earlier(): Promise<void> {
    const log = await this.get(this.next);
    if (!log) return;
    this.lines = [...this.lines!, ...log.lines];
    this.next = log.next ?? 0;
  }

  private readonly choose = (e: Event): void => {
    this.reads = (e.target as HTMLInputElement).checked;
    this.lines = undefined;
    void this.look();
  };

  override render(): unknown {
    const { page } = this;
    return html`<section aria-labelledby="log">
      <div class="top"><h2 id="log">${page.t('log.title')}</h2>
        <label class="reads"><input type="checkbox" .checked=${this.reads} @change=${this.choose} /> ${page.t('log.reads')}</label>
        <a class="quiet" href=${`/api/v1/log.csv?language=${document.documentElement.lang}`} download>${icon(file)} ${page.t('log.csv')}</a></div>
      <p class="soft">${page.t('log.more')}</p>
      ${this.lines ? this.table(this.lines) : nothing}
      ${this.next ? html`<p><button class="quiet" @click=${this.earlier}>${page.t('log.earlier')}</button></p>` : nothing}</section>
      ${page.who === 'organiser' ? html`<section aria-labelledby="support"><h2 id="support">${page.t('log.support')}</h2>
        <p class="soft">${page.t('log.support.more')}</p>
        <p><a class="quiet" href="/api/v1/support" download>${icon(kit)} ${page.t('log.support')}</a></p></section>` : nothing}`;
  }

  private table(lines: LogLine[]): TemplateResult {
    const { page } = this;
    if (lines.length === 0) return html`<p>${page.t('log.none')}</p>`;
    const today = new Date().toDateString();
    const at = (ms: number) => new Date(ms).toDateString() === today ? page.clock(ms, true) : page.moment(ms);
    return html`<table><thead><tr><th>${page.t('log.at')}</th><th>${page.t('log.by')}</th><th>${page.t('log.what')}</th></tr></thead>
      <tbody>${lines.map((l) => html`<tr><td class="at">${at(l.at)}</td><td class="who">${who(page, l.by)}</td><td>${l.says}</td></tr>`)}</tbody></table>`;
  }
}

/** "Organiser 3f2a": the role, and which sign-in it was. */
function who(page: Console, by: string): TemplateResult {
  const [role, sign = ''] = by.split('·');
  const word = page.t(`log.by.${role}`);
  return html`${word === `log.by.${role}` ? role : word} ${sign ? html`<span class="code small soft">${sign}</span>` : nothing}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-log': LogList;
  }
}
