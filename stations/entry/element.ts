import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import { StationElement } from '../../kiosk/ui/shared/base.js';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import { icon } from '../../kiosk/ui/shared/icon.js';
import type { Comfort, Text } from '../../kiosk/ui/shared/station.js';
import { styles } from './element.css.js';
import { badges } from '../../kiosk/ui/shared/badge.js';
import { page } from '../../kiosk/ui/shared/page.css.js';
import { badge } from './steps/badge.js';
import { comfort } from './steps/comfort.js';
import { consent } from './steps/consent.js';
import { meet } from './steps/meet.js';
import type { Went } from './steps/returning.js';
import { you } from './steps/you.js';
import '../../kiosk/ui/shared/scale.js';
import './steps/returning.js';

export interface View { consent?: Text; voice?: { recording: string } }

type Step = 'meet' | 'consent' | 'you' | 'comfort' | 'badge' | { ask: number };

/**
 * The entry: six calm steps with a way back. What is answered stays in memory
 * here; the visit, and with it the first fact, begins with "Go in".
 */
@customElement('station-entry')
export class StationEntry extends StationElement<View> {
  static override styles = [buttons, page, badges, styles];

  @state() unrecorded = false;
  @state() department?: string;
  @state() party = 1;
  @state() language = '';
  @state() comfort!: Comfort;
  @state() private at = 0;
  @state() private answers: Record<string, number> = {};
  /** Somebody types the code of an earlier visit. */
  @state() private returning = false;
  /** How the pledge of an earlier visit went. */
  private went?: Went;
  private gone = false;

  override connectedCallback() {
    super.connectedCallback();
    this.language ||= this.stop.language;
    this.comfort ??= { ...this.stop.comfort };
  }

  private get steps(): Step[] {
    if (this.unrecorded) return ['meet', 'consent', 'comfort', 'badge'];
    const asks = this.stop.scenario.assumptions.map((_, ask) => ({ ask }));
    return ['meet', 'consent', 'you', 'comfort', ...asks, 'badge'];
  }

  override render() {
    if (this.returning) return html`<entry-returning .stop=${this.stop} @went=${this.returned}></entry-returning>`;
    return html`<div class="page">
      <div class="body">${keyed(this.at, this.body(this.steps[this.at]!))}</div>
      <footer>
        ${this.at > 0
          ? html`<button class="quiet back" @click=${() => this.go(-1)}>${icon(arrowLeft)} ${this.t('entry.back')}</button>`
          : html`<span></span>`}
        <span class="dots" role="img" aria-label=${this.t('entry.step', { n: this.at + 1, of: this.steps.length })}>
          ${this.steps.map((_, i) => html`<i class=${i < this.at ? 'past' : i === this.at ? 'now' : ''}></i>`)}
        </span>
        <span class="ways">${this.ways(this.steps[this.at]!)}</span>
      </footer>
    </div>`;
  }

  private body(step: Step) {
    switch (step) {
      case 'meet': return meet(this);
      case 'consent': return consent(this);
      case 'you': return you(this);
      case 'comfort': return comfort(this);
      case 'badge': return badge(this);
      default: return this.ask(step.ask);
    }
  }

  private ask(n: number) {
    const { assumptions } = this.stop.scenario;
    const asked = assumptions[n]!;
    const value = this.answers[asked.id];
    const [low, high] = [this.read(asked.low), this.read(asked.high)];
    return html`<div class="ask">
      <div>
        <p class="lead">${this.t('entry.ask.lead')} ${this.t('entry.ask.count', { n: n + 1, of: assumptions.length })}</p>
        <h1 tabindex="-1">${this.read(asked.ask)}</h1>
      </div>
      <worded-scale
        .value=${value} .label=${this.read(asked.ask)} .low=${low} .high=${high}
        .text=${value === undefined ? this.t('entry.ask.none') : this.t('entry.ask.value', { value, low, high })}
        @pick=${(e: CustomEvent<number>) => (this.answers = { ...this.answers, [asked.id]: e.detail })}
      ></worded-scale>
      <p class="hint">${this.t('entry.ask.hint')}</p>
    </div>`;
  }

  /** The ways on from a step, the one for the thumb last. */
  private ways(step: Step) {
    const on = (key: string, look = 'primary', then: () => void = () => this.go(1)) =>
      html`<button class=${look} @click=${then}>${this.t(key)} ${look === 'primary' ? icon(arrowRight) : nothing}</button>`;
    if (step === 'meet') return html`${on('entry.returning', 'quiet', () => (this.returning = true))} ${on('entry.begin')}`;
    if (step === 'badge') return on('entry.badge.go', 'primary', () => this.enter());
    if (step === 'consent') {
      const record = (yes: boolean) => () => {
        this.unrecorded = !yes;
        this.go(1);
      };
      return html`${on('entry.consent.unrecorded', 'quiet', record(false))} ${on('entry.consent.agree', 'primary', record(true))}`;
    }
    const skip = typeof step === 'object' && !(this.stop.scenario.assumptions[step.ask]!.id in this.answers);
    return on(skip ? 'entry.ask.skip' : 'entry.next', skip ? 'quiet' : 'primary');
  }

  private go(by: number) {
    this.at += by;
    void this.updateComplete.then(() => this.renderRoot.querySelector('h1')?.focus());
  }

  /** Shows language and comfort at once, here and, after "Go in", on every screen. */
  suit(language: string, comfort: Comfort) {
    this.language = language;
    this.comfort = comfort;
    this.stop.comfortable(language, comfort);
  }

  private returned(e: CustomEvent<Went | undefined>) {
    this.went = e.detail;
    this.returning = false;
    this.go(0);
  }

  private enter() {
    if (this.gone) return;
    this.gone = true;
    const { department, language, comfort, unrecorded } = this;
    this.stop.open(unrecorded
      ? { language, comfort, party: 1, unrecorded }
      : { ...(department && { department }), language, comfort, party: this.party, unrecorded });
    if (!unrecorded) {
      for (const [assumption, value] of Object.entries(this.answers)) this.stop.emit('assumption', { assumption, value });
      if (this.went) this.stop.emit('entry.returned', { went: this.went });
    }
    this.stop.finish('done');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'station-entry': StationEntry;
  }
}
