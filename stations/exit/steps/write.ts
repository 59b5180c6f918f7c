import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StationExit } from '../element.js';

/** When a pledge is for: what the fact says, and the word's key. */
const whens = [['today', 'today'], ['this week', 'week'], ['this month', 'month']] as const;

/** The story in one sentence, told as the customer. */
export function sentence(exit: StationExit) {
  return html`<div class="write">${paper(exit, 'sentence', exit.sentence, (text) => (exit.sentence = text))}</div>`;
}

/** One thing the visitor will do, and when. */
export function pledge(exit: StationExit) {
  return html`<div class="write">
    ${paper(exit, 'pledge', exit.pledge.text, (text) => (exit.pledge = { ...exit.pledge, text }))}
    ${exit.told(exit.pledge.text, 'pledge')
      ? html`<fieldset>
          <legend>${exit.t('exit.pledge.when')}</legend>
          <div class="whens">
            ${whens.map(([when, word]) => html`<label class="choice">
              <input
                type="radio" name="when" .checked=${exit.pledge.when === when}
                @change=${() => (exit.pledge = { ...exit.pledge, when })}
              />
              ${exit.t(`exit.pledge.${word}`)}
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
