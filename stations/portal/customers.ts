import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Text } from '../../kiosk/ui/shared/station.js';
import type { View } from './view.js';

/** How real customers fared: twenty people, as many of them filled in as got it done, and a sentence. */
export function customers(
  c: NonNullable<View['customers']>, read: (text: Text | undefined) => string, t: (key: string, args: Record<string, number>) => string,
): TemplateResult {
  const of = 20;
  const filled = c.succeeded === 0 ? 0 : Math.min(of - (c.succeeded < c.asked ? 1 : 0), Math.max(1, Math.round((c.succeeded / c.asked) * of)));
  const how = c.succeeded === 0 ? 'none' : c.succeeded === c.asked ? 'all' : 'of';
  return html`<div class="fared">
    <svg class="people" viewBox="0 0 ${of * 24} 56" aria-hidden="true">${Array.from({ length: of }, (_, i) => person(i, i < filled))}</svg>
    <p class="many">${t(`customers.${how}`, { asked: c.asked, succeeded: c.succeeded })}
      ${c.minutes ? t('customers.time', { minutes: c.minutes }) : nothing}</p>
    ${c.words ? html`<p>${read(c.words)}</p>` : nothing}
    ${c.source ? html`<p class="source">${read(c.source)}</p>` : nothing}</div>`;
}

function person(i: number, did: boolean): TemplateResult {
  return svg`<svg x=${i * 24} width="24" height="56" class=${did ? 'did' : ''}>
    <circle cx="12" cy="10" r="7"/><path d="M4 54V30a8 8 0 0 1 16 0v24z"/></svg>`;
}
