import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import { icon } from '../../kiosk/ui/shared/icon.js';
import { channels, type Around } from './around.js';
import { length, office } from './clock.js';
import type { Shift } from './shift.js';
import { styles } from './theirs.css.js';

/** The customers' side of the minutes at the desk, one by one, the scenario's own last. Fires `who` and `done`. */
@customElement('desk-theirs')
export class DeskTheirs extends LitElement {
  static override styles = [buttons, styles];

  @property({ attribute: false }) around!: Around;
  @property({ attribute: false }) shift!: Shift;
  /** Whose side is shown. */
  @property() who = '';

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('who')) this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  override render(): TemplateResult {
    const { t, read, customer } = this.around;
    const all = [...this.shift.others, this.shift.own];
    const next = all[all.indexOf(this.who) + 1];
    const m = this.shift.message(this.who);
    const end = this.shift.met[this.who]?.end ?? 'open';
    return html`
      <nav aria-label=${t('theirs.who')}>${all.map((id) => this.tab(id))}</nav>
      <article>
        <p class="eyebrow">${t('theirs.eyebrow')}</p>
        <h1 tabindex="-1">${read(m.from)}</h1>
        <div class="sides">
          <section class="yours"><h2>${t('theirs.desk')}</h2><ul>${this.moments(this.who)}</ul></section>
          <section class="their">
            <h2>${t('theirs.while')}</h2><p>${read(m.theirs.while)}</p>
            <h2>${t('theirs.then')}</h2><p>${read(m.theirs.after[end])}</p>
          </section>
        </div>
      </article>
      <div class="next"><button class="primary" @click=${() => (next ? this.look(next) : this.dispatchEvent(new Event('done')))}>
        ${next ? t('theirs.next', { name: read(this.shift.message(next).from) }) : t('theirs.feel', { customer })}</button></div>`;
  }

  private tab(id: string): TemplateResult {
    const { t, read } = this.around;
    const m = this.shift.message(id);
    return html`<button aria-current=${id === this.who} @click=${() => this.look(id)}>
      ${icon(channels[m.channel])}<span><b>${read(m.from)}</b> <span>${t(`end.${this.shift.met[id]?.end ?? 'open'}`)}</span></span>
    </button>`;
  }

  /** What there was to see of them from the desk, by the office's clock. */
  private moments(id: string): TemplateResult | typeof nothing {
    const { t, view } = this.around;
    const met = this.shift.met[id];
    const m = this.shift.message(id);
    const at = (ms: number) => office(view.office.opens, ms);
    if (!met) return html`<li>${t('theirs.never')}</li>`;
    return html`
      <li>${t('theirs.came', { time: at(met.came), channel: t(`channel.${m.channel}`) })}</li>
      <li>${met.turned === undefined ? t('theirs.never') : t('theirs.turned', { time: at(met.turned), wait: length(met.after!) })}</li>
      ${met.end ? html`<li>${t(`theirs.ended.${met.end}`, { time: at(met.ended!) })}</li>` : nothing}`;
  }

  private look(id: string): void {
    this.dispatchEvent(new CustomEvent<string>('who', { detail: id }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-theirs': DeskTheirs;
  }
}
