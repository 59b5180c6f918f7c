import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import battery from 'lucide-static/icons/battery.svg?raw';
import low from 'lucide-static/icons/battery-low.svg?raw';
import charging from 'lucide-static/icons/battery-charging.svg?raw';
import { icon } from '../shared/icon.js';
import { dot } from './dot.js';
import { mark } from './mark.js';
import { Row, row } from './row.js';
import { lost, type ScreenRow } from './watch.js';

const weak = 20; // per cent of a battery

/** One screen: what it is, how it is, who is there, what was asked of it. */
@customElement('screen-row')
export class ScreenLine extends Row {
  static override readonly styles = [row, css`
    .number {
      display: inline-grid;
      place-items: center;
      min-width: 1.7em;
      height: 1.5em;
      margin-inline-end: 0.4em;
      border: 1.5px solid var(--edge);
      border-radius: 5px;
      font-weight: 700;
    }
  `];

  @property({ attribute: false }) screen!: ScreenRow;
  /** Who is there: words and colour of their badge. */
  @property() badge = '';
  @property() colour = '';

  override get key(): string {
    return this.screen.id;
  }

  protected override telling(): Record<string, string> {
    const s = this.screen;
    return { name: s.name, state: s.presence, where: `${s.station} ${s.visit}`, orders: JSON.stringify([s.orders, s.order, (s.outbox ?? 0) > 0, s.refused]) };
  }

  override render(): unknown {
    const { page, screen: s } = this;
    return html`
      <div role="rowheader" data-cell="name"><span class="line">${s.rehearsal ? nothing : html`<span class="number">${s.number}</span>`}<button class="open" aria-haspopup="dialog" tabindex=${this.stop ? 0 : -1}
          @click=${() => page.open('screen', s.id)}>${page.called(s)}</button></span>
        <span class="line small soft">${this.machine()}</span></div>
      <div role="cell" data-cell="state" class=${lost(s.presence) ? 'bad' : ''}><span class="line strong">${mark(s.presence)} ${page.t(`console.state.${s.presence}`)}</span>
        <span class="line small soft"><time-label .say=${page.ago} .at=${s.since}></time-label></span></div>
      <div role="cell" data-cell="where"><span class="line">${s.station ? page.station(s.station) : html`<span class="soft">${page.t('console.station.none')}</span>`}</span>
        <span class="line small">${this.badge ? html`${dot(this.colour)} ${this.badge}` : html`<span class="soft">${page.t('console.nobody')}</span>`}</span></div>
      <div role="cell" data-cell="orders" class="small">${this.orders()}</div>`;
  }

  /** Size, software, battery. */
  private machine(): TemplateResult {
    const { page, screen: s } = this;
    if (s.rehearsal) return html`${page.t('console.rehearse')}`;
    const power = s.battery === undefined ? nothing
      : html`<span class=${s.battery <= weak && !s.charging ? 'bad strong' : ''}>${icon(s.charging ? charging : s.battery <= weak ? low : battery)}<span class="hidden">${page.t('console.battery')}</span> ${s.battery} %</span>`;
    return html`${power} ${s.width ? html`${s.width}×${s.height}` : nothing} ${s.software ?? ''}`;
  }

  /** What holds on it now, what it was asked last, what it still holds. */
  private orders(): TemplateResult {
    const { page, screen: s } = this;
    const holds = [
      s.orders.blank && page.t('console.order.blank.on'),
      s.orders.mute ? page.t('console.order.mute.on') : s.orders.volume < 100 && page.t('console.order.volume.at', { n: s.orders.volume }),
      s.orders.message && page.t('console.quoted', { text: s.orders.message }),
    ].filter(Boolean);
    return html`
      ${s.order ? html`<span class="line ${s.order.state === 'late' ? 'bad' : s.order.state === 'done' ? 'soft' : ''}">${mark(s.order.state)} ${page.t(`console.order.${s.order.do}`)}: ${page.t(`console.order.${s.order.state}`)}</span>` : nothing}
      ${holds.length > 0 ? html`<span class="line">${holds.join(' · ')}</span>` : nothing}
      ${s.outbox ? html`<span class="line soft">${page.t('console.outbox', { n: s.outbox })}</span>` : nothing}
      ${s.refused ? html`<span class="line bad strong">${page.t('console.refused', { n: s.refused })}</span>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-row': ScreenLine;
  }
}
