import { html, nothing, svg, type TemplateResult } from 'lit';
import { known, type Release } from './release.js';
import type { Reader } from './reader.js';
import { table } from './table.js';

const width = 560, left = 16, right = 16;
const x = (v: number) => left + (v / 10) * (width - left - right);

/** What visitors assumed and what they said after: from where to where, on each question's own scale. */
export function shifts(release: Release, r: Reader): TemplateResult {
  const asked = release.assumptions.map((a) => ({
    ...a, before: known(release, 'before', a.id), after: known(release, 'after', a.id), shift: known(release, 'shift', a.id),
  }));
  return html`
    <div class="shifts">${asked.map((a) => html`<figure>
      <h3 class="voice">${r.read(a.ask)}</h3>
      ${a.before && a.after ? html`
        <svg class="chart" viewBox="0 0 ${width} 78" role="img" aria-label=${r.t('insights.shift.alt', { before: r.number(a.before.mean ?? 0), after: r.number(a.after.mean ?? 0) })}>
          ${arrow(a.before.mean ?? 0, a.after.mean ?? 0, r)}</svg>
        <p class="ends small"><span>${r.read(a.low)}</span><span>${r.read(a.high)}</span></p>
        <p>${a.shift ? html`<b>${r.t('insights.shift.by', { shift: r.number(a.shift.mean ?? 0, 1, true), spread: r.number(a.shift.spread ?? 0) })}</b>
          <span class="soft">${r.behind(a.shift)}</span>` : html`<span class="soft">${r.t('insights.shift.few')}</span>`}</p>`
      : html`<p class="soft">${r.t('insights.few')}</p>`}
    </figure>`)}</div>
    ${table(r, r.t('insights.shift'), [r.t('insights.shift.asked'), r.t('insights.shift.before'), r.t('insights.n'), r.t('insights.shift.after'), r.t('insights.n'), r.t('insights.shift.shift'), r.t('insights.n')],
      asked.map((a) => [r.read(a.ask), ...[a.before, a.after, a.shift].flatMap((c, i) =>
        c ? [`${r.number(c.mean ?? 0, 2, i === 2)} ± ${r.number(c.spread ?? 0, 2)}`, c.n] : [r.t('insights.few'), ''])]))}`;
}

function arrow(before: number, after: number, r: Reader): TemplateResult {
  const y = 36, d = Math.sign(after - before), from = x(before), to = x(after);
  const near = Math.abs(to - from) < 30;
  return svg`
    <line class="zero" x1=${left} x2=${width - right} y1=${y} y2=${y} />
    ${Array.from({ length: 11 }, (_, v) => svg`<line class="tick" x1=${x(v)} x2=${x(v)} y1=${y - 4} y2=${y + 4} />`)}
    ${near ? nothing : svg`<line class="arrow" x1=${from + d * 9} x2=${to - d * 16} y1=${y} y2=${y} />
      <path class="head" d="M${to - d * 9} ${y}l${-d * 11} -7v14Z" />`}
    <circle class="before" cx=${from} cy=${y} r="8" />
    <circle class="after" cx=${to} cy=${y} r="8" />
    <text class="axis" x=${from} y=${y + 31} text-anchor="middle">${r.t('insights.shift.before')} ${r.number(before)}</text>
    <text class="value" x=${to} y=${y - 17} text-anchor="middle">${r.t('insights.shift.after')} ${r.number(after)}</text>`;
}
