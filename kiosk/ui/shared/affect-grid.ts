import { LitElement, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styles } from './affect-grid.css.js';
import { face } from './face.js';
import { nearest, zone, type Feeling } from './feeling.js';

const side = 104; // of the drawing; places lie `step` apart around its middle
const step = 11;
const landmarks = [-4, 0, 4].flatMap((valence) =>
  [-4, 0, 4].map((arousal) => ({ valence, arousal }))).filter((f) => f.valence || f.arousal);
const settle = 900; // ms without a key, then what the keys chose counts

/**
 * How somebody feels, in one tap: a field of 9 × 9 places, unpleasant to
 * pleasant by calm to stirred. A tap, arrow keys or the two sliders choose.
 *
 * Fires `feel` (bubbling, composed) with a Feeling when one is chosen.
 * Words: feeling.field, feeling.{pleasant,unpleasant,calm,stirred}, feeling.<zone>.
 */
@customElement('affect-grid')
export class AffectGrid extends LitElement {
  static override styles = styles;

  /** Dictionary words, as Stop.t. */
  @property({ attribute: false }) t: (key: string) => string = (key) => key;
  /** What is chosen now. Setting null begins afresh and clears what was tapped before. */
  @property({ attribute: false }) value: Feeling | null = null;
  /** Without the visible sliders; they come when the keyboard reaches them. */
  @property({ type: Boolean }) compact = false;

