import { html, nothing, svg, type TemplateResult } from 'lit';
import { given, known, type Cell, type Release, type Station } from './release.js';
import type { Reader } from './reader.js';
import { table } from './table.js';

const width = 1000, height = 464, left = 128, right = 24, top = 22, bottom = 90;
const few = 4; // stations: their names have room to be read from afar
const y = (feeling: number) => top + ((2 - feeling) / 4) * (height - top - bottom);

interface Stop { station: Station; x: number; cell: Cell | undefined; stir: Cell | undefined; mean: number; spread: number }

/** How the customer fared, station by station: −2…2 (half the affect grid's 4), with its spread. */
export function journey(release: Release, r: Reader, folded = true): TemplateResult {
  // Where nobody is asked how it feels, there is nothing to draw.
  const feeling = (s: Station) => given(release, 'feeling', '', s.id);
  const asked = release.stations.filter((s) => feeling(s).few || feeling(s).n > 0);
  const step = (width - left - right) / Math.max(1, asked.length);
  const stops = asked.map((station, i): Stop => {
    const cell = known(release, 'feeling', '', station.id);
    return { station, x: left + step * (i + 0.5), cell, stir: known(release, 'stir', '', station.id), mean: (cell?.mean ?? 0) / 2, spread: (cell?.spread ?? 0) / 2 };
  });
  const felt = stops.filter((s) => s.cell);
  return html`
    <div class="scroll" role="region" tabindex="0" aria-label=${r.t('insights.journey')}><svg class="chart journey-chart ${stops.length > few ? '' : 'few'}" viewBox="0 0 ${width} ${height}" role="img" aria-label=${r.t('insights.journey.alt')}>
      ${[2, 1, 0, -1, -2].map((v) => svg`<line class=${v === 0 ? 'zero' : 'grid'} x1=${left} x2=${width - right} y1=${y(v)} y2=${y(v)} />
        <text class="axis" x=${left - 12} y=${y(v) + 5} text-anchor="end">${v === 2 ? r.t('feeling.pleasant') : v === -2 ? r.t('feeling.unpleasant') : ''} ${r.number(v, 0, true)}</text>`)}
      ${felt.length > 1 ? svg`<path class="spread" d=${band(felt)} />` : nothing}
      ${felt.slice(1).map((s, i) => svg`<line class="line ${between(stops, felt[i]!, s) ? 'gap' : ''}" x1=${felt[i]!.x} y1=${y(felt[i]!.mean)} x2=${s.x} y2=${y(s.mean)} />`)}
      ${stops.map((s) => stop(s, r))}
    </svg></div>
    ${folded ? table(r, 'journey', r.t('insights.journey'), [r.t('insights.station'), r.t('insights.journey.feeling'), r.t('insights.spread'), r.t('insights.interval.head'), r.t('insights.journey.stir'), r.t('insights.n'), r.t('insights.asof')],
      stops.map((s) => [`${s.station.number} ${r.read(s.station.title)}`, ...(s.cell
        ? [r.number(s.mean, 2, true), `± ${r.number(s.spread, 2)}`, r.interval(s.cell, '', 0.5), s.stir ? r.number((s.stir.mean ?? 0) / 2, 2, true) : '', s.cell.n, s.cell.asOf ?? 0]
        : [r.missing(feeling(s.station)), '', '', '', '', ''])])) : nothing}`;
}

/** Stations without a value lie between the two. */
const between = (stops: Stop[], a: Stop, b: Stop) => stops.indexOf(b) - stops.indexOf(a) > 1;

const clamp = (v: number) => Math.max(-2, Math.min(2, v));

function band(felt: Stop[]): string {
  const upper = felt.map((s) => `${s.x} ${y(clamp(s.mean + s.spread))}`);
  const lower = felt.reduceRight<string[]>((all, s) => [...all, `${s.x} ${y(clamp(s.mean - s.spread))}`], []);
  return `M${[...upper, ...lower].join('L')}Z`;
}

function stop(s: Stop, r: Reader): TemplateResult {
  const base = height - bottom + 40;
  return svg`<g style="--station: ${s.station.colour}">
    ${s.cell ? svg`<line class="whisker" x1=${s.x} x2=${s.x} y1=${y(clamp(s.mean + s.spread))} y2=${y(clamp(s.mean - s.spread))} />
      <circle class="point" cx=${s.x} cy=${y(s.mean)} r="17" />
      <text class="numeral-text" x=${s.x} y=${y(s.mean) + 6} text-anchor="middle">${s.station.number}</text>
      <text class="value" x=${s.x} y=${y(s.mean) - 26} text-anchor="middle">${r.number(s.mean, 1, true)}</text>`
    : svg`<circle class="none" cx=${s.x} cy=${y(0)} r="15" />
      <text class="axis" x=${s.x} y=${y(0) + 6} text-anchor="middle">${s.station.number}</text>`}
    <text class="name" x=${s.x} y=${base} text-anchor="middle">${r.read(s.station.title)}</text>
    <text class="axis" x=${s.x} y=${base + 21} text-anchor="middle">${s.cell ? r.behind(s.cell) : r.t('insights.journey.none')}</text></g>`;
}
