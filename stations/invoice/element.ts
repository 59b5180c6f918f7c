import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import checkIcon from 'lucide-static/icons/check.svg?raw';
import single from 'lucide-static/icons/square.svg?raw';
import twin from 'lucide-static/icons/columns-2.svg?raw';
import '../../kiosk/ui/shared/affect-grid.js';
import { StationElement } from '../../kiosk/ui/shared/base.js';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import type { Feeling } from '../../kiosk/ui/shared/feeling.js';
import { icon } from '../../kiosk/ui/shared/icon.js';
import type { Revealed } from '../../kiosk/ui/shared/station.js';
import { answers, type Answered } from './after.js';
import { styles } from './element.css.js';
import { layouts } from './layout.css.js';
import { marks } from './mark.css.js';
import { markIcons, type Marking } from './mark.js';
import { money, plain, quantity } from './numerals.js';
import './pad.js';
import type { AmountPad } from './pad.js';
import './pane.js';
import { papers } from './paper.css.js';
import { paper, paperIcons } from './paper.js';
import { sheet } from './sheet.js';
import { sheets } from './sheet.css.js';
import type { Answers, Document, Marked, View } from './view.js';

/** What a reload goes on from; no words are in it. */
interface Progress {
  step: 'lines' | 'owed' | 'sure' | 'end';
  marks: Record<string, Marked>;
  feelings: Record<string, Feeling>;
  /** Id of the line in hand, or a sum's ref. */
  line: string;
  /** Id of the paper beside the invoice. */
  open: string;
  amount: string;
  /** How near the papers are. */
  sizes: { main: number; beside: number };
  /** On a narrow desk the two papers lie side by side. */
  twin: boolean;
}

/**
 * The invoice: papers on a desk, the room's questions in the margin. A line is
 * taken in hand by a tap and marked; then the visitor says what is owed.
 */
@customElement('station-invoice')
export class StationInvoice extends StationElement<View> {
  static override styles = [buttons, styles, layouts, sheets, marks, papers];

  @state() private at: Progress = {
    step: 'lines', marks: {}, feelings: {}, line: '', open: '', amount: '', sizes: { main: 1, beside: 1 }, twin: false,
  };
  @state() private answered: Answered = 'none';
  @state() private reopened = false;
  @query('amount-pad') private pad?: AmountPad;

  override connectedCallback() {
    super.connectedCallback();
    if (this.stop.progress) this.at = { ...this.at, ...(this.stop.progress as Partial<Progress>) };
  }

  override render() {
    const evidence = this.view.evidence ?? [];
    const open = evidence.find((d) => d.id === this.at.open);
    return html`<div class="stage">
      <div class="desk" role="group" aria-label=${this.t('invoice.desk')} ?data-open=${open} ?data-twin=${this.at.twin}>
        ${evidence.length ? this.tabs(evidence, open) : nothing}
        ${this.pane('main', this.t(`invoice.paper.${this.view.invoice.form}`), sheet(this.stop, this.view.invoice, this.marking))}
        ${open ? keyed(open.id, this.pane('beside', this.read(open.title), html`${paper(this.stop, open)} ${this.twin()}`)) : nothing}
        ${!open && evidence.length ? this.pile(evidence) : nothing}
      </div>
      <div class="margin" data-why=${this.why} @keydown=${this.key}>${this.margin()}</div>
    </div>`;
  }

  private pane(place: 'main' | 'beside', name: string, what: unknown) {
    const { sizes } = this.at;
    return html`<paper-pane class=${place} .t=${this.stop.t} .name=${name} .size=${sizes[place]}
      @zoomed=${(e: CustomEvent<number>) => this.keep({ sizes: { ...sizes, [place]: e.detail } })}>${what}</paper-pane>`;
  }

  /** On a narrow desk: whether the two papers lie side by side. */
  private twin() {
    return html`<button slot="bar" class="twin" @click=${() => this.keep({ twin: !this.at.twin })}>
      ${icon(this.at.twin ? single : twin)} ${this.t(this.at.twin ? 'invoice.above' : 'invoice.beside')}</button>`;
  }

  private get marking(): Marking {
    const { marks, line, step } = this.at;
    const revealed = typeof this.answered === 'object' ? this.answered : undefined;
    return { marks, held: line, over: step === 'end' || step === 'sure', choose: (ref, e) => this.choose(ref, e), revealed };
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
    if (this.answered !== 'none') return answers(this.stop, this.answered, (ref) => this.show(ref));
    switch (this.at.step) {
      case 'lines': return this.lines();
      case 'owed': return this.owed();
      case 'sure': return this.sure();
      default: return this.end();
    }
  }

