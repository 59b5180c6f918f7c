import { html, nothing, svg, type TemplateResult } from 'lit';
import { given, known, type Cell, type Release } from './release.js';
import type { Reader } from './reader.js';
import { table } from './table.js';

const width = 560, left = 16, right = 16;
const x = (v: number) => left + (v / 10) * (width - left - right);

/** What visitors assumed and what they said after: from where to where, and the paired difference with its interval. */
export function shifts(release: Release, r: Reader, folded = true): TemplateResult {
  const asked = release.assumptions.map((a) => ({
    ...a, before: known(release, 'before', a.id), after: known(release, 'after', a.id), shift: known(release, 'shift', a.id),
  }));
  return html`
    <div class="shifts">${asked.map((a) => html`<figure>
      <h3 class="voice">${r.read(a.ask)}</h3>
      ${a.before && a.after ? html`
        <svg class="chart" viewBox="0 0 ${width} 78" role="img" aria-label=${r.t('insights.shift.alt', { before: r.number(a.before.mean ?? 0), after: r.number(a.after.mean ?? 0) })}>
          ${arrow(a.before.mean ?? 0, a.after.mean ?? 0, r)}</svg>
        <p class="ends small"><span>${r.read(a.low)}</span><span>${r.read(a.high)}</span></p>`
      : html`<p class="few-mark">${r.missing(given(release, 'after', a.id))}</p>`}
      ${a.shift ? told(a.shift, r) : html`<p><span class="few-mark">${r.t('insights.shift.few')}</span></p>`}
    </figure>`)}</div>
    ${folded ? html`<p class="small soft">${r.t('insights.shift.method')}</p>
    ${table(r, 'shift', r.t('insights.shift'), [r.t('insights.shift.asked'), r.t('insights.shift.before'), r.t('insights.n'), r.t('insights.shift.after'), r.t('insights.n'), r.t('insights.shift.shift'), r.t('insights.interval.head'), r.t('insights.n')],
      asked.map((a) => [r.read(a.ask), ...[a.before, a.after, a.shift].flatMap((c, i) =>
        c ? [`${r.number(c.mean ?? 0, 2, i === 2)} ± ${r.number(c.spread ?? 0, 2)}`, ...(i === 2 ? [r.interval(c)] : []), c.n] : [r.t('insights.few'), ...(i === 2 ? [''] : []), ''])]))}` : nothing}`;
}

/** The mean of the differences, its interval on a line with 0, and what it means in words. */
function told(c: Cell, r: Reader): TemplateResult {
  const { mean = 0, low = mean, high = mean } = c;
  const at = (v: number) => left + ((v + 10) / 20) * (width - left - right);
  const says = low > 0 ? 'up' : high < 0 ? 'down' : 'open';
  return html`<svg class="chart interval" viewBox="0 0 ${width} 34" role="img" aria-label=${r.interval(c)}>
      <line class="grid" x1=${left} x2=${width - right} y1="14" y2="14" /><line class="zero" x1=${at(0)} x2=${at(0)} y1="2" y2="24" />
      <text class="axis" x=${at(0)} y="34" text-anchor="middle">0</text>
      <rect class="reach" x=${at(low)} y="9" width=${Math.max(2, at(high) - at(low))} height="10" rx="5" /><circle class="after" cx=${at(mean)} cy="14" r="6" /></svg>
    <p><b>${r.t('insights.shift.by', { shift: r.number(mean, 1, true) })}</b> ${r.interval(c)} <span class="soft">${r.behind(c)}</span><br />
      <span class="verdict ${says}">${r.t(`insights.shift.${says}`)}</span></p>`;
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
