import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Feeling } from '../../../kiosk/ui/shared/feeling.js';
import type { StationStory } from '../element.js';

/** The grid and the words beside the page. */
export function margin(el: StationStory): TemplateResult {
  const keep = (e: Event) => {
    e.preventDefault();
    const input = (e.currentTarget as HTMLFormElement).elements.namedItem('words') as HTMLInputElement;
    el.word(input.value);
    input.value = '';
  };
  return html`<section class="margin" aria-labelledby="ask">
    <h2 id="ask">${el.t('story.ask', { name: el.name })}</h2>
    ${keyed(el.ref, html`<affect-grid compact .t=${(key: string) => el.t(key)} .value=${el.feeling}
      @feel=${(e: CustomEvent<Feeling>) => el.feel(e.detail)}></affect-grid>`)}
    <p class="said" role="status">${el.said}</p>
    <div class="words" ?inert=${!el.feeling}>
      ${el.view.words.map((w) => html`<button type="button" class="chip" aria-pressed=${el.worded === el.read(w)}
        @click=${() => el.word(el.read(w))}>${el.read(w)}</button>`)}
      <form @submit=${keep}>
        <input name="words" maxlength="200" autocomplete="off" enterkeyhint="done"
          aria-label=${el.t('story.words')} placeholder=${el.t('story.words.placeholder')} />
        <button class="chip">${el.t('story.words.keep')}</button>
      </form>
    </div>
  </section>`;
}
