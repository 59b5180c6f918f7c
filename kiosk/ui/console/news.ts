import { html, nothing, type TemplateResult } from 'lit';
import { serverNow } from './clock.js';
import type { Console } from './console.js';
import { mark } from './mark.js';
import { sorted } from './page.js';
import { lost, type Room, type ScreenRow } from './watch.js';

const most = 4; // lost screens that are named
const unheard = 15_000; // ms after a restart that a screen may take to be heard of
const told = 20_000; // ms that a screen's coming back is told

/** Screens that were lost before and are there now. */
export function returned(before: Room | undefined, now: Room): string[] {
  return Object.values(now.screens).filter((s) => {
    const was = before?.screens[s.id];
    return was && lost(was.presence) && !lost(s.presence) && s.presence !== 'unknown';
  }).map((s) => s.id);
}

/** Tells for a while that screens are back. */
export function welcome(page: Console, ids: string[]): void {
  if (ids.length === 0) return;
  page.back = [...page.back, ...ids];
  setTimeout(() => { page.back = page.back.filter((id) => !ids.includes(id)); }, told);
}

/** What somebody has to see to: screens that are lost, and that one is back. */
export function news(page: Console): TemplateResult {
  const { room } = page;
  const all = sorted(Object.values(room?.screens ?? {}).filter((s) => !s.rehearsal), (a, b) => a.number - b.number);
  const away = room?.phase === 'closed' ? [] : all.filter(gone);
  const back = all.filter((s) => page.back.includes(s.id) && !lost(s.presence));
  if (away.length + back.length === 0) return html`<div class="news" role="status"></div>`;
  return html`<div class="news" role="status">${away.slice(0, most).map((s) => one(page, s, 'console.lost'))}
    ${away.length > most ? html`<p>${page.t('console.lost.more', { n: away.length - most })}</p>` : nothing}${back.map((s) => one(page, s, 'console.back'))}</div>`;
}

const gone = (s: ScreenRow): boolean => lost(s.presence) || (s.presence === 'unknown' && serverNow() - s.since > unheard);

function one(page: Console, s: ScreenRow, key: string): TemplateResult {
  return html`<button class=${key === 'console.lost' ? 'bad' : ''} aria-haspopup="dialog" @click=${() => page.open('screen', s.id)}>${mark(s.presence)}
    ${page.t(key, { screen: page.called(s), state: page.t(`console.state.${s.presence}`), time: page.clock(s.since) })}
    ${s.station ? page.station(s.station) : nothing}</button>`;
}
