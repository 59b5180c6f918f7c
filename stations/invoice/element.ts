import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import checkIcon from 'lucide-static/icons/check.svg?raw';
import '../../kiosk/ui/shared/affect-grid.js';
import { StationElement } from '../../kiosk/ui/shared/base.js';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import type { Feeling } from '../../kiosk/ui/shared/feeling.js';
import { icon } from '../../kiosk/ui/shared/icon.js';
import { styles } from './element.css.js';
import { money, quantity } from './numerals.js';
import './pad.js';
import type { AmountPad } from './pad.js';
import { papers } from './paper.css.js';
import { paper, paperIcons } from './paper.js';
import { markIcons, sheet } from './sheet.js';
import { sheets } from './sheet.css.js';
import type { Document, Line, Marked, View } from './view.js';

/** What a reload goes on from; nothing typed is in it. */
interface Progress {
  step: 'lines' | 'owed' | 'end';
  marks: Record<string, Marked>;
  feelings: Record<string, Feeling>;
  line: string;
  open: string;
}

/**
 * The invoice: papers on a desk, the room's questions in the margin. A line is
 * taken in hand by a tap and marked; then the visitor says what is owed.
 */
@customElement('station-invoice')
export class StationInvoice extends StationElement<View> {
  static override styles = [buttons, styles, sheets, papers];

  @state() private at: Progress = { step: 'lines', marks: {}, feelings: {}, line: '', open: '' };
  @state() private amount = '';
  @state() private reopened = false;
  @query('amount-pad') private pad?: AmountPad;

  override connectedCallback() {
    super.connectedCallback();
    if (this.stop.progress) this.at = this.stop.progress as Progress;
  }

  override render() {
    const evidence = this.view.evidence ?? [];
    const open = evidence.find((d) => d.id === this.at.open);
    return html`<div class="stage">
      <div class="desk" role="group" aria-label=${this.t('invoice.desk')} ?data-open=${open}>
        ${evidence.length ? this.tabs(evidence, open) : nothing}
        <section class="scroll main" tabindex="0" aria-label=${this.t('invoice.page.invoice')}>
          ${sheet(this.stop, { marks: this.at.marks, line: this.at.line, over: this.at.step === 'end', choose: (line, e) => this.choose(line, e) })}
        </section>
        ${open ? keyed(open.id, html`<section class="scroll beside" tabindex="0" aria-label=${this.read(open.title)}>${paper(this.stop, open)}</section>`) : nothing}
        ${!open && evidence.length ? this.pile(evidence) : nothing}
      </div>
      <div class="margin" data-why=${this.why} @keydown=${this.key}>${this.margin()}</div>
    </div>`;
  }

  /** Where a narrow desk shows one paper at a time, the invoice is one of the tabs. */
  private tabs(evidence: Document[], open: Document | undefined) {
    const tab = (id: string, kind: Document['kind'], title: string) => html`<button
      class="tab ${id ? '' : 'own'}" aria-pressed=${(open?.id ?? '') === id} @click=${() => this.lay(id)}
    >${icon(paperIcons[kind])} ${title}</button>`;
    return html`<nav aria-label=${this.t('invoice.papers')}>
      ${tab('', 'invoice', this.t('invoice.page.invoice'))}
      ${evidence.map((d) => tab(d.id, d.kind, this.read(d.title)))}
    </nav>`;
  }

  private pile(evidence: Document[]) {
    return html`<section class="pile" aria-label=${this.t('invoice.papers')}>
      <p>${this.t('invoice.papers.hint')}</p>
      <div>${evidence.map((d) => html`<div class="piece">
        <div class="mini" aria-hidden="true" inert>${paper(this.stop, d)}</div>
        <button @click=${() => this.lay(d.id)}>${icon(paperIcons[d.kind])} ${this.read(d.title)}</button>
      </div>`)}</div>
    </section>`;
  }

