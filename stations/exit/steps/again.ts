import { html } from 'lit';
import type { StationExit } from '../element.js';

/** One of the assumptions, asked again; the earlier answer is not shown yet. */
export function again(exit: StationExit, n: number) {
  const { assumptions } = exit.stop.scenario;
  const asked = assumptions[n]!;
  const value = exit.now[asked.id];
  const [low, high] = [exit.read(asked.low), exit.read(asked.high)];
  return html`<div class="ask">
    <div>
      <p class="lead">${exit.t('exit.again.lead')} ${exit.t('exit.again.count', { n: n + 1, of: assumptions.length })}</p>
      <h1 tabindex="-1">${exit.read(asked.ask)}</h1>
    </div>
    <worded-scale
      .value=${value} .label=${exit.read(asked.ask)} .low=${low} .high=${high}
      .text=${value === undefined ? exit.t('exit.again.none') : exit.t('exit.again.value', { value, low, high })}
      @pick=${(e: CustomEvent<number>) => (exit.now = { ...exit.now, [asked.id]: e.detail })}
    ></worded-scale>
    <p class="hint">${exit.t('exit.again.hint')}</p>
  </div>`;
}
