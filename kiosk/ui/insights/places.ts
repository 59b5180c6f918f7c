import { html, nothing, type TemplateResult } from 'lit';
import { sorted } from '../console/page.js';
import { bar } from './draw.js';
import { cells, type Cell, type Figure, type Release, type Station } from './release.js';
import type { Reader } from './reader.js';

const signature = (f: Figure) => JSON.stringify(sorted(Object.keys(f.keys ?? {}), (a, b) => (a < b ? -1 : 1)));

/** A flow's places, and the figures that are told of the same places: where people gave up, erred, turned round. */
export const along = (flow: Figure, all: Figure[]): Figure[] =>
  all.filter((f) => f !== flow && f.keys && (f.shape === 'share' || f.shape === 'count') && signature(f) === signature(flow));

/** Place by place, what is told of each; the most visited first. Places with nothing to tell are named beneath. */
export function places(release: Release, station: Station, flow: Figure, figures: Figure[], r: Reader): TemplateResult {
  const of = new Map(figures.map((f) => [f, new Map(cells(release, f.name, station.id).map((c) => [c.key ?? '', c]))]));
  const cell = (f: Figure, key: string): Cell => of.get(f)!.get(key) ?? { figure: f.name, n: 0, few: true };
  const weight = (key: string) => Math.max(...figures.map((f) => cell(f, key).whole ?? cell(f, key).n));
  const keys = sorted(Object.keys(flow.keys ?? {}), (a, b) => weight(b) - weight(a));
  const told = keys.filter((k) => weight(k) > 0), rest = keys.filter((k) => weight(k) === 0);
  const most = (f: Figure) => Math.max(1, ...keys.map((k) => cell(f, k).count ?? 0));
  const say = (f: Figure, c: Cell) => {
    const missing = r.missing(c);
    if (missing) return html`<span class=${c.few ? 'few-mark' : 'none-mark'}>${missing}</span>`;
    return f.shape === 'share'
      ? bar({ name: '', part: (c.part ?? 0) / (c.whole || 1), value: r.percent((c.part ?? 0) / (c.whole || 1)), more: r.t('insights.of', { part: c.part ?? 0, whole: c.whole ?? 0 }) })
      : bar({ name: '', part: (c.count ?? 0) / most(f), value: r.number(c.count ?? 0), more: r.behind(c) });
  };
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${r.t('insights.places')}><table class="places">
    <caption class="hidden">${r.t('insights.places')}</caption>
    <thead><tr><th scope="col">${r.t('insights.places.place')}</th>${figures.map((f) => html`<th scope="col">${r.t(f.label)}</th>`)}</tr></thead>
    <tbody>${told.map((key) => html`<tr><th scope="row">${r.key(flow, key)}</th>${figures.map((f) => html`<td>${say(f, cell(f, key))}</td>`)}</tr>`)}</tbody></table></div>
    ${rest.length ? html`<p class="small soft">${r.t('insights.places.rest')} ${rest.map((k) => r.key(flow, k)).join(' · ')}</p>` : nothing}`;
}
