import { html, nothing, type TemplateResult } from 'lit';
import doorOpen from 'lucide-static/icons/door-open.svg?raw';
import doorClosed from 'lucide-static/icons/door-closed.svg?raw';
import checks from 'lucide-static/icons/clipboard-check.svg?raw';
import hourglass from 'lucide-static/icons/hourglass.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import { icon } from '../shared/icon.js';
import type { Console } from './console.js';
import './plan.js';

const phases = ['setup', 'open', 'closing', 'closed'] as const;
type Phase = (typeof phases)[number];

const signs: Record<Phase, Svg> = { closed: doorClosed, setup: checks, open: doorOpen, closing: hourglass };

/** What comes after a phase. */
const next: Record<Phase, Phase> = { closed: 'setup', setup: 'open', open: 'closing', closing: 'closed' };

/** The room's name, where the opening stands with the one step that comes next, and the pause. */
export function head(page: Console): TemplateResult {
  return html`<header>
    <div class="name"><h1>${page.t('console.title')}</h1>
      <p class="soft">${page.read(page.scenario?.title)} <span class="code small">${page.scenario?.hash.slice(0, 8)}</span></p>
      <console-plan class="small soft" .page=${page} phase=${page.room?.phase ?? ''}></console-plan></div>
    ${page.room ? html`${course(page, page.room.phase)} ${step(page, page.room.phase)} ${page.room.phase === 'closed' ? nothing : stop(page)}` : nothing}
  </header>${page.room?.paused ? rests(page) : nothing}`;
}

/** The phases in a row, the present one marked. */
function course(page: Console, now: Phase): TemplateResult {
  return html`<ol class="course" aria-label=${page.t('console.opening')}>${phases.map((p) => html`<li aria-current=${p === now ? 'step' : 'false'}>
    ${icon(signs[p])} <span>${page.t(`console.phase.${p}`)}</span></li>`)}</ol>`;
}

/** The next step, and in one sentence what it does. */
function step(page: Console, now: Phase): TemplateResult {
  const to = next[now];
  const inside = Object.values(page.room?.visits ?? {}).filter((v) => !v.rehearsal).length;
  const go = () => page.tell('PUT', 'opening', { phase: to });
  const ask = () => page.sure({
    ask: page.t('console.close.ask'), more: page.t('console.close.more', { n: inside }), yes: page.t('console.step.closed'), go,
  });
  return html`<div class="step">
    <p class="small soft" id="step">${page.t(`console.step.${to}.more`)}</p>
    ${now === 'setup' ? html`<button class="quiet" ?disabled=${page.busy} @click=${() => page.tell('PUT', 'opening', { phase: 'closed' })}>${page.t('console.step.back')}</button>` : nothing}
    <button class=${page.room?.paused ? 'quiet' : 'primary'} aria-describedby="step" ?disabled=${page.busy} @click=${to === 'closed' && inside > 0 ? ask : go}>
      ${icon(signs[to])} ${page.t(`console.step.${to}`)}</button></div>`;
}

/** One tap stops everything; the way on takes its place. */
function stop(page: Console): TemplateResult | typeof nothing {
  if (page.room?.paused) return nothing;
  return html`<button class="pause quiet" ?disabled=${page.busy} @click=${() => page.tell('PUT', 'pause', { paused: true })}>${icon(pause)} ${page.t('console.pause')}</button>`;
}

function rests(page: Console): TemplateResult {
  return html`<div class="rests"><p role="status">${page.t('console.paused')}</p>
    <button class="primary" ?disabled=${page.busy} @click=${() => page.tell('PUT', 'pause', { paused: false })}>${icon(play)} ${page.t('console.resume')}</button></div>`;
}