  private margin() {
    switch (this.at.step) {
      case 'lines': return this.lines();
      case 'owed': return this.owed();
      default: return this.end();
    }
  }

  private lines() {
    const { lines } = this.view.invoice;
    const marked = Object.keys(this.at.marks).length;
    const line = lines.find((l) => l.id === this.at.line);
    return html`
      <div class="say">${line ? this.ask(line) : html`
        <h1 tabindex="-1">${this.t('invoice.title')}</h1>
        ${this.view.story ? html`<p class="story">${this.read(this.view.story)}</p>` : nothing}
        <p class="soft">${this.t('invoice.hint')}</p>`}</div>
      ${this.feel('invoice.feel')}
      <footer>
        <span class="soft count">${this.t('invoice.marked', { marked, lines: lines.length })}</span>
        <button class=${marked === lines.length ? 'primary' : 'quiet'} @click=${() => this.go('owed')}>
          ${this.t('invoice.to-owed')} ${icon(arrowRight)}</button>
      </footer>`;
  }

  private ask(line: Line) {
    const { currency, places } = this.view.invoice;
    const now = this.at.marks[line.id];
    const label = `${this.t('invoice.line', { line: line.id })}, ${line.item}. ${this.t('invoice.ask')}`;
    return html`
      <h1 tabindex="-1">${this.t('invoice.ask')}</h1>
      <p class="quote"><span>${this.t('invoice.line', { line: line.id })}</span> ${line.item},
        ${quantity(this.stop.language, line.quantity, line.unit)}, <b>${money(this.stop.language, currency, places)(line.net)}</b></p>
      <div class="marks" role="group" aria-label=${label}>${(['right', 'wrong', 'unsure'] as const).map((mark) => html`<button
        class="chip ${mark}" aria-pressed=${now?.mark === mark} @click=${(e: Event) => this.mark({ mark }, e)}
      >${icon(markIcons[mark])} ${this.t(`invoice.mark.${mark}`)}</button>`)}</div>
      ${now?.mark === 'wrong' ? html`
        <h2 class="why">${this.t('invoice.why')}</h2>
        <div class="whys" role="group" aria-label=${this.t('invoice.why')}>${this.view.reasons.map((why) => html`<button
          class="chip" aria-pressed=${now.why === why} @click=${(e: Event) => this.say(why, e)}
        >${this.t(`invoice.why.${why}`)}</button>`)}</div>` : nothing}`;
  }

  private owed() {
    const { currency, places, totals } = this.view.invoice;
    const amount = money(this.stop.language, currency, places)(totals.due);
    return html`
      <div class="say">
        <h1 tabindex="-1">${this.t('invoice.owed', { customer: this.customer })}</h1>
        <p class="soft">${this.t('invoice.owed.hint', { amount })}</p>
      </div>
      <amount-pad .t=${this.stop.t.bind(this.stop)} .language=${this.stop.language} .currency=${currency} .places=${places}
        .value=${this.amount} @change=${(e: Event) => { this.amount = (e.target as AmountPad).value; }}
        @keydown=${(e: KeyboardEvent) => e.key === 'Enter' && e.composedPath()[0] instanceof HTMLInputElement && this.settle()}></amount-pad>
      <footer>
        <button class="quiet" @click=${() => this.go('lines')}>${icon(arrowLeft)} ${this.t('invoice.back')}</button>
        <button class="primary settle" ?disabled=${!this.amount} @click=${this.settle}>${icon(checkIcon)} ${this.t('invoice.done')}</button>
      </footer>`;
  }

  private end() {
    return html`
      <div class="say">
        <h1 tabindex="-1">${this.t('invoice.thanks')}</h1>
        <p class="story">${this.t('invoice.thanks.more', { customer: this.customer })}</p>
      </div>
      ${this.feel('invoice.feel.after')}
      <footer><button class="primary" @click=${() => this.stop.finish('done')}>${this.t('invoice.finish')} ${icon(arrowRight)}</button></footer>`;
  }

