import { html, nothing, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';

/** Icons that point along the way text runs: they turn with it, by --along of tokens.css. */
const along = /lucide-(arrow-left|arrow-right|log-out)\b/;
const inside = /<svg[^>]*>([\s\S]*)<\/svg>/;

/**
 * A lucide icon as large as the text beside it; always with a word, so screen
 * readers pass it over. Only icons that are imported get into the bundle:
 *
 *     import play from 'lucide-static/icons/play.svg?raw';
 *     html`<button class="primary">${icon(play)} ${this.t('call.play')}</button>`
 */
export function icon(svg: Svg): TemplateResult {
  return html`<svg
    class="icon" width="1.2em" height="1.2em" viewBox="0 0 24 24" aria-hidden="true" fill="none" style=${along.test(svg) ? 'scale: var(--along) 1' : nothing}
    stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"
  >${unsafeSVG(inside.exec(svg)?.[1])}</svg>`;
}
