import { html, nothing, type TemplateResult } from 'lit';
import check from 'lucide-static/icons/check.svg?raw';
import question from 'lucide-static/icons/circle-question-mark.svg?raw';
import cross from 'lucide-static/icons/x.svg?raw';
import { icon } from '../../kiosk/ui/shared/icon.js';
import type { Revealed, Stop } from '../../kiosk/ui/shared/station.js';
import { money } from './numerals.js';
import type { Answers, Mark, Marked, View } from './view.js';

export const markIcons: Record<Mark, Svg> = { right: check, wrong: cross, unsure: question };

/** What the sheet needs to know of the visitor's work on it. A mark's key is a line's id, or a sum's ref. */
export interface Marking {
  marks: Record<string, Marked>;
  /** What is in hand; "" for nothing. */
  held: string;
  /** Nothing more is marked. */
  over: boolean;
  choose: (ref: string, e: Event) => void;
  /** What was wrong, once the visitor has finished. */
  revealed?: Revealed<Answers> | undefined;
}

/** One line or sum as the sheet draws it; without a marking it is only read. */
export class Spot {
  private readonly marked: Marked | undefined;

  constructor(private readonly stop: Stop<View>, private readonly marking: Marking | undefined, private readonly ref: string) {
    this.marked = marking?.marks[ref];
  }

  get held(): boolean {
    return this.marking?.held === this.ref;
  }

  /** Classes of its row. */
  get look(): string {
    return this.marking ? `spot ${this.marked?.mark ?? ''}` : '';
  }

  private get says(): string {
    return this.marked ? this.stop.t(this.marked.why ? `invoice.why.${this.marked.why}` : `invoice.mark.${this.marked.mark}`) : '';
  }

  /** Takes it in hand; shown as `face`, called `name`. */
  button(face: unknown, name: string): unknown {
    const { marking, ref } = this;
    if (!marking) return face;
    const label = `${name}${this.says ? `. ${this.stop.t('invoice.mark')}: ${this.says}` : ''}`;
    return html`<button id="spot-${ref}" aria-label=${label} aria-pressed=${this.held} ?disabled=${marking.over}
      @click=${(e: Event) => marking.choose(ref, e)}>${face}</button>
      ${this.marked ? html`<span class="pencil">${icon(markIcons[this.marked.mark])}</span>` : nothing}`;
  }

  /** What the visitor wrote beside it. */
  hand(): unknown {
    return this.says && this.marked?.mark !== 'right' ? html`<span class="hand" aria-hidden="true">${this.says}</span>` : nothing;
  }

  /** What was wrong, once the visitor has finished; undefined where nothing was. */
  red(): TemplateResult | undefined {
    const { stop } = this;
    const revealed = this.marking?.revealed;
    const mistake = revealed?.answers.errors.find((e) => e.ref === this.ref);
    if (!mistake) return undefined;
    const { currency, places } = stop.view.invoice;
    const share = revealed!.shares.find((s) => s.figure === 'found' && s.key === this.ref);
    return html`<span class="red">
      ${mistake.should === undefined ? nothing : html`<b>${stop.t('invoice.reveal.should', { amount: money(stop.language, currency, places)(mistake.should) })}</b>`}
      ${stop.read(mistake.why)}
      ${share ? html`<small>${stop.t('invoice.reveal.seen', { part: share.part, whole: share.whole })}</small>` : nothing}
    </span>`;
  }
}