  private lines() {
    const { lines } = this.view.invoice;
    const marked = lines.filter((l) => this.at.marks[l.id]).length;
    return html`
      <div class="say">${this.at.line ? this.ask() : html`
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

  /** What is in hand, in words, and what may be wrong with it. */
  private get held(): { ask: string; name: string; words: unknown; reasons: string[] } {
    const { lines, totals, taxes, adjustments, currency, places } = this.view.invoice;
    const amount = money(this.stop.language, currency, places);
    const ref = this.at.line;
    const line = lines.find((l) => l.id === ref);
    if (line) {
      const name = this.t('invoice.line', { line: ref });
      const words = html`<span>${name}</span> ${line.item}, ${quantity(this.stop.language, line.quantity, line.unit)}, <b>${amount(line.net)}</b>`;
      return { ask: this.t('invoice.ask'), name: `${name}, ${line.item}`, words, reasons: this.view.reasons };
    }
    const total = totals.find((t) => t.ref === ref);
    const tax = taxes.find((t) => t.ref === ref);
    const other = adjustments?.find((a) => a.ref === ref);
    const name = total ? this.t(total.label) : tax ? `${this.t('invoice.paper.tax')} ${plain(this.stop.language, tax.rate)} %`
      : other?.reason ?? this.t(`invoice.paper.${other?.charge ? 'charge' : 'allowance'}`);
    const words = html`<span>${name}</span> <b>${amount((total ?? tax ?? other)?.amount ?? '0')}</b>`;
    return { ask: this.t('invoice.ask.sum'), name, words, reasons: this.view.sumReasons };
  }

  private ask() {
    const { ask, name, words, reasons } = this.held;
    const now = this.at.marks[this.at.line];
    return html`
      <h1 tabindex="-1">${ask}</h1>
      <p class="quote">${words}</p>
      <div class="marks" role="group" aria-label="${name}. ${ask}">${(['right', 'wrong', 'unsure'] as const).map((mark) => html`<button
        class="chip ${mark}" aria-pressed=${now?.mark === mark} @click=${(e: Event) => this.mark({ mark }, e)}
      >${icon(markIcons[mark])} ${this.t(`invoice.mark.${mark}`)}</button>`)}</div>
      ${now?.mark === 'wrong' ? html`
        <h2 class="why">${this.t('invoice.why')}</h2>
        <div class="whys" role="group" aria-label=${this.t('invoice.why')}>${reasons.map((why) => html`<button
          class="chip" aria-pressed=${now.why === why} @click=${(e: Event) => this.say(why, e)}
        >${this.t(`invoice.why.${why}`)}</button>`)}</div>` : nothing}`;
  }

  private owed() {
    const { currency, places, asked, form } = this.view.invoice;
    const credit = form === 'credit' ? '.credit' : '';
    const amount = money(this.stop.language, currency, places)(asked);
    return html`
      <div class="say">
        <h1 tabindex="-1">${this.t(`invoice.owed${credit}`, { customer: this.customer })}</h1>
        <p class="soft">${this.t(`invoice.owed.hint${credit}`, { amount })}</p>
      </div>
      <amount-pad .t=${this.stop.t} .language=${this.stop.language} .currency=${currency} .places=${places}
        .value=${this.at.amount} @change=${(e: Event) => this.keep({ amount: (e.target as AmountPad).value })}
        @keydown=${(e: KeyboardEvent) => e.key === 'Enter' && e.composedPath()[0] instanceof HTMLInputElement && this.settle()}></amount-pad>
      <footer>
        <button class="quiet" @click=${() => this.go('lines')}>${icon(arrowLeft)} ${this.t('invoice.back')}</button>
        <button class="primary settle" ?disabled=${!this.at.amount} @click=${this.settle}>${icon(checkIcon)} ${this.t(`invoice.done${credit}`)}</button>
      </footer>`;
  }

  private sure() {
    const { currency, places } = this.view.invoice;
    const amount = money(this.stop.language, currency, places)(this.plainAmount);
    return html`
      <div class="say">
        <h1 tabindex="-1">${this.t('invoice.sure')}</h1>
        <p class="soft">${this.t('invoice.sure.hint', { amount })}</p>
        <div class="sures" role="group" aria-label=${this.t('invoice.sure')}>${[5, 4, 3, 2, 1].map((value) => html`<button
          class="chip" @click=${() => this.finish(value)}>${this.t(`invoice.sure.${value}`)}</button>`)}</div>
      </div>
      <footer><button class="quiet" @click=${() => this.go('owed')}>${icon(arrowLeft)} ${this.t('invoice.sure.back')}</button></footer>`;
  }

  private end() {
    return html`
      <div class="say">
        <h1 tabindex="-1">${this.t('invoice.thanks')}</h1>
        <p class="story">${this.t('invoice.thanks.more', { customer: this.customer })}</p>
      </div>
      ${this.feel('invoice.feel.after')}
      <footer>
        <button class="quiet" @click=${() => this.stop.finish('done')}>${this.t('invoice.finish')}</button>
        <button class="primary" @click=${this.reveal}>${this.t('invoice.reveal')} ${icon(arrowRight)}</button>
      </footer>`;
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

  /** Takes a line or a sum in hand. Whoever came by keyboard goes on in the margin. */
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
    this.renderRoot.querySelector<HTMLElement>(`[id="spot-${this.at.line}"]`)?.focus();
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

  private get plainAmount(): string {
    return this.at.amount.replace(/\.$/, '');
  }

  private settle() {
    if (!this.at.amount) return;
    this.stop.emit('invoice.owed', { amount: this.plainAmount, currency: this.view.invoice.currency });
    this.keep({ line: '' });
    void this.go('sure');
  }

  private finish(value: number) {
    this.stop.emit('invoice.sure', { value });
    this.stop.emit('invoice.done', {});
    void this.go('end');
  }

  /** The visitor is done; the paper shows what was wrong, if the server can be asked. */
  private async reveal() {
    this.answered = 'waiting';
    this.answered = ((await this.stop.reveal()) as Revealed<Answers> | undefined) ?? 'away';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.margin h1')?.focus();
    if (typeof this.answered === 'object' && this.answered.answers.errors[0]) this.show(this.answered.answers.errors[0].ref);
  }

  /** Brings a mistake into view. */
  private show(ref: string) {
    this.at = { ...this.at, open: this.at.twin ? this.at.open : '', line: ref };
    void this.updateComplete.then(() => this.renderRoot.querySelector('[data-held]')?.scrollIntoView({ block: 'center' }));
  }
}

/** A click that a key made has no detail. */
const byKey = (e: Event) => (e as MouseEvent).detail === 0;

declare global {
  interface HTMLElementTagNameMap {
    'station-invoice': StationInvoice;
  }
}
