import { html, nothing, type TemplateResult } from 'lit';
import { sorted } from '../console/page.js';
import { curve } from './curve.js';
import { bar, whiskers, type Bar } from './draw.js';
import { flow } from './flow.js';
import { cells, feltUnit, own, type Cell, type Figure, type Release, type Sound, type Station } from './release.js';
import { along, places } from './places.js';
import type { Reader } from './reader.js';
import { table } from './table.js';

const shown = 8; // bars drawn; the table has all
const listed = 4; // names without a value said one by one

/** All that a station measures itself, each figure by its shape: what is told of a flow's places stands beside the flow. */
export function figures(release: Release, station: Station, sound: Sound | undefined, r: Reader): TemplateResult {
  const all = own(station);
  const flows = all.filter((f) => f.shape === 'flow');
  const placed = new Set(flows.flatMap((f) => along(f, all)));
  const wide = (f: Figure) => f.shape === 'curve' || f.shape === 'flow';
  return html`
    ${all.filter(wide).map((f) => figure(release, station, f, sound, r))}
    <div class="multiples">${all.filter((f) => !wide(f) && !placed.has(f)).map((f) => figure(release, station, f, sound, r))}</div>`;
}

/** One of a station's figures: a small chart by its shape, its table beneath, every value with its n. */
function figure(release: Release, station: Station, f: Figure, sound: Sound | undefined, r: Reader): TemplateResult {
  const all = cells(release, f.name, station.id);
  const id = `${station.id}/${f.name}`;
  const draw = () => {
    switch (f.shape) {
      case 'count': return counts(all, f, id, r);
      case 'share': return shares(all, f, id, r);
      case 'number': return numbers(all, f, id, r);
      case 'curve': return curves(all, f, id, sound, r);
      case 'flow': return flows(release, station, all, f, id, r);
    }
  };
  return html`<figure class=${f.shape}><h4>${r.t(f.label)}</h4>${draw()}</figure>`;
}

const missing = (c: Cell, r: Reader) => html`<span class=${c.few ? 'few-mark' : 'none-mark'}>${r.missing(c)}</span>`;

/** A figure with one value needs no chart: its value is the chart. */
function single(c: Cell | undefined, value: string, more: string, r: Reader, behind = c ? r.behind(c) : ''): TemplateResult {
  if (!c || r.missing(c)) return html`<p>${missing(c ?? { figure: '', n: 0, few: true }, r)}</p>`;
  return html`<p><b class="big">${value}</b> ${more} <span class="soft">${behind}</span></p>`;
}

function bars(rows: (Bar & { cell: Cell })[], f: Figure, id: string, head: string, r: Reader): TemplateResult {
  const told = rows.filter((b) => !r.missing(b.cell));
  const drawn = f.joins ? told : sorted(told, (a, b) => b.part - a.part);
  const most = f.joins ? sorted(told, (a, b) => b.part - a.part).slice(0, shown) : drawn.slice(0, shown);
  const none = rows.filter((b) => r.missing(b.cell));
  const names = (of: Bar[]) => of.length > listed ? r.t('insights.others', { n: of.length }) : of.map((b) => b.name).join(' · ');
  return html`
    ${most.length ? html`<div class="bars">${drawn.filter((b) => most.includes(b)).map(bar)}</div>` : nothing}
    ${drawn.length > shown ? html`<p class="small soft">${r.t('insights.others', { n: drawn.length - shown })}</p>` : nothing}
    ${[true, false].map((few) => {
      const of = none.filter((b) => Boolean(b.cell.few) === few);
      return of.length ? html`<p class="small soft">${missing(of[0]!.cell, r)}: ${names(of)}</p>` : nothing;
    })}
    ${table(r, id, r.t(f.label), [r.t('insights.what'), head, r.t('insights.n'), r.t('insights.asof')],
      [...drawn, ...none].map((b) => [b.name, r.missing(b.cell) || b.value, b.cell.few ? '' : b.cell.n, b.cell.asOf ?? '']))}`;
}

