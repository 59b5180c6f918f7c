import { html, nothing, type TemplateResult } from 'lit';
import hash from 'lucide-static/icons/hash.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import sun from 'lucide-static/icons/sun.svg?raw';
import mute from 'lucide-static/icons/volume-x.svg?raw';
import loud from 'lucide-static/icons/volume-2.svg?raw';
import refresh from 'lucide-static/icons/refresh-cw.svg?raw';
import { icon } from '../shared/icon.js';
import type { Order } from '../shared/wire.gen.js';
import type { Console } from './console.js';

/** How screens are wanted, as far as it is known; nothing of all at once. */
export interface Wishes { blank?: boolean; mute?: boolean; volume?: number; message?: string }

/** What a screen can be ordered, or "all" of them. What is in force already can be taken back. */
export function orders(page: Console, screen: string, now: Wishes): TemplateResult {
  const order = (body: Order) => page.tell('POST', `screens/${screen}/order`, body);
  const all = screen === 'all';
  const button = (sign: Svg, word: string, body: Order) =>
    html`<button class="quiet" ?disabled=${page.busy} @click=${() => order(body)}>${icon(sign)} ${page.t(word)}</button>`;
  return html`
    <div class="acts">
      ${button(hash, 'console.order.identify', { do: 'identify' })}
      ${button(refresh, 'console.order.reload', { do: 'reload' })}
      ${all || !now.blank ? button(moon, 'console.order.blank', { do: 'blank', on: true }) : nothing}
      ${all || now.blank ? button(sun, 'console.order.unblank', { do: 'blank', on: false }) : nothing}
      ${all || !now.mute ? button(mute, 'console.order.mute', { do: 'mute', on: true }) : nothing}
      ${all || now.mute ? button(loud, 'console.order.unmute', { do: 'mute', on: false }) : nothing}
    </div>
    <label class="volume">${page.t('console.order.volume')}
      <input type="range" min="0" max="100" step="5" .value=${String(now.volume ?? 100)}
        @change=${(e: Event) => order({ do: 'volume', volume: (e.target as HTMLInputElement).valueAsNumber })} />
      <output>${now.volume ?? ''}</output></label>
    <form class="message" @submit=${(e: SubmitEvent) => send(e, order)}>
      <label>${page.t(all ? 'console.message.all' : 'console.message')}
        <input name="text" maxlength="200" required autocomplete="off" .value=${now.message ?? ''} /></label>
      <button class="quiet" ?disabled=${page.busy}>${page.t('console.message.show')}</button>
      ${all || now.message ? html`<button class="quiet" type="button" ?disabled=${page.busy} @click=${() => order({ do: 'message' })}>${page.t('console.message.away')}</button>` : nothing}
    </form>`;
}

function send(e: SubmitEvent, order: (body: Order) => void): void {
  e.preventDefault();
  order({ do: 'message', text: String(new FormData(e.target as HTMLFormElement).get('text')) });
}
