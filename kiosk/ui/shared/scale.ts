import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** Ends of the drawn line, in % of its width; between them lie the eleven answers. */
const start = 5;
const step = 9;
const place = (value: number) => start + value * step;

/** A line as a hand would draw it, in a box of 100 by 40; the same every time. */
function drawn(lift: number, wave: number): string {
  const at = (i: number) => {
    const x = start - 1.5 + (i * (103 - 2 * start)) / 16;
    return [x, 20 + lift + wave * Math.sin(i * 1.9 + lift) * Math.cos(i * 0.7)] as const;
  };
  let path = `M${at(0).join(' ')}`;
  for (let i = 1; i < 16; i++) {
    const [[x, y], [nx, ny]] = [at(i), at(i + 1)];
    path += ` Q${x} ${y} ${(x + nx) / 2} ${(y + ny) / 2}`;
  }
  return `${path} L${at(16).join(' ')}`;
}

const ticks = Array.from({ length: 11 }, (_, i) => {
  const lean = Math.sin(i * 2.3) * 0.12;
  const tall = i % 5 === 0 ? 9 : 5.5;
  return `M${place(i) - lean} ${20 - tall} L${place(i) + lean} ${20 + tall + Math.cos(i * 1.7)}`;
}).join(' ');

/**
 * A scale from 0 to 10, drawn by hand, with words at its ends. Touch it, drag
 * along it, or use the arrow keys: it says so with a `pick` event whose detail
 * is the value. With `still` it only shows, and `was` shows where it was.
 */
@customElement('worded-scale')
export class WordedScale extends LitElement {
  static override styles = css`
    :host {
      display: block;
      font-family: var(--font-room);
      font-size: var(--t1);
    }
    .rail {
      position: relative;
      block-size: 6.4em;
      touch-action: none;
      cursor: pointer;
      user-select: none;
      -webkit-user-select: none;
      -webkit-tap-highlight-color: transparent;
      border-radius: var(--radius);
    }
    :host([still]) .rail {
      block-size: 3.4em;
      cursor: default;
    }
    .rail:focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: 3px;
    }
    svg {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
      overflow: visible;
    }
    path {
      fill: none;
      stroke: var(--ink);
      stroke-width: 3;
      stroke-linecap: round;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
    .again {
      stroke-width: 1.2;
      opacity: 0.55;
    }
    .way {
      stroke: var(--station-ink);
      stroke-width: 7;
    }
    .mark {
      position: absolute;
      inset-block-start: 50%;
      inset-inline-start: var(--at);
      translate: -50% -50%;
      display: grid;
      place-items: center;
      box-sizing: border-box;
      inline-size: 2.7em;
      block-size: 2.6em;
      border: 2.5px solid var(--ink);
      border-radius: 52% 48% 55% 45% / 47% 56% 44% 53%;
      background: var(--station);
      color: var(--on-station);
      font-weight: 600;
      font-size: var(--t2);
      pointer-events: none;
      transition: inset-inline-start var(--quick) var(--ease);
    }
    :host([still]) .mark {
      font-size: var(--t1);
      animation: shift calc(var(--slow) * 2) var(--ease) backwards;
      animation-delay: var(--slow);
    }
    .mark.before,
    :host([still]) .mark.before {
      border-style: dashed;
      background: var(--paper);
      color: var(--ink);
      animation: none;
    }
    .mark.same {
      inline-size: 3.7em;
      block-size: 3.6em;
    }
    @keyframes shift {
      from {
        inset-inline-start: var(--from, var(--at));
      }
    }
    .ends {
      display: flex;
      justify-content: space-between;
      gap: var(--s5);
      margin: var(--s1) 3.5% 0;
      font-family: var(--font-voice);
      font-size: var(--t3);
      line-height: 1.2;
    }
    :host([still]) .ends {
      font-size: var(--t1);
    }
    .ends :last-child {
      text-align: end;
    }
  `;

  /** 0…10; none: not answered yet. */
  @property({ type: Number }) value?: number;
  /** 0…10, where it was. */
  @property({ type: Number }) was?: number;
  @property({ type: Boolean, reflect: true }) still = false;
  /** What the scale asks, for those who hear the page. */
  @property() label = '';
  /** The value in words. */
  @property() text = '';
  @property() low = '';
  @property() high = '';

  private held = false;

  override render() {
    const inner = html`${this.line()} ${this.marks()}`;
    return html`
      ${this.still
        ? html`<div class="rail" role="img" aria-label="${this.label} ${this.text}">${inner}</div>`
        : html`<div
            class="rail" role="slider" tabindex="0" aria-label=${this.label}
            aria-valuemin="0" aria-valuemax="10" aria-valuenow=${this.value ?? 5} aria-valuetext=${this.text}
            @pointerdown=${this.down} @pointermove=${this.move} @pointerup=${this.up} @pointercancel=${this.up}
            @keydown=${this.key}
          >${inner}</div>`}
      <div class="ends" aria-hidden="true"><span>${this.low}</span><span>${this.high}</span></div>
    `;
  }

  private line() {
    const { value, was } = this;
    return html`<svg viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
      <path d=${drawn(0, 1.6)} /><path class="again" d=${drawn(0.7, 2)} /><path d=${ticks} />
      ${this.still && value !== undefined && was !== undefined
        ? svg`<path class="way" d="M${place(was)} 20 L${place(value)} 20" />`
        : nothing}
    </svg>`;
  }

  private marks() {
    const { value, was } = this;
    return html`
      ${was === undefined ? nothing : html`<span
        class="mark before ${was === value ? 'same' : ''}" style="--at:${place(was)}%"
      >${was === value ? nothing : was}</span>`}
      ${value === undefined ? nothing : html`<span
        class="mark" style="--at:${place(value)}%;--from:${place(was ?? value)}%"
      >${value}</span>`}
    `;
  }

  private down(e: PointerEvent) {
    this.held = true;
    (e.currentTarget as Element).setPointerCapture(e.pointerId);
    this.move(e);
  }

  private move(e: PointerEvent) {
    if (!this.held) return;
    const box = (e.currentTarget as Element).getBoundingClientRect();
    this.pick(Math.round((((e.clientX - box.left) / box.width) * 100 - start) / step));
  }

  private up() {
    this.held = false;
  }

  private key(e: KeyboardEvent) {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 2, PageDown: -2 }[e.key];
    const to = { Home: 0, End: 10 }[e.key] ?? (by === undefined ? undefined : this.value === undefined ? 5 : this.value + by);
    if (to === undefined) return;
    e.preventDefault();
    this.pick(to);
  }

  private pick(to: number) {
    const value = Math.max(0, Math.min(10, to));
    if (value === this.value) return;
    this.value = value;
    this.dispatchEvent(new CustomEvent('pick', { detail: value }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'worded-scale': WordedScale;
  }
}
