import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import { StationElement } from '../../kiosk/ui/shared/base.js';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import { Later } from '../../kiosk/ui/shared/hold.js';
import { icon } from '../../kiosk/ui/shared/icon.js';
import type { Note, Section, Text } from '../../kiosk/ui/shared/station.js';
import { page } from '../../kiosk/ui/shared/page.css.js';
import { styles } from './element.css.js';
import type { NoteEdit } from './map/note.js';
import { again } from './steps/again.js';
import { shift } from './steps/shift.js';
import type { TakeawayOffer } from '../../kiosk/ui/shared/wire.gen.js';
import { pledge, sentence } from './steps/write.js';
import './map/map.js';
import './steps/takeaway.js';
import '../../kiosk/ui/shared/scale.js';

export interface View { starters?: Partial<Record<Section, Text[]>>; thanks?: Text }

type Step = 'map' | 'inner' | `again.${number}` | 'shift' | 'sentence' | 'pledge' | 'take' | 'thanks';

/** How long, in ms, the thank-you stays before the visit finishes by itself. */
const stays = 20_000;

/**
 * The exit: the empathy map, its pains and gains last, the assumptions again
 * and the shift, a sentence, a pledge, what is taken away, thank you. What is done becomes a fact when the visitor goes on;
 * which step they are at is kept, so that a reload comes back to it.
 */
@customElement('station-exit')
export class StationExit extends StationElement<View> {
  static override styles = [buttons, page, styles];

  @state() notes: Note[] = [];
  /** Answers given here, by assumption. */
  @state() now: Record<string, number> = {};
  @state() sentence = '';
  /** The sentence may be shown in the debrief. */
  @state() debrief = false;
  @state() pledge: { text: string; when?: string } = { text: '' };
  /** The page to take away; made anew after a reload, since the room does not know its address. */
  @state() private taken?: TakeawayOffer;
  @state() private step: Step = 'map';
  /** The last body emitted by what it is about, so that nothing is said twice. */
  private readonly emitted = new Map<string, string>();
  private closing?: Later;

  override connectedCallback() {
    super.connectedCallback();
    const { map, progress } = this.stop;
    this.notes = map?.notes ?? [];
    this.sentence = map?.sentence ?? '';
    this.debrief = map?.debrief ?? false;
    this.pledge = { ...(map?.pledge ?? { text: '' }) };
    for (const [id, { after }] of Object.entries(map?.answers ?? {})) {
      if (after !== null) this.now[id] = after;
    }
    const kept = (progress as { step?: Step } | undefined)?.step;
    if (kept && this.steps.includes(kept)) this.step = kept;
    if (this.step === 'thanks') this.thank();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.closing?.end();
  }

  private get steps(): Step[] {
    if (this.stop.unrecorded) return ['map', 'thanks'];
    const asked = this.stop.scenario.assumptions.map((_, n): Step => `again.${n}`);
    const moved: Step[] = asked.length && Object.keys(this.now).length ? ['shift'] : [];
    return ['map', 'inner', ...asked, ...moved, 'sentence', 'pledge', 'take', 'thanks'];
  }

  override render() {
    if (this.step === 'map' || this.step === 'inner') {
      return html`<exit-map
        .stop=${this.stop} .notes=${this.notes} ?look=${this.stop.unrecorded} ?inner=${this.step === 'inner' || this.stop.unrecorded}
        @put=${(e: CustomEvent<NoteEdit>) => this.put(e.detail)} @remove=${(e: CustomEvent<string>) => this.takeOff(e.detail)}
      >${this.foot()}</exit-map>`;
    }
    return html`<div class="page">
      <div class="body">${keyed(this.step, this.body())}</div>
      ${this.foot()}
    </div>`;
  }

  private body() {
    switch (this.step) {
      case 'shift': return shift(this);
      case 'sentence': return sentence(this);
      case 'pledge': return pledge(this);
      case 'take': return this.take();
      case 'thanks': return this.thanks();
      default: return again(this, Number(this.step.slice('again.'.length)));
    }
  }

  private take() {
    const { customer, stations } = this.stop.scenario;
    const told = (text: string, what: 'sentence' | 'pledge') => (this.told(text, what) ? text.trim() : '');
    const promised = told(this.pledge.text, 'pledge');
    return html`<exit-takeaway
      .stop=${this.stop} .offer=${this.taken} @offer=${(e: CustomEvent<TakeawayOffer>) => (this.taken = e.detail)}
      .own=${{
        customer, stations, notes: this.notes, sentence: told(this.sentence, 'sentence'), self: this.stop.map?.self,
        ...(promised && { pledge: { ...this.pledge, text: promised } }),
      }}
    ></exit-takeaway>`;
  }

