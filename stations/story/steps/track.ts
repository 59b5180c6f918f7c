import { html, nothing, type TemplateResult } from 'lit';
import captions from 'lucide-static/icons/captions.svg?raw';
import captionsOff from 'lucide-static/icons/captions-off.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import text from 'lucide-static/icons/text.svg?raw';
import volume from 'lucide-static/icons/volume-2.svg?raw';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import type { StationStory } from '../element.js';
import { clock } from '../view.js';

/** The sound or the video of a page: nothing plays until it is asked for. */
export function track(el: StationStory): TemplateResult {
  const { leaf, cue } = el;
  const player = el.player!;
  return html`
    ${leaf.video
      ? html`<div class="screen" role="img" aria-label=${el.read(leaf.alt)}>${player.screen}</div>`
      : html`<div class="voice ${player.playing ? 'speaking' : ''}" aria-hidden="true">${icon(volume)}</div>`}
    <p class="cue">${el.captions && cue ? cue.text : nothing}</p>
    <div class="bar" aria-hidden="true"><i style="inline-size:${(100 * player.at) / leaf.length!}%"></i></div>
    <div class="controls">
      <button class="quiet sounds" ?disabled=${!player.loaded} @click=${() => player.toggle()}>
        ${player.loaded ? html`${icon(player.playing ? pause : play)} ${el.t(verb(el))}` : el.t('story.loading')}
      </button>
      <span class="time">${clock(player.at)} / ${clock(leaf.length!)}</span>
      <button class="quiet" aria-pressed=${el.captions} @click=${() => { el.captions = !el.captions; el.keep(); }}>
        ${icon(el.captions ? captions : captionsOff)} ${el.t('story.captions')}</button>
      <button class="quiet" @click=${() => reading(el, true)}>${icon(text)} ${el.t('story.transcript')}</button>
    </div>
    <p class="said" role="status">${el.failed && !player.loaded ? el.t('story.failed') : nothing}</p>`;
}

function verb(el: StationStory): string {
  const player = el.player!;
  if (player.playing) return 'story.pause';
  if (player.ended) return 'story.play.again';
  if (player.at > 0) return 'story.play.on';
  return el.leaf.video ? 'story.play.video' : 'story.play';
}

/** What is said, and in a video what is to be seen, to read. */
export function transcript(el: StationStory): TemplateResult {
  const { leaf } = el;
  return html`
    ${leaf.video ? html`<p class="shows"><b>${el.t('story.transcript.shows')}</b> ${el.read(leaf.alt)}</p>` : nothing}
    <div class="transcript">${leaf.cues?.map((c) => html`<p>${c.speaker ? html`<b>${c.speaker}</b>` : nothing} ${c.text}</p>`)}</div>
    <div class="controls">
      <button class="quiet" @click=${() => reading(el, false)}>
        ${icon(leaf.video ? play : volume)} ${el.t(leaf.video ? 'story.transcript.video' : 'story.transcript.close')}</button>
    </div>`;
}

function reading(el: StationStory, on: boolean): void {
  el.player?.pause();
  el.transcript = on;
  el.keep();
}
