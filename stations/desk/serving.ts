import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import bends from 'lucide-static/icons/spline.svg?raw';
import keeps from 'lucide-static/icons/book-open.svg?raw';
import passes from 'lucide-static/icons/forward.svg?raw';
import tool from 'lucide-static/icons/monitor.svg?raw';
import says from 'lucide-static/icons/message-circle.svg?raw';
import writes from 'lucide-static/icons/pencil.svg?raw';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import { icon } from '../../kiosk/ui/shared/icon.js';
import { channels, type Around } from './around.js';
import { length, office } from './clock.js';
import { styles } from './serving.css.js';
import type { Shift } from './shift.js';
import type { Choice, Step } from './view.js';

/**
 * The desk's window: the queue, the conversation at hand, the rules beside it.
 * Fires `happened` when something was done, and `close`.
 */
@customElement('desk-serving')
export class DeskServing extends LitElement {
  static override styles = [buttons, styles];

  @property({ attribute: false }) around!: Around;
  @property({ attribute: false }) shift!: Shift;
  /** Counts up whenever the shift is to be drawn anew. */
  @property({ type: Number }) drawn = 0;
  /** The answer that is being written; none: −1. */
  @state() private writing = -1;
  @state() private arrived = '';
  /** The visitor's own words, by message and step; kept nowhere else. */
  private readonly wrote = new Map<string, string>();
  private known = 0;
  private spoken = '';

  override willUpdate(): void {
    const { queue } = this.shift;
    if (queue.length > this.known && this.known) {
      const m = this.shift.message(queue.at(-1)!);
      this.arrived = this.around.t('arrived', { name: this.around.read(m.from), channel: this.around.t(`channel.${m.channel}`) });
    }
    this.known = queue.length;
  }

  override updated(): void {
    const { open } = this.shift;
    const met = this.shift.met[open];
    const spoken = met ? `${open}.${met.step}.${met.due !== undefined}.${met.end}` : '';
    if (spoken === this.spoken) return;
    this.spoken = spoken;
    this.renderRoot.querySelector<HTMLElement>(this.writing < 0 ? '.now' : 'textarea')?.focus();
  }

  override render(): TemplateResult {
    const { t, read, view, file } = this.around;
    const at = office(view.office.opens, this.shift.elapsed);
    return html`<section class="window" style="--office:${view.office.colour}">
        <header>
          ${view.office.logo ? html`<img src=${file(view.office.logo)} alt="">` : nothing}
          <p><b>${view.office.name}</b> ${read(view.office.desk)}</p>
          <p class="clock" role="img" aria-label=${t('clock', { time: at })}>${at}</p>
        </header>
        <nav aria-label=${t('queue')}>
          <h2>${t('queue')}</h2>
          <ul>${this.shift.queue.map((id) => html`<li>${this.entry(id)}</li>`)}</ul>
        </nav>
        <div class="talk">${this.shift.open ? this.talk(this.shift.open) : this.nobody()}</div>
        <aside>
          <h2>${t('rules')}</h2>
          <ol>${view.rules.map((r) => html`<li>${read(r.text)}</li>`)}</ol>
          ${view.tools.length ? html`<h2>${t('tools')}</h2>
            <dl>${view.tools.map((one) => html`<div><dt>${icon(tool)} ${read(one.name)}</dt><dd>${read(one.text)}</dd></div>`)}</dl>` : nothing}
        </aside>
      </section>
      <p class="hidden" role="status">${this.arrived}</p>
      <footer>${this.shift.over
        ? html`<p>${t('close.over')}</p><button class="primary" @click=${this.close}>${t('close.theirs')}</button>`
        : html`<button class="quiet" @click=${this.close}>${t('close')}</button>`}</footer>`;
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }

  private entry(id: string): TemplateResult {
    const { t, read } = this.around;
    const m = this.shift.message(id);
    const met = this.shift.met[id]!;
    const here = this.shift.open === id;
    const mood = met.end ? `end.${met.end}` : here ? `patience.${met.due === undefined ? 'with' : 'kept'}` : `patience.${this.shift.mood(id)}`;
    return html`<button class=${`entry ${met.end ?? this.shift.mood(id)}`} aria-current=${here} @click=${() => this.turn(id)}>
      ${icon(channels[m.channel])}
      <span class="who"><b>${read(m.from)}</b> <span>${read(m.subject)}</span></span>
      <span class="mood">${t(mood)}${met.end ? nothing : html` <span class="wait">${length(met.waited)}</span>`}</span>
      ${met.end ? nothing : html`<i style="inline-size:${(this.shift.left(id) * 100).toFixed(1)}%"></i>`}
    </button>`;
  }

  private turn(id: string): void {
    this.shift.turn(id);
    this.writing = -1;
    this.dispatchEvent(new Event('happened'));
  }

