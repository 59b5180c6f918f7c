import { html, nothing, type TemplateResult } from 'lit';
import play from 'lucide-static/icons/play.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import rotate from 'lucide-static/icons/rotate-cw.svg?raw';
import stop from 'lucide-static/icons/square.svg?raw';
import { icon } from '../shared/icon.js';
import type { RotationOrder, RotationView } from '../shared/wire.gen.js';
import { countdown, serverNow } from './clock.js';
import type { Console } from './console.js';

const minute = 60_000;
const toGo = (ends: number): string => countdown(ends - serverNow());

/** The round of a room in which groups move all at once. */
export function timers(page: Console): TemplateResult | typeof nothing {
  const r = page.room?.rotation;
  if (!r || page.room?.phase === 'closed') return nothing;
  const running = r.turn > 0 && r.turn <= r.of;
  return html`<section class="timers" aria-labelledby="timers"><h2 id="timers">${page.t('console.timer')}</h2>
    <p class="turn">${page.t(r.turn === 0 ? 'console.timer.before' : running ? 'console.timer.turn' : 'console.timer.over', { turn: r.turn, of: r.of })}</p>
    ${running ? html`<p class="left" role="timer">${left(r)}</p>` : nothing}
    <div class="hands">${running ? hands(page, r) : tap(page, play, 'start', { do: 'start' }, 'primary')}</div></section>`;
}

function left(r: RotationView): TemplateResult {
  return r.ends ? html`<time-label .quick=${true} .say=${toGo} .at=${r.ends}></time-label>` : html`${countdown(r.left ?? 0)}`;
}

function hands(page: Console, r: RotationView): TemplateResult {
  const end = () => page.sure({
    ask: page.t('console.timer.end.ask'), more: page.t('console.timer.end.more'), yes: page.t('console.timer.end'),
    go: () => page.tell('POST', 'rotation', { do: 'end' }),
  });
  return html`
    ${r.paused ? tap(page, play, 'resume', { do: 'resume' }) : tap(page, pause, 'pause', { do: 'pause' })}
    ${tap(page, undefined, 'less', { do: 'adjust', ms: -minute })}
    ${tap(page, undefined, 'more', { do: 'adjust', ms: minute })}
    ${tap(page, rotate, 'turn.now', { do: 'turn' })}
    <button class="quiet" ?disabled=${page.busy} @click=${end}>${icon(stop)} ${page.t('console.timer.end')}</button>`;
}

function tap(page: Console, sign: Svg | undefined, word: string, order: RotationOrder, look = 'quiet'): TemplateResult {
  return html`<button class=${look} ?disabled=${page.busy || page.room?.paused} @click=${() => page.tell('POST', 'rotation', order)}>
    ${sign ? icon(sign) : nothing} ${page.t(`console.timer.${word}`)}</button>`;
}
