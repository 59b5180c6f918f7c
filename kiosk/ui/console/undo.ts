import { html, nothing, type TemplateResult } from 'lit';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import { icon } from '../shared/icon.js';
import type { VisitOrder, VisitOrdered } from '../shared/wire.gen.js';
import type { Console } from './console.js';
import { ask } from './page.js';
import type { VisitRow } from './watch.js';

const lasts = 10_000; // ms; the server takes it back a little longer

/** What was done to a visit last and can still be taken back. */
export interface Done { visit: string; fact: string; said: string; until: number }

/** Does something to a visit; it can be undone for a while. */
export async function act(page: Console, v: VisitRow, order: VisitOrder): Promise<void> {
  const into = page.room?.visits[order.into ?? '']?.badge.words ?? '';
  const station = page.read(page.place(order.station ?? '')?.title);
  const said = page.t(order.do === 'send' && !order.station ? 'console.acted.unsend' : `console.acted.${order.do}`, { badge: v.badge.words, station, into });
  await page.attempt(async () => {
    const { fact } = await ask<VisitOrdered>('POST', `/api/v1/visits/${v.id}/order`, order);
    page.close();
    const done: Done = { visit: v.id, fact, said, until: Date.now() + lasts };
    page.done = done;
    setTimeout(() => { if (page.done === done) page.done = undefined; }, lasts);
  });
}

/** The way back, as long as there is one. */
export function undoBar(page: Console): TemplateResult {
  const { done } = page;
  const back = async () => {
    page.done = undefined;
    if (done) await page.tell('POST', `visits/${done.visit}/undo`, { fact: done.fact });
  };
  return html`<div class="undo" role="status">${done ? html`<p>${done.said}</p>
    <button class="quiet" @click=${back}>${icon(undo)} ${page.t('console.undo')}
      <time-label aria-hidden="true" .quick=${true} .say=${left} .at=${done.until}></time-label></button>` : nothing}</div>`;
}

const left = (until: number): string => String(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
