import { html, nothing, type TemplateResult } from 'lit';
import captions from 'lucide-static/icons/captions.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import phone from 'lucide-static/icons/phone.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import type { StationCall } from '../element.js';
import { timeline } from '../timeline.js';
import { clock } from '../view.js';
import { margin } from './margin.js';

/** The call in progress, as the customer's telephone shows it. */
export function hear(el: StationCall): TemplateResult {
  const { playing } = el.recording;
  const at = { at: clock(el.at), of: el.total };
  return html`<div class="hear">
    <section class="phone ${status(el)}" aria-label=${el.read(el.view.called)}>
      ${head(el)}
      <div class="body">${spoken(el)}</div>
      ${timeline(el.view, el.path, el.marks, el.t('call.timeline', { ...at, n: el.marks.length }), { ...el.names, top: el.t('call.length', { of: el.total }) })}
      <div class="controls">
        <button class="quiet" @click=${() => el.caption()}>${icon(captions)} ${el.t(`call.captions.${el.captions}`)}</button>
        <button class="primary" data-first @click=${() => el.toggle()}>
          ${playing ? html`${icon(pause)} ${el.t('call.pause')}` : html`${icon(play)} ${el.t('call.play')}`}
        </button>
      </div>
    </section>
    ${margin(el, el.t('call.ask', { name: el.name }))}
  </div>`;
}

type Status = 'line' | 'onhold' | 'transferred' | 'paused' | 'waiting';

function status(el: StationCall): Status {
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
  const now = el.step === 'hear' ? status(el) : undefined;
  return html`<header>
    <span class="handset" aria-hidden="true">${icon(phone)}</span>
    <div>
      <p class="who">${calls}${view.when ? html` · ${el.read(view.when)}` : nothing}</p>
      <p class="called">${el.read(view.called)}</p>
    </div>
    ${now ? html`<p class="state"><b>${clock(el.at)}</b> <span><i></i>${el.t(`call.${now}`)}</span></p>` : nothing}
  </header>`;
}

function spoken(el: StationCall): TemplateResult | typeof nothing {
  const { cue, segment } = el;
  if (segment && (!cue || cue.from < segment.from)) return html`<p class="wait">${el.read(segment.label)}</p>`;
  if (!cue || el.captions === 'off') return nothing;
  const own = cue.speaker === el.view.caller.voice;
  return html`<figure class="cue ${el.captions} ${own ? 'own' : ''}">
    <figcaption>${cue.speaker}</figcaption>
    <blockquote>${cue.text}</blockquote>
  </figure>`;
}
