import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Console } from './console.js';
import { dot } from './dot.js';
import { mark } from './mark.js';
import { orders } from './orders.js';
import type { ScreenRow } from './watch.js';

/** All that can be done about all the screens at once. */
export function allScreensSheet(page: Console): TemplateResult {
  return html`<h2 id="sheet">${page.t('console.screens.all')}</h2>${orders(page, 'all', {})}`;
}

/** A screen, and all that can be done about it. */
export function screenSheet(page: Console, s: ScreenRow): TemplateResult {
  if (s.rehearsal) return html`<h2 id="sheet">${s.name}</h2><p>${page.t('console.rehearse.own')}</p>`;
  const who = page.room?.visits[s.visit];
  const remove = () => page.sure({
    ask: page.t('console.remove.ask', { screen: page.called(s) }), more: page.t('console.remove.more'), yes: page.t('console.remove'),
    go: () => page.tell('DELETE', `screens/${s.id}`),
  });
  return html`
    <h2 id="sheet"><span class="tag">${s.number}</span> ${page.called(s)}</h2>
    <p>${mark(s.presence)} <b>${page.t(`console.state.${s.presence}`)}</b> <span class="soft">${page.t('console.since.at', { time: page.clock(s.since) })}</span>
      ${who ? html`<br />${dot(who.badge.colour)} ${who.badge.words}` : nothing}</p>
    <p class="small soft">${machine(page, s).join(' · ')}</p>
    ${s.order ? html`<p class=${s.order.state === 'late' ? 'bad' : ''}>${mark(s.order.state)} ${page.t(`console.order.${s.order.do}`)}:
      ${page.t(`console.order.${s.order.state}`)} <span class="soft">${page.clock(s.order.at, true)}</span></p>` : nothing}
    ${orders(page, s.id, s.orders)}
    <label>${page.t('console.station')}
      <select .value=${live(s.station)} @change=${(e: Event) => page.tell('POST', `screens/${s.id}/assign`, { station: (e.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${s.station === ''}>${page.t('console.station.none')}</option>
        ${page.scenario?.stations.map((p) => html`<option value=${p.id} ?selected=${p.id === s.station}>${p.number} ${page.read(p.title)}</option>`)}</select></label>
    <p class="end"><button class="quiet" @click=${remove}>${page.t('console.remove')}</button></p>`;
}

function machine(page: Console, s: ScreenRow): string[] {
  return [
    s.width ? `${s.width}×${s.height}` : '',
    s.software ? page.t('console.software', { version: s.software }) : '',
    s.battery === undefined ? '' : page.t(s.charging ? 'console.battery.charging' : 'console.battery.at', { n: s.battery }),
    s.outbox ? page.t('console.outbox', { n: s.outbox }) : '',
    s.refused ? page.t('console.refused', { n: s.refused }) : '',
    s.seen ? page.t('console.seen', { time: page.clock(s.seen, true) }) : '',
  ].filter(Boolean);
}
