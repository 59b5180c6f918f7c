import { html, nothing, type TemplateResult } from 'lit';
import headphones from 'lucide-static/icons/headphones.svg?raw';
import phoneCall from 'lucide-static/icons/phone-call.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import type { StationCall } from '../element.js';
import { tones } from '../tones.js';
import { clock } from '../view.js';
import { head, loudness } from './head.js';

/** Before the call: nothing sounds until it is asked for. */
export function start(el: StationCall): TemplateResult {
  const { loaded, failed } = el.recording;
  const dials = el.dialling && !el.through;
  const label = el.at > el.view.begins ? el.t('call.start.resume', { at: clock(el.at) })
    : el.t(dials ? 'call.start.dial' : 'call.start.play', { name: el.name });
  const { customer } = el.stop.scenario;
  return html`<div class="start ${customer.picture ? 'seen' : ''}">
    <div class="room">
      <div class="set" aria-hidden="true">${icon(headphones)}</div>
      <h1 tabindex="-1" data-first>${el.t('call.start.listen')}</h1>
      <p class="about">${el.read(el.view.caller.about)}</p>
      <p>${el.t('call.start.hint', { name: el.name })}</p>
      <div class="check">
        <button class="quiet" @click=${() => tones.sides()}>${icon(headphones)} ${el.t('call.start.check')}</button>
        ${loudness(el)}
      </div>
    </div>
    ${customer.picture ? html`<div class="phone">${head(el)}
      <img src=${el.stop.file(customer.picture)} alt=${el.read(customer.alt)} /></div>` : nothing}
    <footer>
      <p class="said" role="status">${failed ? el.t('call.start.failed') : nothing}</p>
      <button class="quiet" @click=${() => el.begin(true)}>${el.t('call.start.read')}</button>
      <button class="primary" ?disabled=${!loaded} @click=${() => el.begin(false)}>
        ${loaded ? html`${icon(dials ? phoneCall : play)} ${label}` : el.t('call.start.loading')}
      </button>
    </footer>
  </div>`;
}
