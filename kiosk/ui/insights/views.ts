import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { comparable, heat } from './across.js';
import { beside } from './beside.js';
import { moments } from './curve.js';
import { doesSays } from './does.js';
import { figures } from './figure.js';
import { versionName } from './head.js';
import type { Read } from './insights.js';
import { journey } from './journey.js';
import { roomMap } from './map.js';
import { overTime } from './over.js';
import type { Place } from './place.js';
import { given, hurting, known, own, type Release, type Station, type Version } from './release.js';
import type { Reader } from './reader.js';
import { pledges, said } from './said.js';
import { shifts } from './shift.js';

type Go = (to: Partial<Place>) => void;

/** What the place shows. */
export function shown(found: Read, versions: Version[], place: Place, go: Go, r: Reader): TemplateResult {
  const { release, themes } = found;
  const args = { customer: release.scenario?.customer.split(' ')[0] ?? '' };
  const section = (id: string, drawn: TemplateResult, wide = false) => html`
    <section class="${id} ${wide ? 'wide' : ''}" aria-labelledby=${id}><h2 id=${id}>${r.t(`insights.${id}`)}</h2>
      <p class="soft">${r.t(`insights.${id}.more`, args)}</p>${drawn}</section>`;
  const map = (wide: boolean) => section('map', html`${wide ? fourOr(place, go, r) : nothing}${roomMap(release, themes, place.four && wide, r)}`, wide);
  switch (place.view) {
    case 'glance': return html`${map(false)}${section('journey', journey(release, r))}${section('worst', worst(release, r))}${section('shift', shifts(release, r), true)}`;
    case 'map': return html`${map(true)}${section('does', doesSays(release, themes, r), true)}`;
    case 'journey': return html`${section('journey', journey(release, r), true)}${section('worst', worst(release, r), true)}`;
    case 'shift': return section('shift', shifts(release, r), true);
    case 'stations': return section('stations', stations(found, place, go, r), true);
    case 'departments': return section('departments', compared(found, place, go, r, false), true);
    case 'openings': return section('openings', compared(found, place, go, r, true), true);
    case 'words': return html`${found.words && themes ? html`${section('pledges', pledges(found.words, themes, r), true)}${section('words', said(found.words, themes, r), true)}` : nothing}`;
    case 'beside': return section('beside', html`${other(release, versions, place, go, r)}${found.other ? beside(release, found.other, r) : nothing}`, true);
  }
}

const fourOr = (place: Place, go: Go, r: Reader) => html`<p class="switch" role="group" aria-label=${r.t('insights.map')}>
  ${[false, true].map((four) => html`<button class="quiet" aria-pressed=${String(place.four === four)} @click=${() => go({ four })}>${r.t(four ? 'insights.map.four' : 'insights.map.seven')}</button>`)}</p>`;

/** The worst moments of every recording. */
function worst(release: Release, r: Reader): TemplateResult {
  const told = release.stations.map((s) => ({ s, cell: hurting(release, s) }));
  const some = told.filter((t) => t.cell);
  return html`${some.map(({ s, cell }) => html`<div style=${styleMap({ '--station': s.colour })}><h3><span class="numeral">${s.number}</span> ${r.read(s.title)}</h3>${moments(cell!.worst ?? [], true, r)}</div>`)}
    ${some.length ? nothing : html`<p><span class="few-mark">${r.t('insights.few')}</span></p>`}`;
}

function stations({ release, sounds }: Read, place: Place, go: Go, r: Reader): TemplateResult {
  const told = release.stations.filter((s) => own(s).length || given(release, 'feeling', '', s.id).n > 0);
  const wanted = told.some((s) => s.id === place.station) ? told.filter((s) => s.id === place.station) : told;
  return html`<p class="switch" role="group" aria-label=${r.t('insights.station')}>
      <button class="quiet" aria-pressed=${String(wanted === told)} @click=${() => go({ station: '' })}>${r.t('insights.stations.all')}</button>
      ${told.map((s) => html`<button class="quiet" style=${styleMap({ '--station': s.colour })} aria-pressed=${String(place.station === s.id)} @click=${() => go({ station: s.id })}><span class="numeral">${s.number}</span> ${r.read(s.title)}</button>`)}</p>
    ${wanted.map((s) => station(release, s, html`${figures(release, s, sounds[s.id], r)}`, r))}`;
}

