import { html } from 'lit';
import type { StationEntry } from '../element.js';

/** Who the visitor is in here, large enough for a photo. */
export function badge(entry: StationEntry) {
  const { offer } = entry.stop;
  const n = entry.unrecorded ? 1 : entry.party;
  return html`<div class="you-are">
    <h1 tabindex="-1">${n > 1 ? entry.t('entry.badge.title.party', { n }) : entry.t('entry.badge.title')}</h1>
    <div class="badge" style="background:${offer?.colour ?? 'var(--ink)'}">
      <span class="words">${offer?.words}</span>
      <span class="label">${entry.t('entry.badge.code')}</span>
      <span class="code">${offer?.code}</span>
    </div>
    <p class="lead">${entry.t('entry.badge.remember')}<br />${entry.t('entry.badge.use')}</p>
  </div>`;
}
