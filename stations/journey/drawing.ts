import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { face } from '../../kiosk/ui/shared/face.js';
import { zone } from '../../kiosk/ui/shared/feeling.js';
import { icon } from '../../kiosk/ui/shared/icon.js';
import type { StationJourney } from './element.js';
import { curve, inward, onward, place, type Ground, type Place } from './ground.js';
import { channelIcon, pinIcons } from './icons.js';
import { pins, type Step } from './view.js';

const levels = [2, 1, 0, -1, -2];

/** The whole way: the curves with their dots, and a button for each step over all of its height. */
export function drawing(el: StationJourney): TemplateResult {
  const { ground, open, steps } = el;
  let before = 1;
  const stages = el.view.stages.map((s) => {
    const from = before;
    before += s.steps.length;
    return html`<p class="stage" style=${styleMap({ '--from': `${from}`, '--to': `${before}` })}><span>${el.read(s.title)}</span></p>`;
  });
  return html`<div class="map ${ground.upright ? 'upright' : ''} ${open === undefined ? '' : 'strip'}"
      style=${styleMap({ '--n': `${steps.length}`, '--rows': `${el.rows}` })}>
    ${stages}
    <div class="field"><svg viewBox="0 0 ${ground.width} ${ground.height}" aria-hidden="true">
      ${levels.map((level) => line(ground, level))}
      ${steps.some((s) => s.ideal !== undefined)
        ? svg`<path class="ideal" d=${curve(ground, steps.map((s) => s.ideal ?? 0))} />` : nothing}
      <path class="today" d=${curve(ground, steps.map((s) => s.feeling))} />
      ${steps.map((s, i) => dot(el, s, i))}
    </svg></div>
    <nav class="steps" aria-label=${el.words('way')}>${steps.map((s, i) => html`
      <button class="step" style=${styleMap({ '--at': `${i + 1}`, '--row': `${i % el.rows}` })} data-step=${s.id}
        aria-label=${told(el, s)} aria-current=${open === i ? 'step' : nothing} @click=${() => el.show(i)}>
        <span class="label ${edge(el, i)}"><b>${el.read(s.title)}</b> <i>${el.read(el.channel(s)?.label)}</i></span>
      </button>`)}</nav>
  </div>`;
}

/** At the edges a label has room to one side only. */
function edge({ rows, steps }: StationJourney, i: number): string {
  return i < (rows - 1) / 2 ? 'first' : i > steps.length - 1 - (rows - 1) / 2 ? 'last' : '';
}

/** Everything that the drawing shows of a step, in words. */
function told(el: StationJourney, s: Step): string {
  const level = (n: number) => el.words(`level.${Math.round(n)}`);
  const felt = el.felt(s);
  const own = el.kept.pins[s.id] ?? [];
  return [
    el.words('step', { step: el.read(s.title), channel: el.read(el.channel(s)?.label), level: level(s.feeling) }),
    s.ideal === undefined ? '' : el.words('ideal', { level: level(s.ideal) }),
    felt ? el.words('felt', { feeling: el.t(`feeling.${zone(felt)}`) }) : '',
    own.length ? el.words('pinned', { pins: own.map((p) => el.words(`pin.${p}`)).join(', ') }) : '',
  ].filter(Boolean).join(' ');
}

function line(ground: Ground, level: number): SVGTemplateResult {
  const { width, height, upright, mirrored } = ground;
  const { x, y } = place(ground, 0, level);
  const at = upright ? { x, y: 20 } : { x: mirrored ? width + 20 : -20, y };
  return svg`<path class="level ${level === 0 ? 'zero' : ''}" d=${upright ? `M${x} 0V${height}` : `M0 ${y}H${width}`} />
    ${level % 2 ? nothing : svg`<g class="face" transform="${shift(at)} scale(1.5)">${face({ valence: level * 2, arousal: 0 })}</g>`}`;
}

function dot(el: StationJourney, s: Step, i: number): SVGTemplateResult {
  const { ground, open } = el;
  const at = place(ground, i, s.feeling);
  const felt = el.felt(s);
  const radius = open === i ? 27 : open === undefined ? 24 : 17;
  return svg`
    ${felt ? trace(ground, at, i, felt) : nothing}
    <g class="dot ${open === i ? 'open' : ''}" transform=${shift(at)}>
      <circle r=${radius} />
      ${sign(channelIcon(el.channel(s)), radius)}
    </g>
    ${pins.filter((p) => el.kept.pins[s.id]?.includes(p)).map((p, n, all) =>
      svg`<g class="pin ${p}" transform=${shift(onward(ground, inward(ground, at, radius + 18), (n - (all.length - 1) / 2) * 28))}>
        <circle r="13" />${sign(pinIcons[p], 16)}</g>`)}`;
}

/** An icon around 0,0; in 24ths of its size, as icons are drawn. */
const sign = (drawn: Svg, size: number) =>
  svg`<svg class="sign" x=${-size / 2} y=${-size / 2} width=${size} height=${size} viewBox="0 0 24 24">${icon(drawn)}</svg>`;

/** The visitor's own feeling, beside what the scenario says of the step. */
function trace(ground: Ground, at: Place, i: number, felt: { valence: number; arousal: number }): SVGTemplateResult {
  const own = place(ground, i, felt.valence / 2);
  const near = Math.abs(own.x - at.x) + Math.abs(own.y - at.y) < 46;
  const to = near ? onward(ground, own, 40) : own;
  return svg`<path class="thread" d="M${at.x} ${at.y}L${to.x} ${to.y}" />
    <g class="felt" transform="${shift(to)} scale(1.75)">${face(felt)}</g>`;
}

const shift = ({ x, y }: Place) => `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
