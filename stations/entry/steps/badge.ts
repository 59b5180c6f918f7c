import { html, nothing } from 'lit';
import { badge as drawn, badgeWords } from '../../../kiosk/ui/shared/badge.js';
import type { StationEntry } from '../element.js';

/** Who the visitor is in here, large enough for a photo, with what a scanner reads. */
export function badge(entry: StationEntry) {
  const { offer, onPaper, group } = entry.stop;
  const n = entry.unrecorded ? 1 : entry.party;
  if (!offer) return nothing;
  const t = (key: string, args?: Record<string, string | number>) => entry.t(key, args);
  const carried = entry.unrecorded ? [] : entry.stop.scenario.stations.filter((p) => p.carried);
  return html`<div class="you-are">
    <h1 tabindex="-1">${n > 1 ? t('entry.badge.title.party', { n }) : t('entry.badge.title')}</h1>
    <div class="tag">
      ${drawn(offer, t)}
      <div class="below">
        <img src="/api/v1/badges/${offer.code}/qr" alt=${t('entry.badge.qr', { badge: badgeWords(offer, t) })} />
        <p><span class="label">${t('entry.badge.code')}</span> <span class="code">${offer.code}</span></p>
      </div>
    </div>
    ${group ? html`<p class="lead">${t('entry.badge.group', { n: group })}</p>` : nothing}
    <p class="lead">${t(onPaper ? 'entry.badge.paper' : 'entry.badge.remember')}<br />${t('entry.badge.use')}</p>
    ${carried.length ? html`<p class="lead">${t('entry.badge.carry', { station: carried.map((p) => entry.read(p.title)).join(', ') })}</p>` : nothing}
  </div>`;
}
