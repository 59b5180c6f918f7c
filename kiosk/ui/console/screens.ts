import { html, nothing, type TemplateResult } from 'lit';
import type { Console, Waiting } from './console.js';
import { sorted } from './page.js';
import { mark } from './mark.js';
import type { ScreenRow } from './watch.js';

const order = new Intl.Collator(undefined, { numeric: true });

/** The screens, and how another becomes one. */
export function screensTable(page: Console): TemplateResult {
  const rows = sorted(Object.values(page.room?.screens ?? {}), (a, b) => order.compare(a.name, b.name));
  return html`
    ${rows.length === 0 ? html`<p class="soft">${page.t('console.screens.none')}</p>` : html`<table>
      <thead><tr><th>${page.t('console.screen')}</th><th>${page.t('console.state')}</th><th>${page.t('console.station')}</th>
        <th>${page.t('console.who')}</th><th><span class="hidden">${page.t('console.do')}</span></th></tr></thead>
      <tbody>${rows.map((s) => row(page, s))}</tbody></table>`}
    ${page.waiting.map((w) => waits(page, w))}
    ${page.missing.length === 0 ? nothing : html`<p class="soft">${page.t('console.missing')}
      ${page.missing.map((m, i) => html`${i ? ', ' : ''}<b>${m.name}</b> ${m.known ? page.station(m.station) : page.t('console.missing.station', { station: m.station })}`)}</p>`}
    <form class="pair" @submit=${(e: SubmitEvent) => pair(page, e)}>
      <label>${page.t('console.pair.code')} <input name="code" required maxlength="16" autocomplete="off" autocapitalize="characters" spellcheck="false" /></label>
      <label>${page.t('console.station')} <select name="station">${stations(page, '', 'console.pair.there')}</select></label>
      <button class="quiet">${page.t('console.pair')}</button>
    </form>`;
}

function row(page: Console, s: ScreenRow): TemplateResult {
  const visit = page.room?.visits[s.visit];
  const assign = (e: Event) => page.tell('POST', `screens/${s.id}/assign`, { station: (e.target as HTMLSelectElement).value });
  const remove = () => page.sure({
    ask: page.t('console.remove.ask', { screen: s.name }),
    more: page.t('console.remove.more'),
    yes: page.t('console.remove'),
    go: () => page.tell('DELETE', `screens/${s.id}`),
  });
  return html`<tr>
    <th scope="row">${s.name}</th>
    <td class="state">${mark(s.presence)} ${page.t(`console.state.${s.presence}`)}
      ${s.outbox > 0 ? html`<br /><span class="small soft">${page.t('console.outbox', { n: s.outbox })}</span>` : nothing}
      ${s.refused > 0 ? html`<br /><span class="small error">${page.t('console.refused', { n: s.refused })}</span>` : nothing}</td>
    <td><select aria-label=${page.t('console.assign', { screen: s.name })} .value=${s.station} @change=${assign}>${stations(page, s.station)}</select></td>
    <td>${visit ? html`<span class="badge">${dot(visit.badge.colour)} ${visit.badge.words}</span>` : html`<span class="soft">${page.t('console.nobody')}</span>`}</td>
    <td class="end"><button class="quiet" @click=${remove} aria-label=${`${page.t('console.remove')}: ${s.name}`}>${page.t('console.remove')}</button></td>
  </tr>`;
}

function waits(page: Console, w: Waiting): TemplateResult {
  const take = () => page.tell('POST', 'screens/approve', { user_code: w.user_code });
  return html`<p class="waits">${mark('waiting')} <span>${page.t('console.waits')} <b class="code">${w.user_code}</b>
    ${w.station ? page.station(w.station) : nothing}</span>
    <button class="quiet" @click=${take} aria-label=${`${page.t('console.pair')}: ${w.user_code}`}>${page.t('console.pair')}</button></p>`;
}

async function pair(page: Console, e: SubmitEvent): Promise<void> {
  e.preventDefault();
  const form = e.target as HTMLFormElement;
  const said = new FormData(form);
  const body = { user_code: String(said.get('code')).trim().toUpperCase(), station: String(said.get('station')) };
  if (await page.tell('POST', 'screens/approve', body)) form.reset();
}

function stations(page: Console, chosen: string, none = 'console.station.none'): TemplateResult {
  return html`<option value="" ?selected=${chosen === ''}>${page.t(none)}</option>
    ${page.scenario?.stations.map((s) => html`<option value=${s.id} ?selected=${s.id === chosen}>${s.number} ${page.read(s.title)}</option>`)}`;
}

/** A badge's colour. */
export const dot = (colour: string): TemplateResult =>
  html`<svg class="dot" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><circle cx="7" cy="7" r="6.3" fill=${colour} stroke="currentColor" /></svg>`;
