import { html, nothing, type TemplateResult } from 'lit';
import phone from 'lucide-static/icons/phone.svg?raw';
import loud from 'lucide-static/icons/volume-2.svg?raw';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import type { StationCall } from '../element.js';
import { clock } from '../view.js';

/** How loud it is. */
export function loudness(el: StationCall): TemplateResult {
  return html`<label class="volume">${icon(loud)}<span>${el.t('call.volume')}</span>
    <input type="range" min="0" max="100" step="5" .value=${String(el.volume)}
      @input=${(e: Event) => el.loud(Number((e.target as HTMLInputElement).value))} @change=${() => el.louder()} /></label>`;
}

type Status = 'line' | 'onhold' | 'transferred' | 'paused' | 'waiting' | 'machine' | 'dead';

/** How the line stands. */
export function status(el: StationCall): Status {
  if (el.step === 'menu') return el.dialling!.page.dead ? 'dead' : 'machine';
  if (!el.recording.playing) return 'paused';
  if (el.recording.stalled) return 'waiting';
  const { segment } = el;
  if (segment) return segment.what === 'hold' ? 'onhold' : 'transferred';
  return 'line';
}

/** Who is on the telephone, and how it stands. */
export function head(el: StationCall): TemplateResult {
  const { view } = el;
  const calls = el.t('call.calls', { name: el.read(view.caller.name) });
  const now = el.step === 'hear' || el.step === 'menu' ? status(el) : undefined;
  return html`<header class=${now ?? ''}>
    <span class="handset" aria-hidden="true">${icon(phone)}</span>
    <div>
      <p class="who">${calls}${view.when ? html` · ${el.read(view.when)}` : nothing}</p>
      <p class="called">${el.read(view.called)}</p>
    </div>
    ${now ? html`<p class="state">${el.step === 'hear' ? html`<b>${clock(el.at)}</b>` : nothing} <span><i></i>${el.t(`call.${now}`)}</span></p>` : nothing}
  </header>`;
}
