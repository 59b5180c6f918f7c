import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { sorted } from '../console/page.js';
import { curve, moments } from './curve.js';
import type { Read } from './insights.js';
import { journey } from './journey.js';
import { roomMap } from './map.js';
import { cells, hurting, known, own, type Cell, type Figure, type Release, type Station, type Themes } from './release.js';
import type { Reader } from './reader.js';
import { shifts } from './shift.js';

const most = 7; // rows of a figure with keys
const curvesAtMost = 1; // that the first sheet has room for; of the others the second has the worst moments

/** The handout: what a manager brings to a meeting, two pages of A4 or Letter whatever is looked at. */
export function paper({ release, themes, sounds }: Read, cohort: string, r: Reader): TemplateResult {
  const curves = release.stations.flatMap((s) => hurting(release, s) ?? []).slice(0, curvesAtMost);
  const people = known(release, 'people');
  return html`<div class="paper">
    <div class="sheet">
      <header><div><h1>${r.t('insights.title')}</h1>
        <p class="soft">${r.read(release.scenario?.title)} · ${release.scenario?.customer}. ${r.read(release.scenario?.goal)}</p></div>
        <p class="facts">${cohort}<br />${people ? html`${r.t('insights.paper.n', { n: people.n, people: people.count ?? 0 })}<br />` : nothing}${r.t('insights.paper.release', { n: release.n, made: r.date(release.made) })}</p></header>
      <h2>${r.t('insights.map')}</h2>${roomMap(release, themes, false, r, false)}
      <h2>${r.t('insights.journey')}</h2><p class="soft">${r.t('insights.journey.short')}</p>${journey(release, r, false)}
      ${curves.map((c) => along(release, c, sounds, r))}
    </div>
    <div class="sheet">
      <h2>${r.t('insights.shift')}</h2>${shifts(release, r, false)}
      <h2>${r.t('insights.stations')}</h2>
      <div class="columns">${release.stations.map((s) => station(release, s, curves, r))}
        ${pledged(themes, r)}</div>
      <footer class="soft">${r.t('insights.shift.method')} ${r.t('insights.rule', { k: release.k })}</footer>
    </div></div>`;
}

/** A curve over its recording, with the moments that hurt. */
function along(release: Release, c: Cell, sounds: Read['sounds'], r: Reader): TemplateResult {
  const s = release.stations.find((one) => one.id === c.station)!;
  return html`<article style=${styleMap({ '--station': s.colour })}><h2><span class="numeral">${s.number}</span> ${r.read(s.title)}: ${r.t(s.figures.find((f) => f.name === c.figure)!.label)}</h2>
    ${curve(c.points!, c.worst ?? [], true, sounds[s.id], r)}</article>`;
}

function station(release: Release, s: Station, drawn: Cell[], r: Reader): TemplateResult | typeof nothing {
  const figures = own(s).filter((f) => f.shape !== 'curve' && f.shape !== 'flow' && !f.joins);
  const found = hurting(release, s), worst = found && !drawn.includes(found) ? found : undefined;
  if (!figures.length && !worst) return nothing;
  return html`<article style=${styleMap({ '--station': s.colour })}><h3><span class="numeral">${s.number}</span> ${r.read(s.title)}</h3>
    ${worst ? moments(worst.worst ?? [], true, r) : nothing}
    <dl>${figures.map((f) => rows(release, s, f, r))}</dl></article>`;
}

const share = (c: Cell) => (c.whole ? (c.part ?? 0) / c.whole : 0);

/** A figure on paper: its value, or the largest few of its keys. */
function rows(release: Release, s: Station, f: Figure, r: Reader): TemplateResult | typeof nothing {
  const value = (c: Cell) => f.shape === 'share' ? r.percent(share(c)) : f.shape === 'count' ? r.number(c.count ?? 0)
    : `${r.amount(c.mean ?? 0, f.unit)} ${r.interval(c, f.unit)}`;
  const all = cells(release, f.name, s.id);
  if (!f.keys) return html`<div><dt>${r.t(f.label)}</dt><dd>${all[0] ? r.said(all[0], () => value(all[0]!)) : r.t('insights.few')}</dd></div>`;
  const size = (c: Cell) => (f.shape === 'share' ? share(c) : (c.count ?? c.mean ?? 0));
  const told = sorted(all.filter((c) => !r.missing(c) && size(c) > 0), (a, b) => size(b) - size(a));
  if (!told.length) return nothing;
  return html`<div class="keyed"><dt>${r.t(f.label)}</dt><dd>${told.slice(0, f.shape === 'share' ? most : 3).map((c) => html`<span>${r.key(f, c.key ?? '', c.last)} <b>${value(c)}</b> <small>${r.behind(c)}</small></span>`)}</dd></div>`;
}

function pledged(themes: Themes | undefined, r: Reader): TemplateResult | typeof nothing {
  const of = themes?.themes.filter((t) => t.section === 'pledge') ?? [];
  return html`<article><h3>${r.t('insights.pledges')}</h3>${of.length ? html`<ul class="themes">${of.map((t) => html`<li>${t.name} <small>${r.behind(t)}</small></li>`)}</ul>`
    : html`<p class="soft">${r.t('insights.themes.little', { k: themes?.k ?? 0 })}</p>`}</article>`;
}