function station(release: Release, s: Station, drawn: TemplateResult, r: Reader): TemplateResult {
  const reached = known(release, 'reached', '', s.id), spent = known(release, 'spent', '', s.id), felt = known(release, 'feeling', '', s.id);
  const time = s.figures.find((f) => f.name === 'spent');
  return html`<article style=${styleMap({ '--station': s.colour })} aria-label=${r.read(s.title)}>
    <div class="about"><h3><span class="numeral">${s.number}</span> ${r.read(s.title)}</h3>
      <dl>
        <div><dt>${r.t('insights.figure.reached')}</dt><dd>${reached ? html`${r.t('insights.of', { part: reached.part ?? 0, whole: reached.whole ?? 0 })} ${r.old(reached) ? html`<span class="small soft">${r.behind(reached)}</span>` : nothing}` : r.t('insights.few')}</dd></div>
        ${spent && time ? html`<div><dt>${r.t('insights.figure.spent')}</dt><dd>${r.amount(spent.mean ?? 0, time.unit)}<br /><span class="small soft">${r.spread(spent, time)}, ${r.behind(spent)}</span></dd></div>` : nothing}
        ${felt ? html`<div><dt>${r.t('insights.figure.feeling')}</dt><dd>${r.number((felt.mean ?? 0) / 2, 1, true)}<br /><span class="small soft">${r.interval(felt, '', 0.5)}, ${r.behind(felt)}</span></dd></div>` : nothing}
      </dl></div>
    <div class="own">${drawn}</div></article>`;
}

function compared({ release, across }: Read, place: Place, go: Go, r: Reader, time: boolean): TemplateResult {
  const all = comparable(release);
  const f = all.find((one) => one.name === place.figure) ?? all[0]!;
  const name = (one: (typeof all)[number]) => {
    const of = release.stations.filter((s) => s.figures.some((g) => g.name === one.name));
    return of.length === 1 ? `${r.read(of[0]!.title)}: ${r.t(one.label)}` : r.t(one.label);
  };
  return html`<div class="choose"><label>${r.t('insights.figure')} <select @change=${(e: Event) => go({ figure: (e.target as HTMLSelectElement).value })}>
      ${all.map((one) => html`<option value=${one.name} .selected=${one === f}>${name(one)}</option>`)}</select></label>
      ${time ? html`<p class="switch" role="group" aria-label=${r.t('insights.cohort')}>${(['opening', 'month'] as const).map((by) => html`<button class="quiet" aria-pressed=${String(place.by === by)} @click=${() => go({ by })}>${r.t(`insights.by.${by}`)}</button>`)}</p>` : nothing}</div>
    ${across && across.figure === f.name ? (time ? overTime(across, release, f, r) : heat(across, release, f, r)) : nothing}`;
}

function other(release: Release, versions: Version[], place: Place, go: Go, r: Reader): TemplateResult {
  const others = versions.filter((v) => v.hash !== release.scenario?.hash);
  if (!others.length) return html`<p><span class="none-mark">${r.t('insights.beside.none')}</span></p>`;
  return html`<div class="choose"><label>${r.t('insights.beside.with')} <select @change=${(e: Event) => go({ with: (e.target as HTMLSelectElement).value })}>
    <option value="" .selected=${!place.with}>${r.t('insights.beside.choose')}</option>
    ${others.map((v) => html`<option value=${v.hash} .selected=${v.hash === place.with}>${versionName(v, r)}</option>`)}</select></label></div>`;
}