  @state() private hover: Feeling | null = null;
  private trail: Feeling[] = [];
  private settling: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.settling);
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('value') && !this.value) this.trail = [];
  }

  override render(): TemplateResult {
    const shown = this.hover ?? this.value;
    return html`
      <div class="top" aria-hidden="true">${this.t('feeling.stirred')}</div>
      <div
        class="field" part="field" tabindex="0" role="slider"
        aria-label=${this.t('feeling.field')} aria-valuemin="-4" aria-valuemax="4"
        aria-valuenow=${shown?.valence ?? 0} aria-valuetext=${this.told(shown)}
        @pointerdown=${this.down} @pointermove=${this.move} @pointerup=${this.up}
        @pointercancel=${this.away} @pointerleave=${this.away} @keydown=${this.key}
      >
        ${this.drawing(shown)} ${shown ? this.word(shown) : nothing}
      </div>
      <div class="bottom" aria-hidden="true">
        <span>${this.t('feeling.unpleasant')}</span>
        <span>${this.t('feeling.calm')}</span>
        <span>${this.t('feeling.pleasant')}</span>
      </div>
      <div class="sliders ${this.compact ? 'compact' : ''}">
        ${this.slider('valence', 'unpleasant', 'pleasant')} ${this.slider('arousal', 'calm', 'stirred')}
      </div>
    `;
  }

  private drawing(shown: Feeling | null): TemplateResult {
    const lattice = Array.from({ length: 81 }, (_, i) => nearest((i % 9) - 4, Math.floor(i / 9) - 4));
    return html`<svg viewBox="${-side / 2} ${-side / 2} ${side} ${side}" aria-hidden="true">
      ${svg`<path class="axis" d="M-44 0H44M0 -44V44" />`}
      ${lattice.map((f) => svg`<circle class="point" cx=${x(f)} cy=${y(f)} r="0.55" />`)}
      ${landmarks.map((f) => this.landmark(f, shown))}
      ${this.trail.map((f) => svg`<circle class="before" cx=${x(f)} cy=${y(f)} r="2.6" />`)}
      ${shown ? svg`<g transform="translate(${x(shown)} ${y(shown)})"><g class="dot" style="scale:.66">${face(shown)}</g></g>` : nothing}
    </svg>`;
  }

  /** A face at an edge or corner: it looks at the finger and grows as it comes near. */
  private landmark(f: Feeling, shown: Feeling | null): unknown {
    const dx = shown ? shown.valence - f.valence : 0;
    const dy = shown ? f.arousal - shown.arousal : 0;
    const far = Math.hypot(dx, dy);
    const corner = f.valence !== 0 && f.arousal !== 0;
    const near = shown ? Math.max(0, 1 - far / 4) : 0;
    const scale = (corner ? 0.64 : 0.5) + near * 0.14;
    const at = far ? { x: dx / far, y: dy / far } : { x: 0, y: 0 };
    return svg`<g transform="translate(${x(f)} ${y(f)})">
      <g class="face" style="scale:${scale.toFixed(2)}">${face(f, at)}</g></g>`;
  }

  private word(shown: Feeling): TemplateResult {
    const left = Math.max(16, Math.min(84, ((x(shown) + side / 2) / side) * 100));
    const top = ((y(shown) + side / 2) / side) * 100 + (shown.arousal > 2 ? 11 : -11);
    return html`<span class="word" style="left:${left}%;top:${top}%">${this.t(`feeling.${zone(shown)}`)}</span>`;
  }

  private slider(axis: keyof Feeling, low: string, high: string): TemplateResult {
    const shown = this.hover ?? this.value;
    const input = (e: Event) => {
      const n = Number((e.target as HTMLInputElement).value);
      this.choosing({ valence: 0, arousal: 0, ...shown, [axis]: n });
    };
    return html`<span aria-hidden="true">${this.t(`feeling.${low}`)}</span>
      <input
        type="range" min="-4" max="4" step="1" .value=${String(shown?.[axis] ?? 0)}
        aria-label="${this.t(`feeling.${low}`)} – ${this.t(`feeling.${high}`)}"
        aria-valuetext="${this.told(shown)}, ${shown?.[axis] ?? 0}" @input=${input}
        @keydown=${(e: KeyboardEvent) => e.key === 'Enter' && this.choose(shown ?? nearest(0, 0))}
      />
      <span aria-hidden="true">${this.t(`feeling.${high}`)}</span>`;
  }

  private told(shown: Feeling | null): string {
    return this.t(`feeling.${shown ? zone(shown) : 'none'}`);
  }

  private at(e: PointerEvent): Feeling {
    const box = (e.currentTarget as HTMLElement).getBoundingClientRect();
    const place = (n: number, from: number, length: number) => (((n - from) / length - 0.5) * side) / step;
    return nearest(place(e.clientX, box.left, box.width), -place(e.clientY, box.top, box.height));
  }

  private down(e: PointerEvent): void {
    (e.currentTarget as HTMLElement).setPointerCapture(e.pointerId);
    this.hover = this.at(e);
  }

  private move(e: PointerEvent): void {
    if (e.pointerType === 'mouse' || this.hover) this.hover = this.at(e);
  }

  private up(e: PointerEvent): void {
    if (this.hover) this.choose(this.at(e));
  }

  private away(): void {
    clearTimeout(this.settling);
    this.hover = null;
  }

  private key(e: KeyboardEvent): void {
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
    };
    const from = this.hover ?? this.value ?? nearest(0, 0);
    const move = moves[e.key];
    if (move) this.choosing(nearest(from.valence + move[0], from.arousal + move[1]));
    else if (e.key === 'Enter' || e.key === ' ') this.choose(from);
    else return;
    e.preventDefault();
  }

  /** Keys pass over places on their way; where they rest counts. */
  private choosing(feeling: Feeling): void {
    clearTimeout(this.settling);
    this.hover = feeling;
    this.settling = setTimeout(() => this.choose(feeling), settle);
  }

  private choose(feeling: Feeling): void {
    clearTimeout(this.settling);
    if (this.value) this.trail = [...this.trail.slice(-11), this.value];
    this.hover = null;
    this.value = feeling;
    this.dispatchEvent(new CustomEvent<Feeling>('feel', { detail: feeling, bubbles: true, composed: true }));
  }
}

const x = (f: Feeling) => f.valence * step;
const y = (f: Feeling) => -f.arousal * step;

declare global {
  interface HTMLElementTagNameMap {
    'affect-grid': AffectGrid;
  }
}
