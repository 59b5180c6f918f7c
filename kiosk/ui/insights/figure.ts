import { html, type TemplateResult } from 'lit';
import { sorted } from '../console/page.js';
import { bar, curve, whiskers, type Bar } from './draw.js';
import { cells, type Cell, type Figure, type Release, type Station } from './release.js';
import type { Reader } from './reader.js';
import { table } from './table.js';

const shown = 8; // bars or edges drawn; the table has all
const listed = 4; // names without a value said one by one

/** One of a station's figures: a small chart by its shape, its table beneath, every value with its n. */
export function figure(release: Release, station: Station, f: Figure, r: Reader): TemplateResult {
  const all = cells(release, f.name, station.id);
  const draw = { count: counts, share: shares, number: numbers, curve: curves, flow: flows }[f.shape];
  return html`<figure class=${f.shape}><h4>${r.t(f.label)}</h4>${draw(all, f, r)}</figure>`;
}

/** A figure with one value needs no chart: its value is the chart. */
function single(c: Cell, value: string, more: string, r: Reader, behind = r.behind(c)): TemplateResult {
  const missing = r.missing(c);
  return html`<p>${missing ? html`<span class="soft">${missing}</span>`
    : html`<b class="big">${value}</b> ${more} <span class="soft">${behind}</span>`}</p>`;
}

function bars(rows: (Bar & { cell: Cell })[], f: Figure, head: string, r: Reader): TemplateResult {
  const drawn = sorted(rows.filter((b) => !r.missing(b.cell)), (a, b) => b.part - a.part);
  const none = rows.filter((b) => r.missing(b.cell));
  const names = (of: Bar[]) => of.length > listed ? r.t('insights.others', { n: of.length }) : of.map((b) => b.name).join(' · ');
  const reasons = [...new Set(none.map((b) => r.missing(b.cell)))];
  return html`
    ${drawn.length ? html`<div class="bars">${drawn.slice(0, shown).map(bar)}</div>` : ''}
    ${drawn.length > shown ? html`<p class="small soft">${r.t('insights.others', { n: drawn.length - shown })}</p>` : ''}
    ${reasons.map((why) => html`<p class="small soft">${why}: ${names(none.filter((b) => r.missing(b.cell) === why))}</p>`)}
    ${table(r, r.t(f.label), [r.t('insights.what'), head, r.t('insights.n'), r.t('insights.asof')],
      [...drawn, ...none].map((b) => [b.name, r.missing(b.cell) || b.value, b.cell.few ? '' : b.cell.n, b.cell.asOf ?? '']))}`;
}

function counts(all: Cell[], f: Figure, r: Reader): TemplateResult {
  if (!f.keys) return single(all[0]!, r.number(all[0]!.count ?? 0), '', r);
  const top = Math.max(1, ...all.map((c) => c.count ?? 0));
  return bars(all.map((cell) => ({ cell, name: r.key(f, cell.key ?? ''), part: (cell.count ?? 0) / top, value: r.number(cell.count ?? 0), more: r.behind(cell) })), f, r.t('insights.count'), r);
}

function shares(all: Cell[], f: Figure, r: Reader): TemplateResult {
  const of = (c: Cell) => (c.whole ? (c.part ?? 0) / c.whole : 0);
  const said = (c: Cell) => {
    const of = r.t('insights.of', { part: c.part ?? 0, whole: c.whole ?? 0 });
    return c.whole === c.n && !r.old(c) ? of : `${of}, ${r.behind(c)}`;
  };
  if (!f.keys) {
    const c = all[0]!;
    return html`${single(c, r.percent(of(c)), '', r, said(c))}${r.missing(c) ? '' : bar({ name: '', part: of(c), value: '', more: '' })}`;
  }
  return bars(all.map((cell) => ({ cell, name: r.key(f, cell.key ?? ''), part: of(cell), value: r.percent(of(cell)), more: said(cell) })), f, r.t('insights.share'), r);
}

function numbers(all: Cell[], f: Figure, r: Reader): TemplateResult {
  if (!f.keys) return single(all[0]!, r.amount(all[0]!.mean ?? 0, f.unit), r.spread(all[0]!, f), r);
  const rows = all.map((cell) => ({ cell, name: r.key(f, cell.key ?? ''), value: r.amount(cell.mean ?? 0, f.unit), spread: r.spread(cell, f) }));
  const drawn = rows.filter((b) => !r.missing(b.cell));
  return html`${drawn.length ? whiskers(drawn, f, r) : html`<p class="soft">${r.t('insights.few')}</p>`}
    ${table(r, r.t(f.label), [r.t('insights.what'), r.t('insights.mean'), r.t('insights.spread'), r.t('insights.n'), r.t('insights.asof')],
      rows.map((b) => r.missing(b.cell) ? [b.name, r.missing(b.cell), '', '', ''] : [b.name, b.value, b.spread, b.cell.n, b.cell.asOf ?? '']))}`;
}

function curves(all: Cell[], f: Figure, r: Reader): TemplateResult {
  const points = all[0]?.points ?? [];
  if (!points.length) return html`<p class="soft">${r.t('insights.few')}</p>`;
  return html`${curve(points, r)}
    ${table(r, r.t(f.label), [r.t('insights.second'), r.t('insights.mean'), r.t('insights.n'), r.t('insights.asof')],
      points.map((p) => [r.time(p.s), r.number(p.mean, 2, true), p.n, p.asOf]))}`;
}

function flows(all: Cell[], f: Figure, r: Reader): TemplateResult {
  const edges = sorted(all[0]?.edges ?? [], (a, b) => b.count - a.count);
  if (!edges.length) return html`<p class="soft">${r.t('insights.few')}</p>`;
  const name = (e: { from: string; to: string }) => `${r.key(f, e.from)} → ${r.key(f, e.to)}`;
  return html`<div class="bars">${edges.slice(0, shown).map((e) => bar({ name: name(e), part: e.count / edges[0]!.count, value: r.number(e.count), more: r.behind(e) }))}</div>
    ${edges.length > shown ? html`<p class="small soft">${r.t('insights.more', { n: edges.length - shown })}</p>` : ''}
    ${table(r, r.t(f.label), [r.t('insights.step'), r.t('insights.count'), r.t('insights.n'), r.t('insights.asof')],
      edges.map((e) => [name(e), e.count, e.n, e.asOf]))}`;
}
