import { html, nothing } from 'lit';
import type { StationEntry } from '../element.js';
import './voice.js';

/** The customer in thirty seconds. What is heavy in the story is named before it. */
export function meet(entry: StationEntry) {
  const { customer } = entry.stop.scenario;
  return html`<div class="meet ${customer.picture ? '' : 'plain'}">
    ${customer.picture
      ? html`<figure><img src=${entry.stop.file(customer.picture)} alt=${entry.read(customer.alt)} /></figure>`
      : nothing}
    <div class="who">
      <div class="first"><p class="role">${entry.t('entry.meet')}</p>${languages(entry)}</div>
      <h1 tabindex="-1">${customer.name}</h1>
      <p class="about">${entry.read(customer.about)}</p>
      ${customer.heavy
        ? html`<p class="heavy"><strong>${entry.t('entry.heavy')}</strong> ${entry.read(customer.heavy)}</p>`
        : nothing}
      <p class="story">${entry.read(customer.story)}</p>
      ${entry.view.voice && !entry.comfort.transcript
        ? html`<entry-voice
            .src=${entry.stop.file(entry.view.voice.recording)} .present=${entry.stop.present}
            .label=${entry.t('entry.voice', { customer: customer.short })} .halt=${entry.t('entry.voice.pause')}
          ></entry-voice>`
        : nothing}
    </div>
  </div>`;
}

/** The room's languages, each by its own name. */
function languages(entry: StationEntry) {
  const all = entry.stop.room.languages;
  if (all.length < 2) return nothing;
  return html`<fieldset class="languages" aria-label=${entry.t('entry.language')}>
    ${all.map((tag) => html`<label class="choice" lang=${tag}>
      <input
        type="radio" name="language" .checked=${tag === entry.language}
        @change=${() => entry.suit(tag, entry.comfort)}
      />
      ${new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag}
    </label>`)}
  </fieldset>`;
}
