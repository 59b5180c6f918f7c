import { LitElement, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import lock from 'lucide-static/icons/lock.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import { face } from './face.js';
import { zone, type Feeling } from './feeling.js';
import { icon } from './icon.js';
import { styles } from './self-card.css.js';
import type { Self, Stop } from './station.js';

/**
 * What a visitor told of themselves, as a card that is theirs alone. The slot
 * `stamp` is its corner. Words: self.title, self.private, self.shared, self.then, feeling.<zone>.
 */
@customElement('self-card')
export class SelfCard extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) speech!: Pick<Stop, 't' | 'read'>;
  @property({ attribute: false }) self: Omit<Self, 'station'> = {};
  /** Still being written: what is not told yet is a line to write on. */
  @property({ type: Boolean, reflect: true }) open = false;

  override render(): TemplateResult {
    const { t, read } = this.speech;
    const { where, happened, words, feelings, text, shared } = this.self;
    const line = this.open ? html`<p class="line" aria-hidden="true"></p>` : nothing;
    return html`<article aria-label=${t('self.title')}>
      <header><p class="private">${icon(lock)} ${t(shared ? 'self.shared' : 'self.private')}</p><slot name="stamp"></slot></header>
      ${where ? html`<p class="where">${read(where)}</p>` : line}
      ${happened?.length ? html`<ul>${happened.map((h) => html`<li>${read(h)}</li>`)}</ul>` : line}
      ${words ? html`<p class="words">${words}</p>` : nothing}
      ${feelings?.length ? html`<p class="feelings">${feelings.map((f, i) => this.feeling(f, i))}</p>` : line}
      ${text ? html`<blockquote>${text}</blockquote>` : line}
    </article>`;
  }

  private feeling(f: Feeling, after: number): TemplateResult {
    const { t } = this.speech;
    return html`${after ? html`<span class="on">${icon(arrowRight)}<span class="aside">${t('self.then')}</span></span>` : nothing}
      <span class="feeling"><svg viewBox="-11 -11 22 22" aria-hidden="true">${svg`${face(f)}`}</svg> ${t(`feeling.${zone(f)}`)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'self-card': SelfCard;
  }
}
