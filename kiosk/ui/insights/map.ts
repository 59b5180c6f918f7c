import { html, nothing, type TemplateResult } from 'lit';
import type { Section } from '../shared/station.js';
import { given, sections, type Cell, type Release, type Theme, type Themes } from './release.js';
import type { Reader } from './reader.js';
import { table } from './table.js';

const most = 60; // dots in a section
const named = 5; // themes in a section; the table has all

/** Which sections each quadrant of the older map takes together. */
const quadrants: [string, Section[]][] = [['does', ['do', 'say']], ['sees', ['see']], ['hears', ['hear']], ['feels', ['feel', 'pains', 'gains']]];

/** The empathy map of the room: how much lies on each section, a dot for each note, and what the words are about. */
export function roomMap(release: Release, themes: Themes | undefined, four: boolean, r: Reader, folded = true): TemplateResult {
  const all = sections.map((s) => given(release, 'map', s));
  const parts: [string, Section[]][] = four ? quadrants : sections.map((s) => [s, [s]]);
  const of = (wanted: Section[]) => all.filter((c) => wanted.includes(c.key as Section));
  const largest = Math.max(1, ...parts.map(([, w]) => of(w).reduce((sum, c) => sum + (c.count ?? 0), 0)));
  const each = Math.ceil(largest / most);
  return html`
    <div class="map ${four ? 'four' : ''}">${parts.map(([name, wanted]) => part(title(name, four, release, r), name, of(wanted), each, about(themes, wanted), r))}</div>
    <p class="small soft">${each > 1 ? r.t('insights.map.dot', { n: each }) : nothing}
      ${themes ? r.t(themes.tooLittle ? 'insights.themes.little' : 'insights.themes.more', { k: themes.k }) : nothing}</p>
    ${folded ? table(r, 'map', r.t('insights.map'), [r.t('insights.map.section'), r.t('insights.map.notes'), r.t('insights.n'), r.t('insights.asof'), r.t('insights.figure.themes')],
      sections.map((s, i) => row(r.t(`section.${s}`), all[i]!, about(themes, [s]), r))) : nothing}`;
}

/** The themes of some sections of the map. */
export const about = (themes: Themes | undefined, wanted: string[]) => themes?.themes.filter((t) => wanted.includes(t.section)) ?? [];

function title(name: string, four: boolean, release: Release, r: Reader): string {
  if (four) return r.t(`insights.map.${name}`);
  const customer = release.scenario?.customer.split(' ')[0];
  return name === 'feel' && customer ? r.t('insights.map.feel', { customer }) : r.t(`section.${name}`);
}

function part(head: string, name: string, of: Cell[], each: number, themes: Theme[], r: Reader): TemplateResult {
  const told = of.filter((c) => !c.few);
  const count = told.reduce((sum, c) => sum + (c.count ?? 0), 0);
  const behind = (c: Cell) => c.few ? r.t('insights.few') : `${r.t(c.count === 1 ? 'insights.map.note' : 'insights.map.notes')}, ${r.behind(c)}`;
  return html`<div class="section ${name}">
    <h3>${head}</h3>
    <p>${told.length ? html`<b class="big">${r.number(count)}</b>` : nothing}
      ${of.length === 1 ? html`<span class=${of[0]!.few ? 'few-mark' : 'soft'}>${behind(of[0]!)}</span>`
      : html`<span class="soft">${of.map((c) => `${r.t(`section.${c.key}`)} ${c.few ? r.t('insights.few') : `${r.number(c.count ?? 0)}, ${r.behind(c)}`}`).join(' · ')}</span>`}</p>
    <div class="dots" aria-hidden="true">${Array.from({ length: Math.ceil(count / each) }, () => html`<i></i>`)}</div>
    ${themes.length ? html`<ul class="themes" aria-label=${r.t('insights.figure.themes')}>${themes.slice(0, named).map((t) => html`<li>${t.name} <small>${r.t('insights.behind', { n: t.n })}</small></li>`)}</ul>` : nothing}
  </div>`;
}

const row = (name: string, c: Cell, themes: Theme[], r: Reader): (string | number)[] =>
  [name, c.few ? r.t('insights.few') : (c.count ?? 0), c.few ? '' : c.n, c.asOf ?? '', themes.map((t) => `${t.name} ${t.n}`).join(', ')];
