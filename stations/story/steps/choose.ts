import { html, nothing, type TemplateResult } from 'lit';
import bookOpen from 'lucide-static/icons/book-open.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import film from 'lucide-static/icons/film.svg?raw';
import volume from 'lucide-static/icons/volume-2.svg?raw';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import type { StationStory } from '../element.js';
import type { Story } from '../view.js';

/** Whom to listen to: one card a story, in the order of the scenario. */
export function choose(el: StationStory): TemplateResult {
  const { stories, told } = el.view;
  const shown = stories.filter((s) => !el.stage || s.stage === el.stage);
  const begun = Object.keys(el.reached).length > 0;
  const ask = begun ? 'story.choose.again' : told === 'group' ? 'story.choose.group' : 'story.choose';
  return html`<div class="choose">
    <header>
      <h1 tabindex="-1" data-first>${el.t(ask)}</h1>
      ${stages(el)}
    </header>
    <div class="shelf ${shown.length < 4 ? 'few' : ''}" style="--n:${shown.length}">
      ${shown.length ? shown.map((s) => card(el, s)) : html`<p>${el.t('story.choose.none')}</p>`}
    </div>
    <footer>
      ${begun ? html`<button class="primary" @click=${() => el.stop.finish('done')}>${el.t('story.done')}</button>` : nothing}
    </footer>
  </div>`;
}

/** Chips to choose by stage, where stories are about more than one. */
function stages(el: StationStory): TemplateResult | typeof nothing {
  const used = el.view.stages.filter((g) => el.view.stories.some((s) => s.stage === g.id));
  if (used.length < 2) return nothing;
  const chip = (id: string | undefined, name: string) => html`<button class="chip" aria-pressed=${el.stage === id}
    @click=${() => { el.stage = id; el.keep(); }}>${name}</button>`;
  return html`<div class="stages" role="group" aria-label=${el.t('story.choose.stages')}>
    ${chip(undefined, el.t('story.choose.all'))} ${used.map((g) => chip(g.id, el.read(g.name)))}
  </div>`;
}

function card(el: StationStory, story: Story): TemplateResult {
  const { name, about } = story.teller;
  const cover = story.pages.find((p) => p.picture)?.picture;
  const n = story.pages.length;
  const seen = el.reached[story.id] ?? 0;
  const file = el.file(cover);
  return html`<button class="card" @click=${() => el.take(story)}>
    ${file
      ? html`<img alt="" src=${file} />`
      : html`<span class="initial" aria-hidden="true">${el.read(name).slice(0, 1)}</span>`}
    <span class="title">${el.read(story.title)}</span>
    <span class="teller">${el.t('story.tells', { name: el.read(name) })}<small>${el.read(about)}</small></span>
    <span class="made">
      ${icon(bookOpen)} ${n === 1 ? el.t('story.pages.one') : el.t('story.pages', { n })}
      ${story.pages.some((p) => p.sound) ? icon(volume) : nothing} ${story.pages.some((p) => p.video) ? icon(film) : nothing}
      ${seen ? html`<b>${icon(check)} ${el.t(seen < n ? 'story.begun' : 'story.heard')}</b>` : nothing}
    </span>
  </button>`;
}
