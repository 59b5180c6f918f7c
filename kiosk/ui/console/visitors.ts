import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { sorted } from './page.js';
import { Table } from './table.js';
import { table } from './table.css.js';
import './visitor-row.js';
import type { Room } from './watch.js';

/** Who is in the room; nothing of what they said. */
@customElement('console-visitors')
export class Visitors extends Table {
  static override readonly styles = [table];

  @property({ attribute: false }) rows!: Room['visits'];
  @property({ attribute: false }) screens!: Room['screens'];

  override render(): TemplateResult {
    const { page } = this;
    const rows = sorted(Object.values(this.rows), (a, b) => Number(a.synthetic) - Number(b.synthetic) || a.opened - b.opened);
    const stop = this.stop(rows.map((v) => v.id));
    const stuck = rows.filter((v) => v.stuck).length;
    const idle = rows.filter((v) => v.idle).length;
    return html`<section class="visitors" aria-labelledby="title">
      <div class="top"><h2 id="title">${page.t('console.visitors')}</h2>
        <p class="counts">${rows.length}${stuck > 0 ? html` · ${page.t('console.visitors.stuck', { n: stuck })}` : nothing}${idle > 0 ? html` · ${page.t('console.visitors.idle', { n: idle })}` : nothing}</p></div>
      ${rows.length === 0 ? html`<p class="none">${page.t(page.room?.opening ? 'console.visitors.none' : 'console.visitors.closed')}</p>` : html`<div class="table" role="table" aria-labelledby="title" @focusin=${this.focused} @keydown=${this.pressed}>
        <div class="heads" role="row">
          <span role="columnheader">${page.t('console.badge')}</span><span role="columnheader">${page.t('console.where')}</span>
          <span role="columnheader">${page.t('console.since')}</span><span role="columnheader">${page.t('console.next')}</span></div>
        ${repeat(rows, (v) => v.id, (v) => html`<visitor-row .stop=${v.id === stop} .page=${page} .scenario=${this.scenario} .visit=${v} .screen=${this.screens[v.screen]?.name ?? ''}></visitor-row>`)}</div>`}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-visitors': Visitors;
  }
}
