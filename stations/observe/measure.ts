import { html, nothing, type TemplateResult } from 'lit';
import minus from 'lucide-static/icons/minus.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import square from 'lucide-static/icons/square.svg?raw';
import { icon } from '../../kiosk/ui/shared/icon.js';
import type { StationObserve } from './element.js';
import { clock, type Thing } from './view.js';

const longest = 12 * 60 * 60 * 1000; // ms that a timer may have run

/** What is counted, and what is timed. */
export function measure(walk: StationObserve): TemplateResult {
  return html`<section class="measure">
    <header><h1 tabindex="-1">${walk.say('measure')}</h1></header>
    <div class="things">
      ${walk.view.timers?.map((t) => timer(walk, t))}
      ${walk.view.counters?.map((c) => counter(walk, c))}
    </div>
  </section>`;
}

function counter(walk: StationObserve, thing: Thing): TemplateResult {
  const title = walk.read(thing.title);
  const n = walk.memory.counts[thing.id] ?? 0;
  return html`<div class="thing" role="group" aria-label=${title}>
    <p>${title}</p>
    <output>${n}</output>
    <button class="quiet" aria-label=${walk.say('counter.less', { what: title })} ?disabled=${n === 0} @click=${() => count(walk, thing, -1)}>${icon(minus)}</button>
    <button class="primary" aria-label=${walk.say('counter.more', { what: title })} @click=${() => count(walk, thing, 1)}>${icon(plus)}</button>
  </div>`;
}

function count(walk: StationObserve, thing: Thing, by: 1 | -1): void {
  walk.stop.emit('observe.counted', { counter: thing.id, by });
  const { counts } = walk.memory;
  walk.remember({ counts: { ...counts, [thing.id]: (counts[thing.id] ?? 0) + by } });
}

function timer(walk: StationObserve, thing: Thing): TemplateResult {
  const title = walk.read(thing.title);
  const { running, last } = walk.memory;
  const since = running[thing.id];
  const before = last[thing.id];
  return html`<div class="thing timer" role="group" aria-label=${title}>
    <p>${title}${before === undefined ? nothing : html` <small>${walk.say('timer.last', { time: clock(before) })}</small>`}</p>
    <span class="time" role="timer">${clock(since === undefined ? 0 : Date.now() - since)}</span>
    ${since === undefined
      ? html`<button class="primary" aria-label=${walk.say('timer.starts', { what: title })} @click=${() => start(walk, thing)}>${icon(play)} ${walk.say('timer.start')}</button>`
      : html`<button class="primary runs" aria-label=${walk.say('timer.stops', { what: title })} @click=${() => end(walk, thing)}>${icon(square)} ${walk.say('timer.stop')}</button>`}
  </div>`;
}

function start(walk: StationObserve, thing: Thing): void {
  walk.settle();
  walk.remember({ running: { ...walk.memory.running, [thing.id]: Date.now() } });
}

function end(walk: StationObserve, thing: Thing): void {
  walk.settle();
  const ms = Math.min(longest, Math.max(1, Math.round(Date.now() - walk.memory.running[thing.id]!)));
  walk.stop.emit('observe.timed', { timer: thing.id, ms });
  const { running, last } = walk.memory;
  const others = Object.fromEntries(Object.entries(running).filter(([id]) => id !== thing.id));
  walk.remember({ running: others, last: { ...last, [thing.id]: ms } });
}
