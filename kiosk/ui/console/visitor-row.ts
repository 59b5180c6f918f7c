import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import phone from 'lucide-static/icons/smartphone.svg?raw';
import { icon } from '../shared/icon.js';
import { dot } from './dot.js';
import { mark } from './mark.js';
import { Row, row } from './row.js';
import type { VisitRow } from './watch.js';

/** One visitor: who, where, since when, where next. */
@customElement('visitor-row')
export class VisitorLine extends Row {
  static override readonly styles = [row];

  @property({ attribute: false }) visit!: VisitRow;
  /** The name of the screen they are at. */
  @property() screen = '';

  override get key(): string {
    return this.visit.id;
  }

  protected override telling(): Record<string, string> {
    const v = this.visit;
    return { who: `${v.phone}`, where: `${v.place} ${v.screen}`, since: `${v.stuck} ${v.idle}`, next: `${v.next} ${v.sent ?? ''}` };
  }

  override render(): unknown {
    const { page, visit: v } = this;
    return html`
      <div role="rowheader" data-cell="who"><span class="line">${dot(v.badge.colour)} <button class="open" aria-haspopup="dialog" tabindex=${this.stop ? 0 : -1}
          @click=${() => page.open('visit', v.id)}>${v.badge.words}</button></span>
        <span class="line small soft"><span class="code">${v.badge.code}</span>${this.kinds()}</span></div>
      <div role="cell" data-cell="where"><span class="line">${v.place ? page.station(v.place) : page.t('console.between')}</span>
        ${this.screen ? html`<span class="line small soft">${page.t('console.at-screen', { screen: this.screen })}</span>` : nothing}</div>
      <div role="cell" data-cell="since" class=${v.stuck ? 'bad' : ''}><span class="line strong"><time-label .say=${page.ago} .at=${v.since}></time-label>
          ${v.place && v.expected ? html`<span class="small soft">${page.t('console.expected', { n: v.expected })}</span>` : nothing}</span>
        ${v.stuck ? html`<span class="line small strong">${mark('stuck')} ${page.t('console.stuck')}</span>` : nothing}
        ${v.idle ? html`<span class="line small">${mark('idle')} ${page.t('console.idle')}</span>` : nothing}</div>
      <div role="cell" data-cell="next"><span class="line">${v.next ? page.station(v.next) : html`<span class="soft">–</span>`}</span>
        ${v.sent && v.sent === v.next ? html`<span class="line small soft">${page.t('console.sent')}</span>` : nothing}</div>`;
  }

  /** What sets this visit apart from most. */
  private kinds(): unknown {
    const { page, visit: v } = this;
    const older = v.scenario !== '' && this.page.scenario !== undefined && v.scenario !== this.page.scenario.hash;
    const said = [
      v.phone && html`${icon(phone)} ${page.t('console.phone')}`,
      v.rehearsal && page.t(v.synthetic ? 'console.rehearse' : 'console.rehearsal'),
      v.unrecorded && page.t('console.unrecorded'),
      older && html`${page.t('console.scenario.version')} <span class="code">${v.scenario.slice(0, 8)}</span>`,
    ].filter(Boolean);
    return said.map((s) => html` · ${s}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'visitor-row': VisitorLine;
  }
}
