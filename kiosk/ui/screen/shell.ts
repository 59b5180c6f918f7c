import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import says from 'lucide-static/icons/message-square-text.svg?raw';
import { conduct } from '../shared/hold.js';
import { icon } from '../shared/icon.js';
import './attract.js';
import './card.js';
import './frame.js';
import './next.js';
import './over.js';
import './still.js';
import './who.js';
import { station } from './api.js';
import { paint, wear } from './comfort.js';
import { Course } from './course.js';
import type { Asking } from './door.js';
import type { Over } from './over.js';
import { Typing } from './typing.js';
import { about, read, words } from './words.js';

/** A screen of the room: draws where its round stands. */
@customElement('immersion-screen')
export class ImmersionScreen extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    .stage {
      block-size: 100%;
    }
    .told {
      position: fixed;
      inset: 0;
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
    }
    .told .round {
      contain: layout; /* what is fixed inside stays under the message */
    }
    .message {
      display: flex;
      align-items: center;
      gap: 0.7em;
      margin: 0;
      padding: var(--s3) var(--s4);
      border-block-end: 4px solid var(--station);
      background: var(--card);
      color: var(--ink);
      font: 600 var(--t3) / 1.25 var(--font-room);
      overflow-wrap: anywhere;
    }
    .message .icon {
      flex: none;
      color: var(--station-ink);
    }
  `;

  private readonly course = new Course(() => this.requestUpdate());
  private readonly typing = new Typing(() => this.course.language);
  private shown = '';
  private readonly now = () => this.course.clock.now();
  private identifying: ReturnType<typeof setTimeout> | undefined;

  override firstUpdated(): void {
    conduct();
    void this.course.start();
    setInterval(() => this.course.wanted?.rotation && this.requestUpdate(), 5000);
  }

  override render(): TemplateResult {
    const { wanted, language } = this.course;
    const over = this.over();
    const message = over ? '' : wanted?.message;
    return html`<div class=${message ? 'told' : ''}>
      ${message ? html`<p class="message" role="status" aria-label=${this.t('shell.message')}>${icon(says)} <span>${message}</span></p>` : nothing}
      <div class="round" ?inert=${!!over}>${this.round()}</div>
      ${over ? html`<screen-over .over=${over} .number=${wanted?.number ?? 0} .name=${wanted?.name ?? ''}
        .aloud=${wanted?.aloud} .now=${this.now} ?inside=${!!this.course.stop} .message=${wanted?.message ?? ''} .language=${language}></screen-over>` : nothing}
    </div>`;
  }

  /** What lies over the round. */
  private over(): Over | undefined {
    const { wanted, scenario, clock } = this.course;
    if (!wanted || !scenario) return undefined; // there are no words yet
    const left = (wanted.identify ?? 0) - clock.now();
    clearTimeout(this.identifying);
    if (left > 0) {
      this.identifying = setTimeout(() => this.requestUpdate(), Math.min(left, 1000)); // the clock may be set meanwhile
      return 'number';
    }
    return wanted.blank ? 'dark' : wanted.paused ? 'moment' : wanted.aloud && 'aloud';
  }

  private round(): TemplateResult {
    const { mode, wanted, scenario, place, stop } = this.course;
    about((stop?.scenario ?? scenario)?.hash ?? '');
    if (mode === 'pairing') return this.pairing();
    if (mode === 'waking' || !wanted || !scenario) return html``;
    if (!place) return this.card('shell.unassigned', 'shell.unassigned.more', true, wanted.name);
    if (mode === 'attract' && !wanted.opening) return this.card('shell.closed', 'shell.closed.more', true);
    if (mode === 'attract' && this.course.shut) return this.card('shell.closing', 'shell.closing.more', true);
    return this.framed(place.number, read(this.course.language, place.title));
  }

  override updated(): void {
    const { wanted, place, stop, language, comfort, mode, fault } = this.course;
    wear(comfort, wanted?.room.dim ?? false, language);
    const colour = (stop?.station ?? place)?.colour;
    if (colour) paint(colour);
    const shown = `${mode}${fault}`;
    if (shown === this.shown) return;
    this.shown = shown;
    this.typing.hide();
    if (mode === 'stop') this.renderRoot.querySelector('screen-frame')?.focus();
  }

  private t(key: string, args?: Record<string, string | number>): string {
    return words(this.course.language, key, args);
  }

  private framed(number: number, heading: string): TemplateResult {
    const { course } = this;
    const { stop, mode, left, language } = course;
    return html`
      <screen-frame
        .number=${number} .heading=${heading} .language=${language} .badge=${stop?.visitor?.badge ?? (stop?.onPaper ? stop.offer : undefined)}
        ?offline=${course.offline} .leaving=${stop ? (stop.station.role === 'stop' ? 'shell.leave' : 'shell.quit') : ''} ?wide=${mode === 'attract'} .time=${this.time()}
        ?ends=${stop?.station.role === 'stop' && this.hasExit} @leave=${() => stop?.finish('skipped')} @conclude=${() => course.conclude()}
      >${this.stage()}</screen-frame>
      ${left ? html`<screen-still .left=${left} .language=${language} @stay=${() => course.stay()}></screen-still>` : nothing}
    `;
  }

  private stage(): unknown {
    const { course } = this;
    if (course.fault) return this.faulty();
    switch (course.mode) {
      case 'attract':
        return html`<screen-attract class="stage"
          .place=${course.place} .scenario=${course.scenario} .language=${course.language}
          .languages=${course.wanted?.room.languages} ?away=${course.away}
          .called=${(course.wanted?.expected ?? []).filter((e) => e.sent).map((e) => e.badge)}
          @begin=${() => course.begin()} @speak=${(e: CustomEvent<string>) => course.speak(e.detail)}></screen-attract>`;
      case 'who':
        return html`<screen-who class="stage"
          .expected=${course.wanted?.expected ?? []} ?closes=${course.place?.role === 'closes'}
          ?checking=${course.door.checking} .problem=${course.door.problem} .language=${course.language}
          @ask=${(e: CustomEvent<Asking>) => course.checkIn(e.detail)}></screen-who>`;
      case 'stop':
        return course.element;
      case 'next':
        return this.next();
      case 'moved':
        if (course.parted) return this.card(`shell.parted.${course.parted}`, `shell.parted.${course.parted}.more`, false);
        return course.ended
          ? this.card('shell.ended', 'shell.ended.more', false)
          : this.card('shell.moved', 'shell.moved.more', false);
      default:
        return html`<screen-card class="stage" .text=${this.t('shell.who.checking')}></screen-card>`;
    }
  }

  private next(): unknown {
    const { gone, wanted, offline, language } = this.course;
    if (!gone) return nothing;
    const leaving = wanted?.leaving?.visit === gone.visit ? wanted.leaving : undefined;
    const place = gone.scenario.stations.find((p) => p.id === leaving?.next);
    return html`<screen-next class="stage" .badge=${gone.badge} .place=${place} .wait=${leaving?.wait ?? 0}
      ?over=${gone.over} ?any=${!!leaving} ?away=${offline} .language=${language}
      ?ends=${!gone.over && !gone.ending && place?.role !== 'closes' && this.hasExit}
      @conclude=${() => this.course.conclude()} @done=${() => this.course.forget()}></screen-next>`;
  }

  private get hasExit(): boolean {
    return this.course.scenario?.stations.some((p) => p.role === 'closes') ?? false;
  }

  /** What is left of the round's turn; "" in a room where everybody walks freely. */
  private time(): string {
    const { wanted, mode } = this.course;
    const round = wanted?.rotation;
    if (!round || mode === 'attract' || round.turn > round.of) return '';
    if (!round.turn) return this.t('shell.round.soon');
    if (round.paused) return this.t('shell.round.paused');
    const left = Math.ceil(((round.ends ?? 0) - this.course.clock.now()) / 60_000);
    return this.t(left <= 1 ? 'shell.round.last' : 'shell.round.left', { n: left });
  }

  private pairing(): TemplateResult {
    const { code, nowhere } = this.course;
    return code
      ? html`<screen-card whole .heading=${this.t('shell.pair')} .text=${this.t('shell.pair.more')} .code=${code}></screen-card>`
      : html`<screen-card whole .heading=${this.t('shell.pair')} .text=${nowhere ? this.t('shell.pair.nowhere', { station }) : this.t('shell.pair.away')}></screen-card>`;
  }

  private faulty(): TemplateResult {
    const { course } = this;
    return html`<screen-card class="stage" quiet .heading=${this.t('shell.fault')} .text=${this.t('shell.fault.more')}
      .code=${course.fault} .action=${this.t('shell.fault.again')} @again=${() => course.again()}></screen-card>`;
  }

  private card(heading: string, text: string, whole: boolean, code = ''): TemplateResult {
    return html`<screen-card class="stage" ?whole=${whole} .heading=${this.t(heading)} .text=${this.t(text)} .code=${code} quiet></screen-card>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'immersion-screen': ImmersionScreen;
  }
}