function counts(all: Cell[], f: Figure, id: string, r: Reader): TemplateResult {
  if (!f.keys) return single(all[0], r.number(all[0]?.count ?? 0), '', r);
  const top = Math.max(1, ...all.map((c) => c.count ?? 0));
  return bars(all.map((cell) => ({ cell, name: r.key(f, cell.key ?? '', cell.last), part: (cell.count ?? 0) / top, value: r.number(cell.count ?? 0), more: r.behind(cell) })), f, id, r.t('insights.count'), r);
}

function shares(all: Cell[], f: Figure, id: string, r: Reader): TemplateResult {
  const of = (c: Cell) => (c.whole ? (c.part ?? 0) / c.whole : 0);
  const said = (c: Cell) => {
    const counted = r.t('insights.of', { part: c.part ?? 0, whole: c.whole ?? 0 });
    return c.whole === c.n && !r.old(c) ? counted : `${counted}, ${r.behind(c)}`;
  };
  if (!f.keys) {
    const c = all[0];
    return html`${single(c, c ? r.percent(of(c)) : '', '', r, c && said(c))}${!c || r.missing(c) ? nothing : bar({ name: '', part: of(c), value: '', more: '' })}`;
  }
  return bars(all.map((cell) => ({ cell, name: r.key(f, cell.key ?? ''), part: of(cell), value: r.percent(of(cell)), more: said(cell) })), f, id, r.t('insights.share'), r);
}

function numbers(all: Cell[], f: Figure, id: string, r: Reader): TemplateResult {
  if (!f.keys) {
    const c = all[0];
    return single(c, r.amount(c?.mean ?? 0, f.unit), c ? r.interval(c, f.unit) || r.spread(c, f) : '', r);
  }
  const rows = all.map((cell) => ({ cell, name: r.key(f, cell.key ?? ''), value: r.amount(cell.mean ?? 0, f.unit), spread: r.spread(cell, f) }));
  const drawn = rows.filter((b) => !r.missing(b.cell));
  return html`${drawn.length ? whiskers(drawn, f, r) : html`<p>${missing({ figure: '', n: 0, few: true }, r)}</p>`}
    ${table(r, id, r.t(f.label), [r.t('insights.what'), r.t('insights.mean'), r.t('insights.spread'), r.t('insights.interval.head'), r.t('insights.n'), r.t('insights.asof')],
      rows.map((b) => r.missing(b.cell) ? [b.name, r.missing(b.cell), '', '', '', ''] : [b.name, b.value, b.spread, r.interval(b.cell, f.unit), b.cell.n, b.cell.asOf ?? '']))}`;
}

function curves(all: Cell[], f: Figure, id: string, sound: Sound | undefined, r: Reader): TemplateResult {
  const c = all[0];
  if (!c?.points?.length) return single(c, '', '', r);
  const half = f.unit === feltUnit ? 0.5 : 1;
  return html`${curve(c.points, c.worst ?? [], f.unit === feltUnit, sound, r)}
    ${table(r, id, r.t(f.label), [r.t('insights.second'), r.t('insights.mean'), r.t('insights.spread'), r.t('insights.n'), r.t('insights.asof')],
      c.points.map((p) => [r.time(p.s), r.number(p.mean * half, 2, true), `± ${r.number(p.spread * half, 2)}`, p.n, p.asOf]))}`;
}

function flows(release: Release, station: Station, all: Cell[], f: Figure, id: string, r: Reader): TemplateResult {
  const edges = sorted(all[0]?.edges ?? [], (a, b) => b.count - a.count);
  const beside = along(f, own(station));
  return html`${edges.length ? html`${flow(edges, f, r)}
      ${table(r, id, r.t(f.label), [r.t('insights.step'), r.t('insights.count'), r.t('insights.n'), r.t('insights.asof')],
        edges.map((e) => [`${r.key(f, e.from)} → ${r.key(f, e.to)}`, e.count, e.n, e.asOf]))}`
    : single(all[0], '', '', r)}
    ${beside.length ? html`<h4>${r.t('insights.places')}</h4>${places(release, station, f, beside, r)}` : nothing}`;
}
