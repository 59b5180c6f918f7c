import { html, nothing, type TemplateResult } from 'lit';
import type { Console } from './console.js';
import { sorted } from './page.js';
import { dot } from './screens.js';
import type { VisitRow } from './watch.js';

/** Who is in the room; nothing of what they said. */
export function visitorsTable(page: Console): TemplateResult {
  const rows = sorted(Object.values(page.room?.visits ?? {}), (a, b) => a.opened - b.opened);
  if (rows.length === 0) return html`<p class="soft">${page.t(page.room?.opening ? 'console.visitors.none' : 'console.visitors.closed')}</p>`;
  return html`<table>
    <thead><tr><th>${page.t('console.badge')}</th><th>${page.t('console.where')}</th><th>${page.t('console.since')}</th>
      <th>${page.t('console.next')}</th><th class="number">${page.t('console.facts')}</th><th><span class="hidden">${page.t('console.do')}</span></th></tr></thead>
    <tbody>${rows.map((v) => row(page, v))}</tbody></table>`;
}

function row(page: Console, v: VisitRow): TemplateResult {
  const close = () => page.sure({
    ask: page.t('console.visit.close.ask', { badge: v.badge.words }),
    more: page.t('console.visit.close.more'),
    yes: page.t('console.visit.close'),
    go: () => page.tell('POST', `visits/${v.id}/order`, { do: 'close' }),
  });
  const screen = page.room?.screens[v.screen];
  return html`<tr>
    <th scope="row"><span class="badge">${dot(v.badge.colour)} ${v.badge.words}</span> <span class="small code">${v.badge.code}</span>
      ${v.unrecorded ? html`<br /><span class="small">${page.t('console.unrecorded')}</span>` : nothing}
      ${v.rehearsal ? html`<br /><span class="small">${page.t('console.rehearsal')}</span>` : nothing}</th>
    <td>${v.place ? page.station(v.place) : page.t('console.between')}
      ${screen ? html`<br /><span class="small soft">${page.t('console.at-screen', { screen: screen.name })}</span>` : nothing}</td>
    <td>${page.ago(v.since)}<br /><span class="small soft">${page.clock(v.since)}</span></td>
    <td>${v.next ? page.station(v.next) : html`<span class="soft">–</span>`}</td>
    <td class="number">${v.facts}</td>
    <td class="end"><button class="quiet" @click=${close} aria-label=${`${page.t('console.visit.close')}: ${v.badge.words}`}>${page.t('console.visit.close')}</button></td>
  </tr>`;
}
