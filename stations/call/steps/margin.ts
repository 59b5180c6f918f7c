import { html, nothing, type TemplateResult } from 'lit';
import { zone, type Feeling } from '../../../kiosk/ui/shared/feeling.js';
import type { StationCall } from '../element.js';
import { clock, type Mark } from '../view.js';

/** The customer, the grid and the words beside the call, its menu or its transcript. */
export function margin(el: StationCall, ask: string): TemplateResult {
  return html`<section class="margin" aria-labelledby="ask">
    <div class="asks">${story(el)}<h2 id="ask">${ask}</h2></div>
    <affect-grid compact .t=${(key: string) => el.t(key)} @feel=${(e: CustomEvent<Feeling>) => el.feel(e.detail)}></affect-grid>
    ${el.view.trace && el.step === 'hear' ? slider(el) : nothing}
    <p class="said" role="status">${said(el)}</p>
    ${words(el, el.marks.at(-1))}
  </section>`;
}

/** Who they are and why they call, for who wants to read it again. */
function story(el: StationCall): TemplateResult {
  const { picture, alt } = el.stop.scenario.customer;
  return html`<button class="story" aria-expanded=${el.telling} aria-label=${el.t('call.story', { name: el.name })}
      @click=${() => (el.telling = !el.telling)}>
      ${picture ? html`<img src=${el.stop.file(picture)} alt=${el.read(alt)} />` : html`<span aria-hidden="true">${el.name.slice(0, 1)}</span>`}
    </button>
    ${el.telling ? html`<p class="told">${el.read(el.view.caller.about)}</p>` : nothing}`;
}

/** How pleasant it is for the customer, held while the call goes on. */
function slider(el: StationCall): TemplateResult {
  const hold = (e: Event) => el.hold(Number((e.target as HTMLInputElement).value));
  return html`<label class="trace">
    <span>${el.t('call.trace', { name: el.name })}</span>
    <i aria-hidden="true">${el.t('feeling.unpleasant')}</i>
    <input type="range" min="-100" max="100" step="1" .value=${String(el.trace.level ?? 0)} @input=${hold} @pointerdown=${hold}
      aria-valuetext=${el.t(`feeling.${(el.trace.level ?? 0) < 0 ? 'unpleasant' : 'pleasant'}`)} />
    <i aria-hidden="true">${el.t('feeling.pleasant')}</i>
  </label>`;
}

/** Short words and a note for a mark that is there. */
export function words(el: StationCall, mark: Mark | undefined): TemplateResult {
  const keep = (e: Event) => {
    e.preventDefault();
    const input = (e.currentTarget as HTMLFormElement).elements.namedItem('words') as HTMLInputElement;
    el.word(mark, input.value);
    input.value = '';
  };
  const is = mark && el.words.get(mark.id);
  return html`<div class="words" ?inert=${!mark}>
    ${el.view.words.map((w) => html`<button type="button" class="chip" aria-pressed=${is === el.read(w)}
      @click=${() => el.word(mark, el.read(w))}>${el.read(w)}</button>`)}
    <form @submit=${keep}>
      <input name="words" maxlength="200" autocomplete="off" enterkeyhint="done"
        aria-label=${el.t('call.words')} placeholder=${el.t('call.words.placeholder')} />
      <button class="chip">${el.t('call.words.keep')}</button>
    </form>
  </div>`;
}

/** What the last tap is called: "Kept at 1:04: upset." */
function said(el: StationCall): string {
  const mark = el.marks.at(-1);
  if (!mark) return el.t('call.marked.none');
  const worded = el.words.get(mark.id);
  const feeling = el.t(`feeling.${zone(mark)}`);
  if (mark.ms === undefined) return el.t('call.marked.menu', { feeling: worded ? `“${worded}”` : feeling });
  const at = clock(mark.ms);
  return worded ? el.t('call.marked.words', { at, words: worded }) : el.t('call.marked', { at, feeling });
}
