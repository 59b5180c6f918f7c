import { html, nothing, type TemplateResult } from 'lit';
import captions from 'lucide-static/icons/captions.svg?raw';
import forward from 'lucide-static/icons/fast-forward.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import phoneOff from 'lucide-static/icons/phone-off.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import text from 'lucide-static/icons/text.svg?raw';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import type { StationCall } from '../element.js';
import { timeline } from '../timeline.js';
import { clock, lasting, type Segment } from '../view.js';
import { lineAt } from '../lines.js';
import { head, loudness, status } from './head.js';
import { margin } from './margin.js';

/** The call in progress, as the customer's telephone shows it. */
export function hear(el: StationCall): TemplateResult {
  const { playing } = el.recording;
  const at = { at: clock(el.at), of: el.total };
  const reads = () => {
    el.choose(lineAt(el), el.at);
    el.go('read');
  };
  const seek = el.view.listen.seek === 'none' ? undefined : {
    label: el.t('call.seek'), at: el.at, text: el.t('call.seek.at', at), to: (ms: number) => el.seek(ms),
  };
  return html`<div class="hear">
    <section class="phone ${status(el)}" aria-label=${el.read(el.view.called)}>
      ${head(el)}
      <div class="body">${spoken(el)}</div>
      ${timeline(el.view, el.path, el.placed, el.t('call.timeline', { ...at, n: el.placed.length }),
        { ...el.names, top: el.t('call.length', { of: el.total }) }, { seek })}
      <div class="controls">
        <button class="quiet" @click=${() => el.caption()}>${icon(captions)} ${el.t(`call.captions.${el.captions}`)}</button>
        <button class="quiet" @click=${reads}>${icon(text)} ${el.t('call.read')}</button>
        ${loudness(el)}
      </div>
      <div class="controls ways">
        ${el.open ? html`<button class="quiet" @click=${() => el.go('end')}>${icon(phoneOff)} ${el.t('call.hangup')}</button>` : html`<p class="gate">${el.t('call.gate')}</p>`}
        <button class="primary" data-first @click=${() => el.toggle()}>
          ${playing ? html`${icon(pause)} ${el.t('call.pause')}` : html`${icon(play)} ${el.t('call.play')}`}
        </button>
      </div>
    </section>
    ${margin(el, el.t('call.ask', { name: el.name }))}
  </div>`;
}

function spoken(el: StationCall): TemplateResult | typeof nothing {
  const { cue, segment } = el;
  const speaks = cue && (!segment || cue.from >= segment.from) && el.captions !== 'off';
  return html`${speaks ? html`<figure class="cue ${el.captions} ${cue.speaker === el.view.caller.voice ? 'own' : ''}">
      <figcaption>${cue.speaker}</figcaption>
      <blockquote>${cue.text}</blockquote>
    </figure>` : nothing}
    ${segment ? waiting(el, segment) : nothing}`;
}

/** A wait says how long it lasts, and that it was longer for the customer. */
function waiting(el: StationCall, s: Segment): TemplateResult {
  const lasted = Math.min(s.waits, el.waits.lasted(s, el.recording.from, el.at));
  const shortened = s.waits < s.waited ? el.t('call.wait.shortened', {
    name: el.name, waits: lasting(s.waits, el.stop.language), waited: lasting(s.waited, el.stop.language) }) : '';
  return html`<div class="wait">
    <p>${el.read(s.label)}</p>
    ${shortened ? html`<p class="short">${shortened}</p>` : nothing}
    ${s.what === 'hold' ? html`<p class="lasted"><b>${clock(lasted)}</b>
      ${el.view.listen.spare ? html`<button class="quiet" @click=${() => el.jump(s.to)}>${icon(forward)} ${el.t('call.wait.spare')}</button>` : nothing}</p>` : nothing}
  </div>`;
}
