import { html, nothing } from 'lit';
import type { StationExit } from '../element.js';

/** What was expected at the entry, and what is said now, on the same line. */
export function shift(exit: StationExit) {
  const answered = exit.stop.scenario.assumptions.filter((a) => a.id in exit.now);
  return html`<div class="shift">
    <div>
      <h1 tabindex="-1">${exit.t('exit.shift.title')}</h1>
      <p class="lead">${exit.t('exit.shift.lead')}</p>
    </div>
    <p class="legend" aria-hidden="true">
      <span><i class="before"></i>${exit.t('exit.shift.before')}</span>
      <span><i></i>${exit.t('exit.shift.after')}</span>
    </p>
    <ol>
      ${answered.map((asked) => {
        const before = exit.stop.map?.answers?.[asked.id]?.before ?? undefined;
        const after = exit.now[asked.id]!;
        const [low, high] = [exit.read(asked.low), exit.read(asked.high)];
        const text = before === undefined
          ? exit.t('exit.shift.only', { after, low, high })
          : exit.t('exit.shift.both', { before, after, low, high });
        return html`<li>
          <h2>${exit.read(asked.ask)}</h2>
          <worded-scale still .was=${before} .value=${after} .low=${low} .high=${high} .text=${text}></worded-scale>
        </li>`;
      })}
      ${answered.length ? nothing : html`<li>${exit.t('exit.again.none')}</li>`}
    </ol>
  </div>`;
}
