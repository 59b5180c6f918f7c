import { html, nothing, type TemplateResult } from 'lit';
import { cells, sections, type Cell, type Release } from './release.js';
import type { Reader } from './reader.js';
import { table } from './table.js';

const most = 60; // dots in a section

/** The empathy map of the room: how much lies on each section, a dot for each note. */
export function roomMap(release: Release, r: Reader): TemplateResult {
  const of = new Map(cells(release, 'map').map((c) => [c.key ?? '', c]));
  const each = Math.ceil(Math.max(1, ...[...of.values()].map((c) => c.count ?? 0)) / most);
  return html`
    <div class="map">${sections.map((s) => section(s, of.get(s), each, release, r))}</div>
    ${each > 1 ? html`<p class="small soft">${r.t('insights.map.dot', { n: each })}</p>` : nothing}
    ${table(r, r.t('insights.map'), [r.t('insights.map.section'), r.t('insights.map.notes'), r.t('insights.n'), r.t('insights.asof')],
      sections.map((s) => row(r.t(`section.${s}`), of.get(s), r)))}`;
}

function section(name: string, c: Cell | undefined, each: number, release: Release, r: Reader): TemplateResult {
  const count = c && !c.few ? (c.count ?? 0) : undefined;
  return html`<div class="section ${name}">
    <h3>${name === 'feel' && release.scenario
      ? r.t('insights.map.feel', { customer: release.scenario.customer.split(' ')[0] ?? '' }) : r.t(`section.${name}`)}</h3>
    <p><b class="big">${count === undefined ? '–' : r.number(count)}</b>
      <span class="soft">${c && count !== undefined ? html`${r.t(count === 1 ? 'insights.map.note' : 'insights.map.notes')}, ${r.behind(c)}` : r.t('insights.few')}</span></p>
    <div class="dots" aria-hidden="true">${Array.from({ length: Math.ceil((count ?? 0) / each) }, () => html`<i></i>`)}</div>
  </div>`;
}

const row = (name: string, c: Cell | undefined, r: Reader): (string | number)[] =>
  !c || c.few ? [name, r.t('insights.few'), '', ''] : [name, c.count ?? 0, c.n, c.asOf ?? 0];
