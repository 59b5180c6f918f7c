import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import minus from 'lucide-static/icons/zoom-out.svg?raw';
import plus from 'lucide-static/icons/zoom-in.svg?raw';
import { icon } from '../../kiosk/ui/shared/icon.js';

const least = 0.75, most = 3, step = 0.25;

/**
 * A place on the desk where a paper lies, to be brought nearer: by two
 * fingers, by the buttons, by + − 0 while it has the focus. Fires `zoomed`, whose detail is the size.
 */
@customElement('paper-pane')
export class PaperPane extends LitElement {
  @property({ attribute: false }) t!: (key: string, args?: Record<string, string | number>) => string;
  /** What lies here. */
  @property({ attribute: false }) name = '';
  /** 1 for the size it has of itself. */
  @property({ attribute: false }) size = 1;
  @query('section') private box!: HTMLElement;
  private readonly fingers = new Map<number, { x: number; y: number }>();
  private began = { span: 0, size: 1 };

  override render() {
    const percent = Math.round(this.size * 100);
    return html`
      <section tabindex="0" aria-label=${this.name} @keydown=${this.key}
        @pointerdown=${this.down} @pointermove=${this.move} @pointerup=${this.up} @pointercancel=${this.up}>
        <div style="zoom:${this.size};inline-size:${percent}%"><slot></slot></div>
      </section>
      <div class="bar"><slot name="bar"></slot>
      <div class="size" role="group" aria-label="${this.t('invoice.zoom')}, ${this.name}">
        <button ?disabled=${this.size <= least} aria-label=${this.t('invoice.zoom.out')} @click=${() => this.take(this.size - step)}>${icon(minus)}</button>
        <output>${this.t('invoice.zoom.now', { percent })}</output>
        <button ?disabled=${this.size >= most} aria-label=${this.t('invoice.zoom.in')} @click=${() => this.take(this.size + step)}>${icon(plus)}</button>
      </div></div>`;
  }

  /** Keeps what lies in the middle there. */
  private async take(size: number, { x, y } = { x: this.box.clientWidth / 2, y: this.box.clientHeight / 2 }) {
    const next = Math.min(most, Math.max(least, Math.round(size * 20) / 20));
    if (next === this.size) return;
    const grown = next / this.size;
    const { scrollLeft, scrollTop } = this.box;
    this.size = next;
    await this.updateComplete;
    this.box.scrollTo((scrollLeft + x) * grown - x, (scrollTop + y) * grown - y);
    this.dispatchEvent(new CustomEvent('zoomed', { detail: next }));
  }

  private key(e: KeyboardEvent) {
    if (e.ctrlKey || e.metaKey || e.altKey) return; // the browser's own
    const size = { '+': this.size + step, '=': this.size + step, '-': this.size - step, 0: 1 }[e.key];
    if (size === undefined) return;
    e.preventDefault();
    void this.take(size);
  }

  private get spread() {
    const [a, b] = [...this.fingers.values()];
    if (!a || !b) return undefined;
    const box = this.box.getBoundingClientRect();
    return { span: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2 - box.x, y: (a.y + b.y) / 2 - box.y };
  }

  private down(e: PointerEvent) {
    if (e.pointerType !== 'touch') return;
    this.fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
    this.began = { span: this.spread?.span ?? 0, size: this.size };
  }

  private move(e: PointerEvent) {
    if (!this.fingers.has(e.pointerId)) return;
    this.fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
    const { spread, began } = this;
    if (spread && began.span > 0) void this.take((began.size * spread.span) / began.span, spread);
  }

  private up(e: PointerEvent) {
    this.fingers.delete(e.pointerId);
  }

  static override styles = css`
    :host {
      display: grid;
      grid-template-rows: minmax(0, 1fr) auto;
      min-inline-size: 0;
      min-block-size: 0;
    }
    section {
      min-block-size: 0;
      overflow: auto;
      padding: var(--around, var(--s4));
      overscroll-behavior: contain;
      touch-action: pan-x pan-y;
      scrollbar-color: color-mix(in oklab, var(--ink) 45%, transparent) transparent;
    }
    section:focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: -4px;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-evenly;
    }
    .size {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--s2);
      color: var(--ink);
      font: 500 var(--t1) / 1 var(--font-room);
      font-variant-numeric: tabular-nums;
    }
    output {
      min-inline-size: 4em;
      text-align: center;
    }
    button {
      display: grid;
      place-items: center;
      inline-size: 72px;
      min-block-size: 52px;
      border: 0;
      background: none;
      color: inherit;
      font-size: var(--t2);
      cursor: pointer;
      touch-action: manipulation;
    }
    button:disabled {
      opacity: 0.4;
      cursor: default;
    }
    button:focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: -3px;
    }
    @container (max-width: 799px) {
      section {
        overflow-x: auto;
        padding: var(--s3);
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-pane': PaperPane;
  }
}
