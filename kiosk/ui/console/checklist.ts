import { html, nothing, type TemplateResult } from 'lit';
import type { Check, StationScreens } from '../shared/wire.gen.js';
import type { Console } from './console.js';
import { mark } from './mark.js';

const minute = 60_000;

/** How many things on the checklist want to be looked at. */
export const unwell = (page: Console): number => page.checks.filter((c) => c.state !== 'ok').length;

/** The same in one line, for the room's own part: what is not well, by name. */
export function checkstrip(page: Console): TemplateResult | typeof nothing {
  const { phase } = page.room!;
  if (page.checks.length === 0 || phase === 'open' || phase === 'closing') return nothing;
  const wrong = page.checks.filter((c) => c.state !== 'ok');
  return html`<section class="strip" aria-labelledby="strip"><h2 id="strip">${page.t('console.check')}</h2>
    ${wrong.length === 0 ? html`<p>${mark('ok')} ${page.t('console.check.well')}</p>`
      : html`<ul>${wrong.map((c) => html`<li class=${c.state}>${mark(c.state)} <b>${page.t(`console.check.${c.id}`)}</b> <span class="soft">${page.t(`console.check.${c.state}`)}</span></li>`)}</ul>`}
    <a class="quiet" href="#setup">${page.t('console.check.look')}</a></section>`;
}

/** What to look at before the doors open, one line a thing. */
export function checklist(page: Console): TemplateResult | typeof nothing {
  if (page.checks.length === 0) return nothing;
  return html`<section class="tall" aria-labelledby="checks"><h2 id="checks">${page.t('console.check')}</h2>
    <ul class="checks">${page.checks.map((c) => html`<li class=${c.state}>${mark(c.state)} <b>${page.t(`console.check.${c.id}`)}</b>
      <div><span class="hidden">${page.t(`console.check.${c.state}`)}: </span>${sentence(page, c)}</div></li>`)}</ul></section>`;
}

function sentence(page: Console, c: Check): unknown {
  const said: Record<Check['id'], () => unknown> = {
    screens: () => screens(page, c.stations ?? []),
    sound: () => c.state === 'ok' ? html`<span lang="en">${c.text}</span>` : `${page.t('console.sound.none')} ${page.t('console.sound.none.more')}`,
    scenario: () => c.faults ? page.t('console.check.scenario.faults', { n: c.faults }) : `${page.read(page.scenario?.title)}: ${page.t('console.check.scenario.well')}`,
    disk: () => html`${page.t(c.text ? 'console.check.disk.none' : c.state === 'ok' ? 'console.check.disk.free' : 'console.check.disk.little', { free: gigabytes(page, c.free ?? 0) })}
      ${c.text ? html`<span lang="en">${c.text}</span>` : nothing}`,
    clock: () => clock(page, c),
    pace: () => c.capacity?.perHour ? html`${page.t('console.check.pace.per-hour', { n: c.capacity.perHour })} ${page.station(c.capacity.bottleneck ?? '')}` : page.t('console.check.pace.none'),
    address: () => page.t(c.state === 'ok' ? 'console.check.address.well' : c.address ? 'console.check.address.else' : 'console.check.address.none',
      { address: c.address ?? '', machine: (c.machine ?? []).join(', ') }),
  };
  return said[c.id]();
}

function screens(page: Console, stations: StationScreens[]): unknown {
  if (stations.length === 0) return page.t('console.check.screens.well');
  return stations.map((s) => html`<p>${s.station ? page.station(s.station) : page.t('console.station.none')}: ${[
    page.t('console.check.screens.on', { n: s.on }),
    s.off.length > 0 ? page.t('console.check.screens.off', { names: s.off.join(', ') }) : '',
    s.missing.length > 0 ? page.t('console.check.screens.missing', { names: s.missing.join(', ') }) : '',
  ].filter(Boolean).join(' · ')}</p>`);
}

function clock(page: Console, c: Check): string {
  const minutes = (ms: number) => Math.round(ms / minute);
  if (c.back) return page.t('console.check.clock.back', { n: Math.max(1, minutes(c.back)) });
  if (c.state === 'ok') return page.t('console.check.clock.well');
  const ahead = c.ahead ?? 0;
  return page.t(ahead > 0 ? 'console.check.clock.ahead' : 'console.check.clock.behind', { n: minutes(Math.abs(ahead)) });
}

const gigabytes = (page: Console, bytes: number): string =>
  `${(bytes / 2 ** 30).toLocaleString(page.locale, { maximumFractionDigits: bytes < 2 ** 33 ? 1 : 0 })} GB`;
