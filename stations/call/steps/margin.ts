import { html, type TemplateResult } from 'lit';
import type { Feeling } from '../../../kiosk/ui/shared/feeling.js';
import type { StationCall } from '../element.js';

/** The grid and the words beside the call or its transcript. */
export function margin(el: StationCall, ask: string): TemplateResult {
  const { words } = el.view;
  const keep = (e: Event) => {
    e.preventDefault();
    const input = (e.currentTarget as HTMLFormElement).elements.namedItem('words') as HTMLInputElement;
    el.word(input.value);
    input.value = '';
  };
  return html`<section class="margin" aria-labelledby="ask">
    <h2 id="ask">${ask}</h2>
    <affect-grid compact .t=${(key: string) => el.t(key)} @feel=${(e: CustomEvent<Feeling>) => el.feel(e.detail)}></affect-grid>
    <p class="said" role="status">${el.said}</p>
    <div class="words" ?inert=${!el.marks.length}>
      ${words.map((w) => html`<button type="button" class="chip" aria-pressed=${el.worded === el.read(w)}
        @click=${() => el.word(el.read(w))}>${el.read(w)}</button>`)}
      <form @submit=${keep}>
        <input name="words" maxlength="200" autocomplete="off" enterkeyhint="done"
          aria-label=${el.t('call.words')} placeholder=${el.t('call.words.placeholder')} />
        <button class="chip">${el.t('call.words.keep')}</button>
      </form>
    </div>
  </section>`;
}
