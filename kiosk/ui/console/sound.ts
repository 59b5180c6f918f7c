import { html, type TemplateResult } from 'lit';
import bell from 'lucide-static/icons/bell.svg?raw';
import { icon } from '../shared/icon.js';
import type { Console } from './console.js';

/** The room's speakers. */
export function soundPart(page: Console): TemplateResult {
  return html`<section aria-labelledby="sound"><h2 id="sound">${page.t('console.sound')}</h2>
    <div class="sound"><button class="quiet" ?disabled=${page.busy} @click=${() => page.tell('POST', 'sound/test', undefined, 'console.sound.none')}>
      ${icon(bell)} ${page.t('console.sound.test')}</button>
      <p role="status">${page.readiness?.sound ?? ''}</p></div></section>`;
}
