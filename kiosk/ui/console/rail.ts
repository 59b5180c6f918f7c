import { html, nothing, type TemplateResult } from 'lit';
import exit from 'lucide-static/icons/log-out.svg?raw';
import chart from 'lucide-static/icons/chart-column.svg?raw';
import quote from 'lucide-static/icons/message-square-quote.svg?raw';
import shield from 'lucide-static/icons/shield-check.svg?raw';
import { icon } from '../shared/icon.js';
import type { Console } from './console.js';
import type { Part } from './parts.js';

/** The way to the parts of the page, and to the room's other pages. */
export function rail(page: Console, mine: Part[], shown: Part): TemplateResult {
  const leave = async () => { if (await page.tell('DELETE', 'session')) location.assign('/sign-in'); };
  const elsewhere = (href: string, sign: Svg, word: string) => html`<a href=${href}>${icon(sign)} <span>${page.t(word)}</span></a>`;
  return html`<nav class="rail" aria-label=${page.t('console.parts')}>
    ${mine.map((p) => html`<a href=${`#${p.id}`} aria-current=${p === shown ? 'page' : 'false'}>${icon(p.sign)}
      <span>${page.t(`console.part.${p.id}`)}${wants(page, p)}</span></a>`)}
    <hr />
    ${page.who === 'organiser' ? html`${elsewhere('/words', quote, 'console.desk')} ${elsewhere('/insights', chart, 'console.insights')} ${elsewhere('/privacy', shield, 'console.privacy')}` : nothing}
    <button @click=${leave}>${icon(exit)} <span>${page.t('console.sign-out')}</span></button>
  </nav>`;
}

function wants(page: Console, part: Part): TemplateResult | typeof nothing {
  const n = part.wants?.(page) ?? 0;
  return n === 0 ? nothing : html` <b class="wants" title=${page.t('console.wants', { n })}>${n}<span class="hidden"> ${page.t('console.wants', { n: '' })}</span></b>`;
}
