import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import letter from 'lucide-static/icons/mail.svg?raw';
import card from 'lucide-static/icons/sticky-note.svg?raw';
import phone from 'lucide-static/icons/smartphone.svg?raw';
import { icon } from '../../kiosk/ui/shared/icon.js';
import { hand } from './hand.css.js';
import { paragraphs } from './world.js';
import type { Posted } from './memory.js';
import type { Link, Message, View } from './view.js';
import type { Stop } from '../../kiosk/ui/shared/station.js';

type Tab = 'card' | 'post';
type Come = Posted & { message: Message };

/**
 * What the visitor has in hand beside the portal: the card, and the customer's
 * phone where mails and texts arrive. Fires `follow` with a message's link.
 */
@customElement('portal-hand')
export class PortalHand extends LitElement {
  static override styles = hand;

  @property({ attribute: false }) stop!: Stop<View>;
  /** Without the phone: before it begins nothing can have come. */
  @property({ type: Boolean }) alone = false;
  /** The newest first. */
  @property({ attribute: false }) post: Come[] = [];
  /** What a message's text says of the portal's fields. */
  @property({ attribute: false }) fill: (text: string) => string = (text) => text;
  @state() private tab: Tab = 'card';
  @state() private open = 0;
  private known = -1;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('post')) return;
    if (this.known >= 0 && this.post.length > this.known) {
      this.open = 0;
      this.tab = 'post';
    }
    this.known = this.post.length;
  }

  override render(): TemplateResult | typeof nothing {
    const rows = this.stop.view.card.rows ?? [];
    const phones = !this.alone && (this.stop.view.messages ?? []).length > 0;
    if (!phones) return rows.length ? this.card() : nothing;
    if (!rows.length) return this.phone();
    const t = (key: string) => this.word(`hand.${key}`);
    const tab = (name: Tab, sign: Svg, words: string, n = 0) => html`<button role="tab" id="tab-${name}" aria-selected=${this.tab === name}
      aria-controls="panel" tabindex=${this.tab === name ? 0 : -1} @click=${() => { this.tab = name; }}>${icon(sign)} ${words}
      ${n ? html`<span class="n">${n}</span>` : nothing}</button>`;
    return html`<div role="tablist" aria-label=${t('in')} @keydown=${this.key}>
        ${tab('card', card, t('card'))}${tab('post', phone, t('post'), this.post.length)}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.tab}">${this.tab === 'card' ? this.card() : this.phone()}</div>`;
  }

  private word(key: string, args: Record<string, string | number> = {}): string {
    return this.stop.t(`portal.${key}`, { customer: this.stop.scenario.customer.short, ...args });
  }

  private key(e: KeyboardEvent): void {
    if (e.key !== 'ArrowLeft' && e.key !== 'ArrowRight') return;
    this.tab = this.tab === 'card' ? 'post' : 'card';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  }

  private card(): TemplateResult {
    const { read, view } = this.stop;
    const { title, rows, note } = view.card;
    return html`<div class="card" role="group" aria-label=${read(title)}>
      <p class="title">${read(title)}</p>
      <dl>${rows?.map((r) => html`<div><dt>${read(r.label)}</dt><dd>${r.value}</dd></div>`)}</dl>
      ${note ? html`<p class="note">${read(note)}</p>` : nothing}
    </div>`;
  }

  private phone(): TemplateResult {
    return html`<div class="phone" role="group" aria-label=${this.word('post.device')}>
      <div class="glass" role="log" tabindex="0" aria-label=${this.word('post.device')}>
        ${this.post.length === 0 ? html`<p class="none">${this.word('post.none')}</p>` : this.post.map((p, i) => this.message(p, i))}
      </div>
    </div>`;
  }

  private message(p: Come, i: number): TemplateResult {
    const { read } = this.stop;
    const { by, from, subject, link } = p.message;
    const ago = Math.floor((Date.now() - p.at) / 60_000);
    const open = i === this.open;
    const head = html`${icon(by === 'mail' ? letter : phone)} <b>${read(from)}</b>
      <span class="when">${ago ? this.word('post.ago', { n: ago }) : this.word('post.now')}</span>`;
    if (!open)
      return html`<button class="message" @click=${() => { this.open = i; }}>${head}<span class="line">${read(subject) || this.said(p)}</span></button>`;
    return html`<article class="message ${by}">
      <header>${head}</header>
      ${subject ? html`<h3>${read(subject)}</h3>` : nothing}
      ${paragraphs(this.said(p)).map(({ lines }) => html`<p>${lines.map((l, n) => html`${n ? html`<br>` : nothing}${this.marked(l, p.code)}`)}</p>`)}
      ${link ? html`<button class="go" @click=${() => this.dispatchEvent(new CustomEvent<Link>('follow', { detail: link }))}>${read(link.label)}</button>` : nothing}
    </article>`;
  }

  /** The code stands out, as phones show it. */
  private marked(line: string, code: string | undefined): TemplateResult {
    const at = code ? line.indexOf(code) : -1;
    if (!code || at < 0) return html`${line}`;
    return html`${line.slice(0, at)}<b class="code">${code}</b>${line.slice(at + code.length)}`;
  }

  private said(p: Come): string {
    const text = this.fill(this.stop.read(p.message.text));
    return text.replaceAll('{code}', p.code ?? '');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-hand': PortalHand;
  }
}
