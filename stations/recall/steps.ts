import { html, nothing } from 'lit';
import check from 'lucide-static/icons/check.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import sigma from 'lucide-static/icons/sigma.svg?raw';
import userX from 'lucide-static/icons/user-round-x.svg?raw';
import type { Feeling } from '../../kiosk/ui/shared/feeling.js';
import { icon } from '../../kiosk/ui/shared/icon.js';
import type { StationRecall } from './element.js';
import { icons } from './icons.js';

/** What is asked, what becomes of it, and the way out. */
export function begin(recall: StationRecall) {
  const { stop, view } = recall;
  const names: [Svg, string] = [userX, stop.t('recall.begin.names')];
  const promises: [Svg, string][] = stop.unrecorded
    ? [names, [lock, stop.t('recall.begin.unrecorded')]]
    : [names, [lock, stop.t('recall.begin.words')], [sigma, stop.t('recall.begin.taps', { k: stop.room.k })]];
  return html`<div class="step">
    ${heading(stop.read(view.question), view.lead ? stop.read(view.lead) : stop.t('recall.begin.lead'))}
    <ul class="promises">${promises.map(([sign, words]) => html`<li>${icon(sign)} <span>${words}</span></li>`)}</ul>
    ${view.care ? html`<p class="care voice">${stop.read(view.care)}</p>` : nothing}
  </div>`;
}

/** The kind of place. */
export function where(recall: StationRecall) {
  const { stop, view, kept } = recall;
  return html`<div class="step" role="radiogroup" aria-label=${stop.t('recall.where')}>
    ${heading(stop.t('recall.where'), stop.t('recall.where.lead'))}
    <div class="places">
      ${view.places.map((p) => html`<label class="choice">
        <input type="radio" name="where" .checked=${kept.where === p.id} @change=${() => recall.keep({ where: p.id })} />
        ${icon(icons[p.icon]!)} <span>${stop.read(p.label)}</span>
      </label>`)}
    </div>
  </div>`;
}

/** What happened there: what the scenario offers, and the visitor's own words. */
export function happened(recall: StationRecall) {
  const { stop, view, kept } = recall;
  const turn = (id: string) =>
    recall.keep({ happened: kept.happened.includes(id) ? kept.happened.filter((h) => h !== id) : [...kept.happened, id] });
  return html`<div class="step" role="group" aria-label=${stop.t('recall.happened')}>
    ${heading(stop.t('recall.happened'), stop.t('recall.happened.lead'))}
    <div class="events">
      ${view.happened.map((e) => html`<label class="choice">
        <input type="checkbox" .checked=${kept.happened.includes(e.id)} @change=${() => turn(e.id)} />
        <span>${stop.read(e.label)}</span>
      </label>`)}
    </div>
    <label class="write">
      <span>${stop.t(kept.worded && recall.words === undefined ? 'recall.happened.kept' : 'recall.happened.words')}</span>
      <textarea
        rows="1" maxlength="300" .value=${recall.words ?? ''}
        @input=${(e: InputEvent) => (recall.words = (e.target as HTMLTextAreaElement).value)}
      ></textarea>
    </label>
  </div>`;
}

/** The visitor's own feeling, then or at the end. */
export function felt(recall: StationRecall, when: 'then' | 'end') {
  const { stop, kept } = recall;
  return html`<div class="step">
    ${heading(stop.t(`recall.${when}`), stop.t(`recall.${when}.lead`))}
    <affect-grid
      compact .t=${stop.t} .value=${kept[when] ?? null}
      @feel=${(e: CustomEvent<Feeling>) => recall.keep({ [when]: e.detail })}
    ></affect-grid>
  </div>`;
}

/** One sentence, and whether it stays the visitor's alone. */
export function told(recall: StationRecall) {
  const { stop, kept } = recall;
  const there = recall.text === undefined ? kept.told : recall.text.trim() !== '';
  const customer = stop.scenario.customer.short;
  return html`<div class="step">
    ${heading(stop.t('recall.told'), stop.t('recall.told.lead'))}
    <label class="write">
      <span>${stop.t(kept.told && recall.text === undefined ? 'recall.told.kept' : 'recall.told.label')}</span>
      <textarea
        rows="3" maxlength="400" .value=${recall.text ?? ''}
        @input=${(e: InputEvent) => (recall.text = (e.target as HTMLTextAreaElement).value)}
      ></textarea>
    </label>
    ${there && !stop.unrecorded
      ? html`<div class="share">
          <label class="choice">
            <input type="checkbox" .checked=${kept.share} @change=${() => recall.keep({ share: !kept.share })} />
            <span><i aria-hidden="true">${kept.share ? icon(check) : nothing}</i> ${stop.t('recall.share')}</span>
          </label>
          <p role="status">${stop.t(kept.share ? 'recall.share.yes' : 'recall.share.no', { customer })}</p>
        </div>`
      : nothing}
  </div>`;
}

function heading(words: string, lead: string) {
  return html`<div><h1 tabindex="-1">${words}</h1><p class="lead">${lead}</p></div>`;
}
