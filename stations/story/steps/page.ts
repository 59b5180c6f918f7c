import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import heart from 'lucide-static/icons/heart.svg?raw';
import bookOpen from 'lucide-static/icons/book-open.svg?raw';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import type { StationStory } from '../element.js';
import { margin } from './margin.js';
import { transcript, track } from './track.js';

/** A page of the teller's book, and beside it how the teller feels. */
export function page(el: StationStory): TemplateResult {
  const { story } = el;
  const group = el.view.told === 'group';
  const n = story!.pages.length;
  const beside = !group || el.asking;
  return html`<div class="page ${beside ? 'beside' : ''}">
    <section class="book" aria-label=${el.read(story!.title)}>
      <header>
        <h1>${el.read(story!.title)}</h1>
        <p class="who">${el.name}${el.page ? nothing : html` · ${el.read(story!.teller.about)}`}</p>
      </header>
      ${keyed(el.ref, body(el))}
    </section>
    ${beside ? margin(el) : nothing}
    <footer>
      <button class="quiet" @click=${() => el.go('choose')}>${icon(bookOpen)} ${el.t('story.leave')}</button>
      ${group ? html`<button class="quiet feel" aria-expanded=${el.asking} @click=${() => { el.asking = !el.asking; }}>
        ${icon(heart)} ${el.t(el.asking ? 'story.feel.close' : 'story.feel', { name: el.name })}</button>` : nothing}
      <p class="dots">
        <span class="spoken">${el.t('story.page', { page: el.page + 1, of: n })}</span>
        ${story!.pages.map((_, i) => html`<i class=${i === el.page ? 'now' : i < el.page ? 'past' : ''}></i>`)}
      </p>
      <span class="ways">
        ${el.page > 0 ? html`<button class="quiet" @click=${() => el.turn(-1)}>${icon(arrowLeft)} ${el.t('story.back')}</button>` : nothing}
        <button class="primary" @click=${() => el.turn(1)}>
          ${el.t(el.page + 1 < n ? 'story.next' : 'story.last')} ${icon(arrowRight)}</button>
      </span>
    </footer>
  </div>`;
}

function body(el: StationStory): TemplateResult {
  const { leaf } = el;
  const words = el.read(leaf.text);
  const say = words ? html`<p class="words">${words}</p>` : nothing;
  if (leaf.length && el.transcript) return html`<div class="leaf reads" tabindex="0" data-first>${say} ${transcript(el)}</div>`;
  if (leaf.length) return html`<div class="leaf ${leaf.video ? 'video' : 'sound'}" tabindex="-1" data-first>${say} ${track(el)}</div>`;
  if (leaf.picture) {
    const file = el.file(leaf.picture);
    return html`<div class="leaf picture" tabindex="-1" data-first>
      ${file ? html`<img src=${file} alt=${el.read(leaf.alt)} />` : html`<p class="shows">${el.read(leaf.alt)}</p>`}${say}</div>`;
  }
  return html`<div class="leaf text" style="--fit:${fit(words.length)}" tabindex="-1" data-first>${say}</div>`;
}

/** How large so many letters may be to fill a page and no more, for a page of any shape: 1 for 1 % of its width and height. */
const fit = (letters: number): string => (100 / Math.sqrt(0.9 * Math.max(letters, 1))).toFixed(2);