  private feel(key: string) {
    const about = this.at.step === 'lines' ? this.at.line : '';
    const kept = this.at.step === 'lines' ? about : '.end';
    return html`<section class="feel" aria-label=${this.t(key, { customer: this.customer })}>
      <h2>${this.t(key, { customer: this.customer })}</h2>
      <div class="fit">${keyed(kept, html`<affect-grid compact .t=${this.stop.t.bind(this.stop)} .value=${this.at.feelings[kept] ?? null}
        @feel=${(e: CustomEvent<Feeling>) => {
          this.stop.react(about ? { ...e.detail, moment: { ref: about } } : e.detail);
          this.keep({ feelings: { ...this.at.feelings, [kept]: e.detail } });
        }}></affect-grid>`)}</div>
    </section>`;
  }

  private get customer(): string {
    return this.stop.scenario.customer.short;
  }

  private keep(change: Partial<Progress>) {
    this.at = { ...this.at, ...change };
    this.stop.save(this.at);
  }

  /** Takes a line in hand. Whoever came by keyboard goes on in the margin. */
  private async choose(line: string, e: Event) {
    this.reopened = false;
    this.keep({ line, step: 'lines' });
    await this.updateComplete;
    for (const part of ['[data-held]', '.say']) this.renderRoot.querySelector(part)?.scrollIntoView({ block: 'nearest' });
    if (byKey(e)) this.renderRoot.querySelector<HTMLElement>('.marks button')?.focus();
  }

  private async mark(marked: Marked, e: Event) {
    const { line } = this.at;
    this.stop.emit('invoice.marked', { line, ...marked });
    this.keep({ marks: { ...this.at.marks, [line]: marked } });
    if (!byKey(e) || (marked.mark === 'wrong' && !marked.why)) return;
    await this.updateComplete;
    this.back();
  }

  /** Says why; said once more it opens the choice again. */
  private say(why: string, e: Event) {
    const said = this.at.marks[this.at.line]?.why;
    this.reopened = said === why && !this.reopened;
    if (said !== why) void this.mark({ mark: 'wrong', why }, e);
  }

  /** Whether a wrong line's why is still open, is said, or does not matter. */
  private get why(): 'open' | 'said' | 'none' {
    const now = this.at.step === 'lines' ? this.at.marks[this.at.line] : undefined;
    if (now?.mark !== 'wrong') return 'none';
    return now.why && !this.reopened ? 'said' : 'open';
  }

  private key(e: KeyboardEvent) {
    if (e.key === 'Escape' && this.at.step === 'lines') this.back();
  }

  /** Back from the margin to the line in hand. */
  private back() {
    this.renderRoot.querySelector<HTMLElement>(`[id="line-${this.at.line}"]`)?.focus();
  }

  /** Lays a paper beside the invoice, or the invoice on top. */
  private lay(open: string) {
    if (open === this.at.open) return;
    if (open) this.stop.emit('invoice.opened', { evidence: open });
    this.keep({ open });
  }

  private async go(step: Progress['step']) {
    this.keep({ step });
    await this.updateComplete;
    await this.pad?.updateComplete;
    if (step === 'owed') this.pad?.focus();
    else this.renderRoot.querySelector<HTMLElement>('.margin h1')?.focus();
  }

  private settle() {
    if (!this.amount) return;
    const { currency } = this.view.invoice;
    this.stop.emit('invoice.owed', { amount: this.amount.replace(/\.$/, ''), currency });
    this.stop.emit('invoice.done', {});
    this.keep({ line: '' });
    void this.go('end');
  }
}

/** A click that a key made has no detail. */
const byKey = (e: Event) => (e as MouseEvent).detail === 0;

declare global {
  interface HTMLElementTagNameMap {
    'station-invoice': StationInvoice;
  }
}
