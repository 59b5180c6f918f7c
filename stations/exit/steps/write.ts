import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import check from 'lucide-static/icons/check.svg?raw';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import { when, whens } from '../../../kiosk/ui/shared/pledge.js';
import type { StationExit } from '../element.js';

/** The story in one sentence, told as the customer. */
export function sentence(exit: StationExit) {
  return html`<div class="write">
    ${paper(exit, 'sentence', exit.sentence, (text) => (exit.sentence = text))}
    ${exit.told(exit.sentence, 'sentence') ? debrief(exit) : nothing}
  </div>`;
}

/** Whether the sentence may be shown in the debrief, and how it would look there. */
function debrief(exit: StationExit) {
  return html`<div class="debrief">
    <label class="choice">
      <input type="checkbox" .checked=${exit.debrief} @change=${(e: Event) => (exit.debrief = (e.target as HTMLInputElement).checked)} />
      <span><i aria-hidden="true">${exit.debrief ? icon(check) : nothing}</i> ${exit.t('exit.debrief.show')}</span>
    </label>
    <figure>
      <blockquote>${exit.sentence.trim()}</blockquote>
      <figcaption>${exit.t('exit.debrief.how')}</figcaption>
    </figure>
  </div>`;
}

/** One thing the visitor will do, and when. */
export function pledge(exit: StationExit) {
  return html`<div class="write">
    ${paper(exit, 'pledge', exit.pledge.text, (text) => (exit.pledge = { ...exit.pledge, text }))}
    ${exit.told(exit.pledge.text, 'pledge')
      ? html`<fieldset>
          <legend>${exit.t('exit.pledge.when')}</legend>
          <div class="whens">
            ${whens.map((said) => html`<label class="choice">
              <input
                type="radio" name="when" .checked=${exit.pledge.when === said}
                @change=${() => (exit.pledge = { ...exit.pledge, when: said })}
              />
              ${when(exit.stop.t, said)}
            </label>`)}
          </div>
        </fieldset>`
      : nothing}
  </div>`;
}

function paper(exit: StationExit, what: 'sentence' | 'pledge', text: string, write: (text: string) => void) {
  const customer = exit.stop.scenario.customer.short;
  return html`
    <div>
      <h1 tabindex="-1">${exit.t(`exit.${what}.title`, { customer })}</h1>
      <p class="lead">${exit.t(`exit.${what}.lead`, { customer })}</p>
    </div>
    <label>
      <span>${exit.t(`exit.${what}.label`)}</span>
      <textarea
        rows="3" maxlength="400" .value=${live(text || exit.t(`exit.${what}.start`))}
        @input=${(e: InputEvent) => write((e.target as HTMLTextAreaElement).value)}
      ></textarea>
    </label>
  `;
}
