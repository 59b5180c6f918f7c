import { html, nothing, type TemplateResult } from 'lit';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import { icon } from '../../kiosk/ui/shared/icon.js';
import type { Revealed, Stop } from '../../kiosk/ui/shared/station.js';
import { money } from './numerals.js';
import type { Answers, View } from './view.js';

/** How the answers stand: not asked for, on their way, not to be had, or here. */
export type Answered = 'none' | 'waiting' | 'away' | Revealed<Answers>;

/** The margin while the paper shows what was wrong. `go` brings one of the mistakes into view. */
export function answers(stop: Stop<View>, answered: Answered, go: (ref: string) => void): TemplateResult {
  return html`
    <div class="say" aria-live="polite">${answered === 'waiting' || answered === 'none'
      ? html`<h1 tabindex="-1">${stop.t('invoice.thanks')}</h1><p class="soft">${stop.t('invoice.reveal.wait')}</p>`
      : answered === 'away'
        ? html`<h1 tabindex="-1">${stop.t('invoice.thanks')}</h1><p class="story">${stop.t('invoice.reveal.away')}</p>`
        : told(stop, answered, go)}</div>
    <footer><button class="primary" ?disabled=${answered === 'waiting'} @click=${() => stop.finish('done')}>${stop.t('invoice.reveal.on')} ${icon(arrowRight)}</button></footer>`;
}

function told(stop: Stop<View>, { answers: { errors, owed }, shares }: Revealed<Answers>, go: (ref: string) => void): TemplateResult {
  const { currency, places, form } = stop.view.invoice;
  const amount = money(stop.language, currency, places)(owed);
  return html`
    <h1 tabindex="-1">${stop.t(errors.length ? 'invoice.reveal.title' : 'invoice.reveal.title.none')}</h1>
    <p class="soft">${stop.t(errors.length ? 'invoice.reveal.hint' : 'invoice.reveal.none')}</p>
    ${errors.length ? html`<ul class="mistakes">${errors.map((e) => html`<li>
      <button class="chip" @click=${() => go(e.ref)}>${stop.read(e.name)}</button>
      ${e.rule ? html`<span class="soft rule">${e.rule}</span>` : nothing}</li>`)}</ul>` : nothing}
    ${errors.length && !shares.some((s) => s.figure === 'found') ? html`<p class="soft rule">${stop.t('invoice.reveal.few')}</p>` : nothing}
    <p class="really">${stop.t(form === 'credit' ? 'invoice.reveal.owed.credit' : 'invoice.reveal.owed', { amount })}</p>`;
}
