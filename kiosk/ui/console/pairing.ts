import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { Console } from './console.js';
import { mark } from './mark.js';
import type { Waiting } from '../shared/wire.gen.js';

/** The codes that screens show now: a tap on a station takes the screen into the room, there. */
export function pairing(page: Console): TemplateResult | typeof nothing {
  if (page.waiting.length === 0) return nothing;
  return html`${page.waiting.map((w) => one(page, w))}`;
}

function one(page: Console, w: Waiting): TemplateResult {
  const at = (station: string) => page.tell('POST', 'screens/approve', { user_code: w.user_code, station });
  const here = w.station ? page.place(w.station) : undefined;
  return html`<div class="waits" role="group" aria-label=${`${page.t('console.waits')} ${w.user_code}`}>
    <p>${mark('waiting')} ${page.t('console.waits')} <b class="code">${w.user_code}</b></p>
    ${here ? html`<button class="primary" ?disabled=${page.busy} @click=${() => at(here.id)}>
      ${page.t('console.pair.at')} ${page.station(here.id)}</button>` : nothing}
    <div class="numerals">${page.scenario?.stations.filter((s) => s !== here).map((s) => html`<button class="quiet" ?disabled=${page.busy}
      style=${styleMap({ '--station': s.colour })} aria-label=${`${page.t('console.pair.at')} ${s.number} ${page.read(s.title)}`} title=${page.read(s.title)}
      @click=${() => at(s.id)}><span class="numeral">${s.number}</span></button>`)}
      ${here ? nothing : html`<button class="quiet" ?disabled=${page.busy} @click=${() => at('')}>${page.t('console.pair.nowhere')}</button>`}</div>
  </div>`;
}

/** For a screen whose code is typed. */
export function pairingForm(page: Console): TemplateResult {
  return html`<form class="pair" @submit=${(e: SubmitEvent) => pair(page, e)}>
    <label>${page.t('console.pair.code')} <input name="code" required maxlength="16" autocomplete="off" autocapitalize="characters" spellcheck="false" /></label>
    <label>${page.t('console.station')} <select name="station"><option value="">${page.t('console.pair.there')}</option>
      ${page.scenario?.stations.map((s) => html`<option value=${s.id}>${s.number} ${page.read(s.title)}</option>`)}</select></label>
    <button class="quiet">${page.t('console.pair')}</button>
  </form>`;
}

async function pair(page: Console, e: SubmitEvent): Promise<void> {
  e.preventDefault();
  const form = e.target as HTMLFormElement;
  const said = new FormData(form);
  const body = { user_code: String(said.get('code')).trim().toUpperCase(), station: String(said.get('station')) };
  if (await page.tell('POST', 'screens/approve', body)) form.reset();
}
