import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import left from 'lucide-static/icons/arrow-left.svg?raw';
import right from 'lucide-static/icons/arrow-right.svg?raw';
import square from 'lucide-static/icons/square.svg?raw';
import volume from 'lucide-static/icons/volume-2.svg?raw';
import { icon } from '../../kiosk/ui/shared/icon.js';
import type { StationJourney } from './element.js';
import { channelIcon, pinIcons } from './icons.js';
import { pins, type Evidence, type Step } from './view.js';

/** One step: what happens, what is known of it, the visitor's pins. */
export function sheet(el: StationJourney, i: number): TemplateResult {
  const step = el.steps[i]!;
  const stage = el.view.stages.find((s) => s.steps.includes(step))!;
  const channel = el.channel(step);
  return html`<section class="sheet" aria-labelledby="step">
    <div class="story">
      <p class="eyebrow">${el.read(stage.title)} <span>${icon(channelIcon(channel))} ${el.read(channel?.label)}</span></p>
      <h2 id="step" tabindex="-1">${el.read(step.title)}</h2>
      <p class="says">${el.read(step.says)}</p>
      <div class="evidence" role="group" aria-label=${el.words('evidence')}>
        ${step.evidence?.length ? step.evidence.map((e) => known(el, e)) : html`<p class="none">${el.words('evidence.none')}</p>`}
      </div>
    </div>
    <div class="own" role="group" aria-label=${el.words('pin.ask')}>
      ${pins.map((p) => html`<button class="pinning ${p}" aria-pressed=${el.has(step, p)} @click=${() => el.pin(step, p)}>
        <span>${icon(pinIcons[p])}</span> ${el.words(`pin.${p}`)}</button>`)}
      ${el.has(step, 'touch') ? handing(el, step) : nothing}
    </div>
    <div class="next">
      <button class="quiet" ?disabled=${i === 0} @click=${() => el.show(i - 1)}>${icon(left)} ${el.words('before')}</button>
      <button class="quiet" ?disabled=${i === el.steps.length - 1} @click=${() => el.show(i + 1)}>${el.words('after')} ${icon(right)}</button>
      <button class="primary" @click=${() => el.show(undefined)}>${el.words('whole')}</button>
    </div>
  </section>`;
}

function known(el: StationJourney, { quote, by, clip, figure, says }: Evidence): TemplateResult {
  if (figure) return html`<p class="figure"><b>${el.read(figure)}</b> <span>${el.read(says)}</span></p>`;
  const words = el.read(quote);
  const plays = clip && el.clips?.playing === clip.from;
  return html`<figure>
    <blockquote>${words}</blockquote>
    <figcaption>${el.read(by)}
      ${clip && el.clips ? html`<button class="quiet" aria-label=${el.words(plays ? 'clip.stop' : 'clip.play', { quote: words })}
        @click=${() => el.hear(clip)}>${icon(plays ? square : volume)} ${el.words(plays ? 'clip.stop' : 'clip.hear')}</button>` : nothing}
    </figcaption>
    ${clip && el.clips?.away && el.heard === clip ? html`<p role="status">${el.words('clip.away')}</p>` : nothing}
  </figure>`;
}

function handing(el: StationJourney, step: Step): TemplateResult {
  const chosen = el.kept.hands[step.id] ?? [];
  return html`<div class="handing" role="group" aria-labelledby="hands">
    <p id="hands">${el.words('hand.ask')}</p>
    ${el.view.hands?.length ? html`<div class="chips">${el.view.hands.map((h) => html`
      <button class="chip" aria-pressed=${chosen.includes(h.id)} @click=${() => el.hand(step, h.id)}>${el.read(h.label)}</button>`)}</div>` : nothing}
    <label><span>${el.words(!el.texts[step.id] && el.kept.told.includes(step.id) ? 'hand.kept' : 'hand.text')}</span>
      <input type="text" maxlength="200" autocomplete="off" .value=${live(el.texts[step.id] ?? '')}
        @input=${(e: Event) => el.type(step, (e.target as HTMLInputElement).value)} @change=${() => el.tell(step)}></label>
  </div>`;
}
