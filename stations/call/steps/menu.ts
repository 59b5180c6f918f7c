import { html, nothing, type TemplateResult } from 'lit';
import phoneCall from 'lucide-static/icons/phone-call.svg?raw';
import volume from 'lucide-static/icons/volume-2.svg?raw';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import type { StationCall } from '../element.js';
import { head } from './head.js';
import { margin } from './margin.js';

const letters = ['', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ', '', '', ''];

/** The machine that answers first: what it says, and the telephone's keys. */
export function menu(el: StationCall): TemplateResult {
  const { page, unknown } = el.dialling!;
  return html`<div class="hear">
    <section class="phone menu ${page.dead ? 'dead' : ''}" aria-label=${el.read(el.view.called)}>
      ${head(el)}
      <div class="dial">
        <div class="says" role="status">
          ${unknown ? html`<p class="unknown">${el.read(el.view.menu!.unknown) || el.t('call.menu.unknown')}</p>` : nothing}
          <blockquote tabindex="-1" data-first>${el.read(page.says)}</blockquote>
          ${page.sound && !page.dead ? html`<button class="quiet" @click=${() => el.dialling!.say()}>${icon(volume)} ${el.t('call.menu.repeat')}</button>` : nothing}
          ${page.dead ? html`<p class="wait">${el.t('call.menu.dead')}</p>` : nothing}
        </div>
        ${page.dead ? html`<div class="redial"><button class="primary" @click=${() => el.dialling!.redial()}>${icon(phoneCall)} ${el.t('call.menu.again')}</button></div>` : keys(el)}
      </div>
    </section>
    ${margin(el, el.t('call.ask', { name: el.name }))}
  </div>`;
}

function keys(el: StationCall): TemplateResult {
  return html`<div class="keypad" role="group" aria-label=${el.t('call.menu.keys')}>
    ${[...'123456789*0#'].map((key, i) => html`<button @click=${() => el.dialling!.press(key)}>${key}<small aria-hidden="true">${letters[i]}</small></button>`)}
  </div>`;
}
