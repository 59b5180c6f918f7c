import { html, nothing, svg, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { Scale } from './across.js';
import { given, sections, type Cell, type Figure, type Release, type Station } from './release.js';
import type { Reader } from './reader.js';
import { table } from './table.js';

interface Row { group: string; station?: Station; name: string; f: Figure; a: Cell; b: Cell }

/** Scenario version A beside B: each value of both on one axis, and whether their intervals lie apart. */
export function beside(a: Release, b: Release, r: Reader): TemplateResult {
  const rows = [...walk(a, b, r), ...a.stations.flatMap((s) => stationRows(s, a, b, r))].filter((row) => row.a.few || row.b.few || row.a.n > 0 || row.b.n > 0);
  const groups = [...new Set(rows.map((row) => row.group))];
  const people = (release: Release) => given(release, 'people');
  return html`<dl class="pair">
      <div><dt><span class="mark a"></span> A</dt><dd>${r.read(a.scenario?.title)} <span class="soft small">${version(a)}, ${a.tooFew ? r.t('insights.few') : r.behind(people(a))}</span></dd></div>
      <div><dt><span class="mark b"></span> B</dt><dd>${r.read(b.scenario?.title)} <span class="soft small">${version(b)}, ${b.tooFew ? r.t('insights.few') : r.behind(people(b))}</span></dd></div></dl>
    <div class="groups">${groups.map((g) => group(g, rows.filter((row) => row.group === g), r))}</div>
    <p class="small soft">${r.t('insights.beside.method')}</p>
    ${table(r, 'beside', r.t('insights.beside'), [r.t('insights.what'), 'A', r.t('insights.n'), 'B', r.t('insights.n'), r.t('insights.interval.head')],
      rows.map((row) => {
        const scale = new Scale(row.f, [row.a, row.b]);
        return [`${row.group}: ${row.name}`, ...[row.a, row.b].flatMap((c) => r.missing(c) ? [r.missing(c), ''] : [scale.say(c, r), c.n]), apart(row, scale, r)];
      }))}`;
}

const version = (release: Release) => (release.scenario?.hash ?? '').slice(0, 7);

function walk(a: Release, b: Release, r: Reader): Row[] {
  const figure = (name: string) => a.figures.find((f) => f.name === name)!;
  const row = (group: string, name: string, f: Figure, key: string): Row => ({ group, name, f, a: given(a, f.name, key), b: given(b, f.name, key) });
  return [
    ...sections.map((s) => row(r.t('insights.beside.notes'), r.t(`section.${s}`), figure('map'), s)),
    ...a.assumptions.filter((q) => b.assumptions.some((o) => o.id === q.id)).map((q) => row(r.t('insights.figure.shift'), r.read(q.ask), figure('shift'), q.id)),
  ];
}

function stationRows(s: Station, a: Release, b: Release, r: Reader): Row[] {
  const other = b.stations.find((o) => o.id === s.id);
  if (!other) return [];
  return s.figures.filter((f) => !f.keys && ['share', 'number'].includes(f.shape) && other.figures.some((o) => o.name === f.name && o.shape === f.shape))
    .map((f) => ({ group: r.read(s.title), station: s, name: r.t(f.label), f, a: given(a, f.name, '', s.id), b: given(b, f.name, '', s.id) }));
}

const group = (name: string, rows: Row[], r: Reader) => html`<section class="group" style=${rows[0]?.station ? styleMap({ '--station': rows[0].station.colour }) : nothing}>
  <h3>${rows[0]?.station ? html`<span class="numeral">${rows[0].station.number}</span> ` : nothing}${name}</h3>
  ${rows.map((row) => pair(row, r))}</section>`;

const width = 400;

function pair(row: Row, r: Reader): TemplateResult {
  const scale = new Scale(row.f, [row.a, row.b]);
  const ends = [row.a, row.b].flatMap((c) => (r.missing(c) ? [] : (scale.ends(c) ?? [scale.of(c)])));
  const low = Math.min(scale.least, ...ends), high = Math.max(scale.most, ...ends);
  const x = (v: number) => 8 + ((width - 16) * (v - low)) / (high - low || 1);
  const mark = (c: Cell, name: 'a' | 'b') => {
    if (r.missing(c)) return nothing;
    const e = scale.ends(c), y = name === 'a' ? 10 : 24;
    return svg`${e ? svg`<line class="reach ${name}" x1=${x(e[0])} x2=${x(e[1])} y1=${y} y2=${y} />` : nothing}
      ${name === 'a' ? svg`<circle class="mark-a" cx=${x(scale.of(c))} cy=${y} r="5" />` : svg`<rect class="mark-b" x=${x(scale.of(c)) - 5} y=${y - 5} width="10" height="10" />`}`;
  };
  const value = (c: Cell) => r.missing(c) ? html`<span class=${c.few ? 'few-mark' : 'none-mark'}>${r.missing(c)}</span>` : html`<b>${scale.say(c, r)}</b> <span class="soft small">${r.behind(c)}</span>`;
  return html`<div class="versus"><p>${row.name}</p>
    <svg viewBox="0 0 ${width} 34" aria-hidden="true"><line class="grid" x1="0" x2=${width} y1="17" y2="17" />${scale.signed ? svg`<line class="zero" x1=${x(0)} x2=${x(0)} y1="0" y2="34" />` : nothing}${mark(row.a, 'a')}${mark(row.b, 'b')}</svg>
    <p class="values"><span>A ${value(row.a)}</span><span>B ${value(row.b)}</span> <span class="small ${apart(row, scale, r) === r.t('insights.beside.apart') ? 'verdict' : 'soft'}">${apart(row, scale, r)}</span></p></div>`;
}

/** Whether the two intervals lie apart; "" where there are none. */
function apart({ a, b }: Row, scale: Scale, r: Reader): string {
  if (r.missing(a) || r.missing(b) || a.low === undefined || b.low === undefined) return '';
  const [one, other] = [scale.ends(a)!, scale.ends(b)!];
  return r.t(one[1] < other[0] || other[1] < one[0] ? 'insights.beside.apart' : 'insights.beside.near');
}
