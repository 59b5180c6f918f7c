import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import lens from 'lucide-static/icons/search.svg?raw';
import cross from 'lucide-static/icons/x.svg?raw';
import { icon } from '../shared/icon.js';
import { finder } from './find.js';
import { sorted } from './page.js';
import { Table } from './table.js';
import { find, table } from './table.css.js';
import type { VisitorLine } from './visitor-row.js';
import './visitor-row.js';
import type { Room, VisitRow } from './watch.js';

/** Who is in the room; nothing of what they said. */
@customElement('console-visitors')
export class Visitors extends Table {
  static override readonly styles = [table, find];

  @property({ attribute: false }) rows!: Room['visits'];
  @property({ attribute: false }) screens!: Room['screens'];
  /** Who is looked for; rows that are not are hidden, not taken away, so that none is drawn anew. */
  @state() private asked = '';
  @query('input') private readonly field!: HTMLInputElement;

  override render(): TemplateResult {
    const { page } = this;
    const rows = sorted(Object.values(this.rows), (a, b) => Number(a.synthetic) - Number(b.synthetic) || a.opened - b.opened);
    const screen = (v: VisitRow) => this.screens[v.screen]?.name ?? '';
    const is = finder(page, this.asked);
    const found = new Set(rows.filter((v) => is(v, screen(v))).map((v) => v.id));
    const stop = this.stop([...found]);
    const stuck = rows.filter((v) => v.stuck).length;
    const idle = rows.filter((v) => v.idle).length;
    return html`<section class="visitors" aria-labelledby="title">
      <div class="top"><h2 id="title">${page.t('console.visitors')}</h2>
        <p class="counts">${rows.length}${stuck > 0 ? html` · ${page.t('console.visitors.stuck', { n: stuck })}` : nothing}${idle > 0 ? html` · ${page.t('console.visitors.idle', { n: idle })}` : nothing}</p>
        ${rows.length === 0 && !this.asked ? nothing : this.search(found.size, rows.length)}</div>
      ${rows.length === 0 ? html`<p class="none">${page.t(page.room?.opening ? 'console.visitors.none' : 'console.visitors.closed')}</p>` : html`<div class="table" role="table" aria-labelledby="title" @focusin=${this.focused} @keydown=${this.pressed}>
        <div class="heads" role="row">
          <span role="columnheader">${page.t('console.badge')}</span><span role="columnheader">${page.t('console.where')}</span>
          <span role="columnheader">${page.t('console.since')}</span><span role="columnheader">${page.t('console.next')}</span></div>
        ${found.size === 0 ? html`<p class="none">${page.t('console.find.none')}</p>` : nothing}
        ${repeat(rows, (v) => v.id, (v) => html`<visitor-row ?hidden=${!found.has(v.id)} .stop=${v.id === stop} .page=${page} .scenario=${this.scenario} .visit=${v} .screen=${screen(v)}></visitor-row>`)}</div>`}
    </section>`;
  }

  private search(found: number, all: number): TemplateResult {
    const { page } = this;
    return html`<div class="find" role="search">${icon(lens)}
      <input type="search" autocomplete="off" spellcheck="false" aria-label=${page.t('console.find')} placeholder=${page.t('console.find')}
        .value=${this.asked} @input=${() => { this.asked = this.field.value; }} @keydown=${this.typed} />
      <span class="found" role="status">${this.asked ? page.t('console.find.found', { n: found, all }) : nothing}</span>
      ${this.asked ? html`<button class="clear" aria-label=${page.t('console.find.clear')} @click=${this.clear}>${icon(cross)}</button>` : nothing}</div>`;
  }

  private readonly clear = (): void => {
    this.asked = '';
    this.field.focus();
  };

  private readonly typed = (e: KeyboardEvent): void => {
    if (e.key === 'Escape' && this.asked) this.clear();
    else if (e.key === 'ArrowDown' || e.key === 'Enter') this.renderRoot.querySelector<VisitorLine>('visitor-row:not([hidden])')?.focus();
    else return;
    e.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-visitors': Visitors;
  }
}
