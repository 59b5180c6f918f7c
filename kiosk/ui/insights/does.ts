import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { sorted } from '../console/page.js';
import { about } from './map.js';
import { cells, given, known, own, type Cell, type Figure, type Release, type Station, type Theme, type Themes } from './release.js';
import type { Reader } from './reader.js';
import { table } from './table.js';

const most = 3; // values of one figure beside one another; the station's own view has all

/** What visitors saw the customer do against what they heard them say: notes and themes face to face. */
export function doesSays(release: Release, themes: Themes | undefined, r: Reader): TemplateResult {
  const says = about(themes, ['say']), does = about(themes, ['do']);
  const both = new Set(says.map((t) => t.id).filter((id) => does.some((t) => t.id === id)));
  const side = (section: 'say' | 'do', of: Theme[]) => {
    const c = given(release, 'map', section);
    return html`<div><h3>${r.t(`section.${section}`)}</h3>
      <p>${c.few ? html`<span class="few-mark">${r.t('insights.few')}</span>` : html`<b class="big">${r.number(c.count ?? 0)}</b> <span class="soft">${r.t('insights.map.notes')}, ${r.behind(c)}</span>`}</p>
      ${of.length ? html`<ul class="themes">${of.map((t) => html`<li class=${both.has(t.id) ? 'both' : ''}>${t.name} <small>${r.t('insights.behind', { n: t.n })}${both.has(t.id) ? `, ${r.t('insights.does.both')}` : ''}</small></li>`)}</ul>`
        : html`<p class="soft small">${r.t('insights.themes.little', { k: themes?.k ?? release.wordsK })}</p>`}</div>`;
  };
  return html`<div class="face">${side('do', does)}${side('say', says)}</div>
    ${table(r, 'does', r.t('insights.does'), [r.t('insights.figure.themes'), r.t('section.do'), r.t('section.say')],
      [...new Map([...does, ...says].map((t) => [t.id, t.name]))].map(([id, name]) => [name, does.find((t) => t.id === id)?.n ?? '–', says.find((t) => t.id === id)?.n ?? '–']))}
    ${byStation(release, r)}`;
}

interface Line { name: string; value: string; cell: Cell }

/** Station by station: what visitors did, as it was measured, beside what they said of it. */
function byStation(release: Release, r: Reader): TemplateResult {
  const told = release.stations.map((s) => ({ s, did: did(release, s, r), said: said(release, s, r) })).filter((t) => t.did.length > 0 && t.said.length > 0);
  if (!told.length) return html``;
  const side = (head: string, lines: Line[]) => html`<div><h4>${r.t(head)}</h4><ul class="plain">${lines.map((l) => html`<li>
    ${l.name}: <b>${l.value}</b> <span class="small soft">${r.behind(l.cell)}</span></li>`)}</ul></div>`;
  return html`<h3 class="by-station">${r.t('insights.does.stations')}</h3>
    ${told.map(({ s, did, said }) => html`<article class="face-of" style=${styleMap({ '--station': s.colour })} aria-label=${r.read(s.title)}>
      <h4><span class="numeral">${s.number}</span> ${r.read(s.title)}</h4>
      <div class="face">${side('insights.does.did', did)}${side('insights.does.said', said)}</div></article>`)}
    ${table(r, 'does-stations', r.t('insights.does.stations'), [r.t('insights.station'), r.t('insights.does.side'), r.t('insights.figure'), r.t('insights.value'), r.t('insights.n'), r.t('insights.asof')],
      told.flatMap(({ s, did, said }) => [...did.map((l) => row(s, 'insights.does.did', l, r)), ...said.map((l) => row(s, 'insights.does.said', l, r))]))}`;
}

const row = (s: Station, side: string, l: Line, r: Reader): (string | number)[] =>
  [`${s.number} ${r.read(s.title)}`, r.t(side), l.name, l.value, l.cell.n, l.cell.asOf ?? ''];

/** What was measured: how many did, the most frequent first, and how much. */
const did = (release: Release, s: Station, r: Reader): Line[] => own(s).filter((f) => !f.said).flatMap((f) => lines(release, s, f, r));

/** What they said: how it felt, what they answered, how much of it they put down as said. */
function said(release: Release, s: Station, r: Reader): Line[] {
  const felt = known(release, 'feeling', '', s.id), noted = known(release, 'said', '', s.id);
  return [
    ...(felt ? [{ name: r.t('insights.figure.feeling'), value: r.number((felt.mean ?? 0) / 2, 1, true), cell: felt }] : []),
    ...own(s).filter((f) => f.said).flatMap((f) => lines(release, s, f, r)),
    ...(noted ? [{ name: r.t('insights.figure.said'), value: r.number(noted.count ?? 0), cell: noted }] : []),
  ];
}

function lines(release: Release, s: Station, f: Figure, r: Reader): Line[] {
  const all = cells(release, f.name, s.id).filter((c) => !r.missing(c));
  const line = (c: Cell, value: string): Line => ({ name: c.key ? `${r.t(f.label)}, ${r.key(f, c.key, c.last)}` : r.t(f.label), value, cell: c });
  switch (f.shape) {
    case 'share': return sorted(all.filter((c) => c.part), (a, b) => b.part! / b.whole! - a.part! / a.whole!).slice(0, most)
      .map((c) => line(c, r.t('insights.of', { part: c.part ?? 0, whole: c.whole ?? 0 })));
    case 'number': return all.length > most ? [] : all.map((c) => line(c, r.amount(c.mean ?? 0, f.unit)));
    case 'count': return f.joins ? [] : sorted(all.filter((c) => c.count), (a, b) => b.count! - a.count!).slice(0, most).map((c) => line(c, r.number(c.count ?? 0)));
    default: return [];
  }
}
