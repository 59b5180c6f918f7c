import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import more from 'lucide-static/icons/layout-grid.svg?raw';
import { buttons } from '../shared/button.css.js';
import { icon } from '../shared/icon.js';
import { sorted } from './page.js';
import './screen-row.js';
import { Table } from './table.js';
import { table } from './table.css.js';
import { lost, type Room } from './watch.js';

/** The room's screens. */
@customElement('console-screens')
export class Screens extends Table {
  static override readonly styles = [buttons, table];

  @property({ attribute: false }) rows!: Room['screens'];
  @property({ attribute: false }) visits!: Room['visits'];

  override render(): TemplateResult {
    const { page } = this;
    const rows = sorted(Object.values(this.rows), (a, b) => Number(a.rehearsal) - Number(b.rehearsal) || a.number - b.number || a.name.localeCompare(b.name, undefined, { numeric: true }));
    const stop = this.stop(rows.map((s) => s.id));
    const away = rows.filter((s) => lost(s.presence)).length;
    return html`<section class="screens" aria-labelledby="title">
      <div class="top"><h2 id="title">${page.t('console.screens')}</h2>
        <p class="counts">${rows.length}${away > 0 ? html` · ${page.t('console.screens.away', { n: away })}` : nothing}</p>
        ${rows.length > 0 ? html`<button class="quiet" aria-haspopup="dialog" @click=${() => page.open('screen', 'all')}>${icon(more)} ${page.t('console.screens.all')}</button>` : nothing}</div>
      ${rows.length === 0 ? html`<p class="none">${page.t('console.screens.none')}</p>` : html`<div class="table" role="table" aria-labelledby="title" @focusin=${this.focused} @keydown=${this.pressed}>
        <div class="heads" role="row">
          <span role="columnheader">${page.t('console.screen')}</span><span role="columnheader">${page.t('console.state')}</span>
          <span role="columnheader">${page.t('console.screen.where')}</span><span role="columnheader">${page.t('console.screen.orders')}</span></div>
        ${repeat(rows, (s) => s.id, (s) => {
    const badge = this.visits[s.visit]?.badge;
    return html`<screen-row .stop=${s.id === stop} .page=${page} .scenario=${this.scenario} .screen=${s} .badge=${badge?.words ?? ''} .colour=${badge?.colour ?? ''}></screen-row>`;
  })}</div>`}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-screens': Screens;
  }
}