  private thanks() {
    const customer = this.stop.scenario.customer.short;
    return html`<div class="thanks">
      <h1 tabindex="-1">${this.t('exit.thanks.title', { customer })}</h1>
      <p>${this.t(this.stop.unrecorded ? 'exit.thanks.unrecorded' : 'exit.thanks.words')}</p>
      ${this.view.thanks ? html`<p class="voice">${this.read(this.view.thanks)}</p>` : nothing}
    </div>`;
  }

  /** The way back, where there is one, and the way on. */
  private foot() {
    const back = !(['map', 'shift', 'thanks'] satisfies Step[] as Step[]).includes(this.step);
    const [key, look] = this.on();
    return html`<footer>
      ${back
        ? html`<button class="quiet back" @click=${() => this.go(-1)}>${icon(arrowLeft)} ${this.t('exit.back')}</button>`
        : html`<span></span>`}
      <span></span>
      <span class="ways">
        <button class=${look} @click=${() => this.go(1)}>${this.t(key)} ${look === 'primary' ? icon(arrowRight) : nothing}</button>
      </span>
    </footer>`;
  }

  private on(): [key: string, look: 'primary' | 'quiet'] {
    const { step } = this;
    if (step === 'map' && !this.stop.unrecorded) return ['exit.map.inner', 'primary'];
    if (step === 'take') return this.taken ? ['exit.take.on', 'primary'] : ['exit.take.skip', 'quiet'];
    if (step === 'map' || step === 'inner') return [this.stop.unrecorded ? 'exit.next' : 'exit.map.done', 'primary'];
    if (step === 'thanks') return ['exit.thanks.close', 'primary'];
    if (step === 'sentence' && !this.told(this.sentence, 'sentence')) return ['exit.skip', 'quiet'];
    if (step === 'pledge' && !this.told(this.pledge.text, 'pledge')) return ['exit.skip', 'quiet'];
    const asked = this.asked();
    if (asked && !(asked.id in this.now)) return ['exit.again.skip', 'quiet'];
    return ['exit.next', 'primary'];
  }

  private asked() {
    return this.step.startsWith('again.') ? this.stop.scenario.assumptions[Number(this.step.slice('again.'.length))] : undefined;
  }

  /** Whether a text says more than the beginning that is offered for it. */
  told(text: string, what: 'sentence' | 'pledge'): boolean {
    return text.trim() !== '' && text.trim() !== this.t(`exit.${what}.start`).trim();
  }

  private go(by: 1 | -1) {
    if (this.step === 'thanks') return this.leave();
    this.tell();
    this.step = this.steps[this.steps.indexOf(this.step) + by]!;
    this.stop.save({ step: this.step });
    if (this.step === 'thanks') this.thank();
    void this.updateComplete.then(() =>
      (this.renderRoot.querySelector('h1') ?? this.renderRoot.querySelector<HTMLElement>('exit-map, exit-takeaway'))?.focus());
  }

  /** Makes what stands on the present step a fact, if it is new. */
  private tell() {
    const { map } = this.stop;
    const asked = this.asked();
    if (asked && asked.id in this.now) {
      const body = { assumption: asked.id, value: this.now[asked.id]! };
      this.once(asked.id, 'assumption', body, body.value === map?.answers?.[asked.id]?.after);
    }
    if (this.step === 'sentence') {
      const text = this.told(this.sentence, 'sentence') ? this.sentence.trim() : '';
      const debrief = text !== '' && this.debrief;
      this.once('sentence', 'sentence', { text, ...(debrief && { debrief }) },
        text === (map?.sentence ?? '') && debrief === (map?.debrief ?? false));
    }
    if (this.step === 'pledge') {
      const text = this.told(this.pledge.text, 'pledge') ? this.pledge.text.trim() : '';
      const when = text ? this.pledge.when : undefined;
      this.once('pledge', 'pledge', { text, ...(when && { when }) },
        text === (map?.pledge?.text ?? '') && when === map?.pledge?.when);
    }
  }

  private once(about: string, type: string, body: object, known: boolean) {
    const said = JSON.stringify(body);
    if (this.emitted.get(about) === said || (known && !this.emitted.has(about))) return;
    this.emitted.set(about, said);
    this.stop.emit(type, body);
  }

  private put(edit: NoteEdit) {
    const old = this.notes.find((n) => n.id === edit.note);
    const { note: id, ...changed } = edit;
    this.notes = old
      ? this.notes.map((n) => (n === old ? { ...n, ...changed } : n))
      : [...this.notes, { id, ...changed }];
    this.stop.emit('note.put', edit);
  }

  private takeOff(note: string) {
    this.notes = this.notes.filter((n) => n.id !== note);
    this.stop.emit('note.removed', { note });
  }

  private thank() {
    this.closing = new Later(() => this.leave(), this.stop.comfort.moreTime ? stays * 3 : stays);
  }

  private leave() {
    if (this.closing === undefined) return;
    this.closing.end();
    this.closing = undefined;
    this.stop.finish('done');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'station-exit': StationExit;
  }
}
