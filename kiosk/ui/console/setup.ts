import { html, nothing, type TemplateResult } from 'lit';
import qr from 'lucide-static/icons/qr-code.svg?raw';
import { icon } from '../shared/icon.js';
import { checklist } from './checklist.js';
import type { Console } from './console.js';
import { pairing, pairingForm } from './pairing.js';
import './rehearsal.js';

/** What is done before the doors open: screens into the room, addresses, badges. */
export function setupPart(page: Console): TemplateResult {
  return html`${checklist(page)}
    <section aria-labelledby="pairing"><h2 id="pairing">${page.t('console.pairing')}</h2>
      ${pairing(page)} ${missing(page)} ${pairingForm(page)}</section>
    <section aria-labelledby="badges"><h2 id="badges">${page.t('console.badges')}</h2>
      <p class="soft">${page.t('console.badges.more')}</p>
      <p><a class="quiet" href="/badges">${icon(qr)} ${page.t('console.badges.print')}</a></p></section>
    <console-rehearsal ?rounds=${page.room?.rotation !== undefined} class="wide" .page=${page} .scenario=${page.scenario} ?busy=${page.busy}></console-rehearsal>
    <section class="wide" aria-labelledby="addresses"><h2 id="addresses">${page.t('console.addresses')}</h2>${addresses(page)}</section>`;
}

/** Screens that the room file names and the room does not have. */
function missing(page: Console): TemplateResult | typeof nothing {
  if (page.missing.length === 0) return nothing;
  return html`<p class="soft">${page.t('console.missing')}
    ${page.missing.map((m, i) => html`${i ? ', ' : ''}<b>${m.name}</b> ${m.known ? page.station(m.station) : page.t('console.missing.station', { station: m.station })}`)}</p>`;
}

function addresses(page: Console): TemplateResult {
  const base = page.readiness?.address || location.origin;
  return html`<p class="soft">${page.t('console.addresses.more')}</p><ul class="addresses">
    ${page.scenario?.stations.map((s) => html`<li>
      <img src="/api/v1/qr?path=${encodeURIComponent(`/s/${s.id}`)}" width="116" height="116" loading="lazy"
        alt=${page.t('console.qr', { station: page.read(s.title) })} />
      <p>${page.station(s.id)}<br /><span class="small address">${base}/s/${s.id}</span></p></li>`)}</ul>`;
}
