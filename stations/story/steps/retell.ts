import { html, type TemplateResult } from 'lit';
import type { StationStory } from '../element.js';

/** The story in one sentence, as its teller would say it. */
export function retell(el: StationStory): TemplateResult {
  const { name } = el;
  const ask = el.view.told === 'group' ? 'story.retell.group' : 'story.retell';
  return html`<div class="retell">
    <div class="ask">
      <p class="who">${el.read(el.story!.title)}</p>
      <h1 tabindex="-1" data-first>${el.t(ask, { name })}</h1>
      <textarea rows="3" maxlength="240" autocomplete="off" aria-label=${el.t('story.retell.label', { name })}
        placeholder=${el.t('story.retell.start')} .value=${el.retold}
        @input=${(e: Event) => { el.retold = (e.target as HTMLTextAreaElement).value; }}></textarea>
      <p class="hint">${el.t('story.retell.hint')}</p>
    </div>
    <footer>
      <button class="quiet" @click=${() => el.go('choose')}>${el.t('story.retell.skip')}</button>
      <button class="primary" ?disabled=${!el.retold.trim()} @click=${() => el.tellAgain()}>${el.t('story.retell.keep')}</button>
    </footer>
  </div>`;
}
