import { html, nothing, type TemplateResult } from 'lit';
import headphones from 'lucide-static/icons/headphones.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import type { StationCall } from '../element.js';
import { clock } from '../view.js';
import { head } from './hear.js';

/** Before the call: nothing sounds until it is asked for. */
export function start(el: StationCall): TemplateResult {
  const { loaded, failed } = el.recording;
  const label = el.at > 0 ? el.t('call.start.resume', { at: clock(el.at) }) : el.t('call.start.play');
  const { customer } = el.stop.scenario;
  return html`<div class="start ${customer.picture ? 'seen' : ''}">
    <div class="room">
      <div class="set" aria-hidden="true">${icon(headphones)}</div>
      <h1 tabindex="-1" data-first>${el.t('call.start.listen')}</h1>
      <p class="about">${el.read(el.view.caller.about)}</p>
      <p>${el.t('call.start.hint', { name: el.name })}</p>
    </div>
    ${customer.picture ? html`<div class="phone">${head(el)}
      <img src=${el.stop.file(customer.picture)} alt=${el.read(customer.alt)} /></div>` : nothing}
    <footer>
      <p class="said" role="status">${failed ? el.t('call.start.failed') : nothing}</p>
      <button class="quiet" @click=${() => el.go('read')}>${el.t('call.start.read')}</button>
      <button class="primary" ?disabled=${!loaded} @click=${() => el.go('hear')}>
        ${loaded ? html`${icon(play)} ${label}` : el.t('call.start.loading')}
      </button>
    </footer>
  </div>`;
}
