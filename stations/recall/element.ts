import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import { StationElement } from '../../kiosk/ui/shared/base.js';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import { icon } from '../../kiosk/ui/shared/icon.js';
import type { Self } from '../../kiosk/ui/shared/station.js';
import { page } from '../../kiosk/ui/shared/page.css.js';
import { styles } from './element.css.js';
import { icons } from './icons.js';
import { begin, felt, happened, told, where } from './steps.js';
import { steps, type Kept, type View } from './view.js';
import '../../kiosk/ui/shared/affect-grid.js';
import '../../kiosk/ui/shared/self-card.js';

/** A fact to be: what it is about, its type without the kind, its body. */
type Said = [about: string, verb: string, body: object];

/**
 * The last time the visitor was somebody's customer: one question a step, and
 * beside it the card that fills. What stands on a step becomes a fact when the
 * visitor leaves it. What they type is kept nowhere else: after a reload the
 * page knows that there are words, not which.
 */
@customElement('station-recall')
export class StationRecall extends StationElement<View> {
  static override styles = [buttons, page, styles];

  @state() kept: Kept = { step: 'begin', happened: [], worded: false, told: false, share: false, said: {} };
  /** As typed here; undefined before the first key. */
  @state() words?: string;
  @state() text?: string;
  /** The words told, as Kept.said, which must not hold them. */
  private readonly written = new Map<string, string>();

  override connectedCallback() {
    super.connectedCallback();
    this.kept = (this.stop.progress as Kept | undefined) ?? this.kept;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.say(); // what was tapped; what was typed is told only by going on
  }

  override render() {
    return html`<div class="page">
      <div class="body">
        <div class="asked">${keyed(this.kept.step, this.asked())}</div>
        ${this.card()}
      </div>
      ${this.foot()}
    </div>`;
  }

  private asked() {
    switch (this.kept.step) {
      case 'begin': return begin(this);
      case 'where': return where(this);
      case 'happened': return happened(this);
      case 'told': return told(this);
      default: return felt(this, this.kept.step);
    }
  }

  private card() {
    const place = this.view.places.find((p) => p.id === this.kept.where);
    return html`<self-card open .speech=${this.stop} .self=${this.self}>
      <span slot="stamp" class=${place ? 'stamp' : 'stamp blank'}>${place ? icon(icons[place.icon]!) : nothing}</span>
    </self-card>`;
  }

  private get self(): Omit<Self, 'station'> {
    const { kept, view } = this;
    const place = view.places.find((p) => p.id === kept.where);
    const unseen = this.t('recall.card.kept');
    const words = this.words?.trim() ?? (kept.worded ? unseen : '');
    const text = this.text?.trim() ?? (kept.told ? unseen : '');
    return {
      ...(place && { where: place.label }),
      happened: view.happened.filter((e) => kept.happened.includes(e.id)).map((e) => e.label),
      feelings: [kept.then, kept.end].filter((f) => f !== undefined),
      ...(words && { words }), ...(text && { text, shared: kept.share }),
    };
  }

  private foot() {
    const at = steps.indexOf(this.kept.step);
    return html`<footer>
      ${at > 0
        ? html`<button class="quiet back" @click=${() => this.go(-1)}>${icon(arrowLeft)} ${this.t('recall.back')}</button>`
        : html`<span></span>`}
      <span class="dots" role="img" aria-label=${this.t('recall.step', { n: at + 1, of: steps.length })}>
        ${steps.map((_, i) => html`<i class=${i < at ? 'past' : i === at ? 'now' : ''}></i>`)}
      </span>
      <span class="ways">${this.ways()}</span>
    </footer>`;
  }

  private ways() {
    const on = (key: string, look: 'primary' | 'quiet' = 'primary') =>
      html`<button class=${look} @click=${() => this.go(1)}>${this.t(key)} ${look === 'primary' ? icon(arrowRight) : nothing}</button>`;
    const { kept } = this;
    switch (kept.step) {
      case 'begin':
        return html`<button class="quiet" @click=${() => this.stop.finish('skipped')}>${this.t('recall.begin.skip')}</button>
          ${on('recall.begin.on')}`;
      case 'told': return on('recall.done');
      case 'where': return kept.where ? on('recall.next') : on('recall.skip', 'quiet');
      case 'happened': return kept.happened.length || this.words?.trim() || kept.worded ? on('recall.next') : on('recall.skip', 'quiet');
      default: return kept[kept.step] ? on('recall.next') : on('recall.skip', 'quiet');
    }
  }

  /** Changes what is kept, here and for a reload. */
  keep(changed: Partial<Kept>) {
    this.kept = { ...this.kept, ...changed };
    this.stop.save(this.kept);
  }

  private go(by: 1 | -1) {
    this.tell();
    const next = steps[steps.indexOf(this.kept.step) + by];
    if (!next) return this.stop.finish('done');
    this.keep({ step: next });
    void this.updateComplete.then(() => this.renderRoot.querySelector('h1')?.focus());
  }

  /** Makes what stands here a fact, if it is new. */
  private tell() {
    const { words, text } = this;
    if (words !== undefined) this.keep({ worded: words.trim() !== '' });
    if (text !== undefined) this.keep({ told: text.trim() !== '', share: this.kept.share && text.trim() !== '' });
    if (words !== undefined) this.write('worded', { words: words.trim() });
    if (text !== undefined) this.write('told', { text: text.trim() });
    this.say();
  }

  private write(verb: string, body: object) {
    const said = JSON.stringify(body);
    if (this.written.get(verb) === said) return;
    this.written.set(verb, said);
    this.stop.emit(`recall.${verb}`, body);
  }

  /** Tells what was tapped. */
  private say() {
    for (const [about, verb, body] of this.facts(this.kept)) {
      const said = JSON.stringify(body);
      if (this.kept.said[about] === said) continue;
      this.stop.emit(`recall.${verb}`, body);
      this.keep({ said: { ...this.kept.said, [about]: said } });
    }
  }

  /** All that was tapped, as facts; what is as at the beginning is none yet. */
  private facts({ where, happened, then, end, share, said }: Kept): Said[] {
    const all: Said[] = [];
    if (where) all.push(['where', 'where', { where }]);
    if (happened.length || said['happened']) all.push(['happened', 'happened', { happened }]);
    if (then) all.push(['then', 'felt', { when: 'then', ...then }]);
    if (end) all.push(['end', 'felt', { when: 'end', ...end }]);
    if (share || said['share']) all.push(['share', 'shared', { share }]);
    return all;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'station-recall': StationRecall;
  }
}