  private nobody(): TemplateResult {
    const { t } = this.around;
    const n = this.shift.waiting.length;
    return html`<div class="empty"><h1>${t(n ? 'empty' : 'empty.none')}</h1>${n ? html`<p>${t('empty.hint', { n })}</p>` : nothing}</div>`;
  }

  /** The conversation: what was said last, what is said now, and what can be answered. */
  private talk(id: string): TemplateResult {
    const { t, read } = this.around;
    const m = this.shift.message(id);
    const met = this.shift.met[id]!;
    return html`
      <h1>${icon(channels[m.channel])} ${read(m.from)} <small>${t(`channel.${m.channel}`)}</small></h1>
      <div class="said">
        ${this.yours(id)}
        <div class="now" tabindex="-1">${met.due === undefined ? this.now(id) : html`
          <p class="moment">${t('moment')}</p><p>${t('moment.hint')}</p>`}</div>
      </div>
      ${met.end ? this.ended(id) : met.due === undefined ? this.answers(id, this.shift.step(id)) : nothing}`;
  }

  private yours(id: string): TemplateResult | typeof nothing {
    const { t, read } = this.around;
    const last = this.shift.met[id]!.log.at(-1);
    if (!last) return nothing;
    const [step, n] = last;
    const chosen = this.shift.message(id).steps.find((s) => s.id === step)!.choices![n]!;
    const own = this.wrote.get(`${id}.${step}`);
    return html`<p class="mine"><span class="hidden">${t('you')}: </span>${own ?? read(chosen.text)}</p>`;
  }

  private now(id: string): TemplateResult {
    const { t, read } = this.around;
    if (this.shift.met[id]!.end === 'left') return html`<p class="says">${read(this.shift.message(id).leaves)}</p>`;
    const step = this.shift.step(id);
    return html`
      ${step.shows ? html`<div class="screen" role="group" aria-label=${t('shows')}><p>${read(step.shows)}</p></div>` : nothing}
      ${step.says ? html`<p class="says">${read(step.says)}</p>` : nothing}`;
  }

  private ended(id: string): TemplateResult {
    const { t, read } = this.around;
    const next = this.shift.waiting[0];
    return html`<div class="end">
      <p class="outcome">${t(`end.${this.shift.met[id]!.end!}`)}</p>
      ${next ? html`<button class="primary" @click=${() => this.turn(next)}>${t('next', { name: read(this.shift.message(next).from) })}</button>` : nothing}
    </div>`;
  }

  private answers(id: string, step: Step): TemplateResult {
    if (this.writing >= 0) return this.own(id);
    return html`<ul class="answers" aria-label=${this.around.t('answers')}>
      ${step.choices!.map((c, n) => html`<li><button @click=${() => (c.write ? this.write(n) : this.choose(id, n))}>
        ${icon(sign(c))}<span>${this.around.read(c.text)} ${this.chips(c)}</span></button></li>`)}
    </ul>`;
  }

  /** What an answer means to the house, in a few words. */
  private chips(c: Choice): TemplateResult | typeof nothing {
    const { t, read, view } = this.around;
    const n = (id: string) => view.rules.findIndex((r) => r.id === id) + 1;
    const all = [
      c.tool && read(view.tools.find((one) => one.id === c.tool)!.name),
      c.rule && t('chip.rule', { n: n(c.rule) }), c.bends && t('chip.bends', { n: n(c.bends) }),
      c.escalates && t('chip.escalates'), c.write && t('chip.write'),
    ].filter(Boolean);
    return all.length ? html`<small>${all.join(' · ')}</small>` : nothing;
  }

  private write(n: number): void {
    this.writing = n;
    void this.updateComplete.then(() => this.renderRoot.querySelector('textarea')?.focus());
  }

  private own(id: string): TemplateResult {
    const { t, read } = this.around;
    const say = () => this.choose(id, this.writing, this.renderRoot.querySelector('textarea')!.value.trim());
    const key = (e: KeyboardEvent) => {
      if (e.key === 'Enter' && !e.shiftKey) { e.preventDefault(); say(); }
    };
    return html`<div class="own">
      <label for="own">${t('write', { name: read(this.shift.message(id).from) })}</label>
      <textarea id="own" rows="2" maxlength="400" autocomplete="off" @keydown=${key}></textarea>
      <p>${t('write.kept')}</p>
      <div class="ways"><button class="quiet" @click=${() => (this.writing = -1)}>${t('write.back')}</button>
        <button class="primary" @click=${say}>${t('write.say')}</button></div>
    </div>`;
  }

  private choose(id: string, n: number, words = ''): void {
    if (words) this.wrote.set(`${id}.${this.shift.met[id]!.step}`, words);
    this.writing = -1;
    this.shift.choose(id, n, words);
    this.dispatchEvent(new Event('happened'));
  }
}

const sign = (c: Choice) => (c.escalates ? passes : c.tool ? tool : c.bends ? bends : c.rule ? keeps : c.write ? writes : says);

declare global {
  interface HTMLElementTagNameMap {
    'desk-serving': DeskServing;
  }
}
