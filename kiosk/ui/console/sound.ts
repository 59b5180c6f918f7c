import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import bell from 'lucide-static/icons/bell.svg?raw';
import megaphone from 'lucide-static/icons/megaphone.svg?raw';
import phone from 'lucide-static/icons/phone-call.svg?raw';
import square from 'lucide-static/icons/square.svg?raw';
import off from 'lucide-static/icons/volume-x.svg?raw';
import on from 'lucide-static/icons/volume-2.svg?raw';
import { buttons } from '../shared/button.css.js';
import { icon } from '../shared/icon.js';
import type { Level, Playing, SoundDesk, SoundItem, SoundOrder, SoundView } from '../shared/wire.gen.js';
import { countdown, serverNow } from './clock.js';
import type { Console } from './console.js';
import { ask } from './page.js';
import { page } from './page.css.js';
import { style } from './sound.css.js';

type Channel = NonNullable<SoundOrder['channel']>;
const channels: Channel[] = ['ambience', 'chime', 'speech'];

/** The room's speakers: what they play, what there is to play, how loud. */
export function soundPart(of: Console): TemplateResult {
  return html`<console-sound .page=${of} .sound=${of.room?.sound} .scenario=${of.scenario?.hash ?? ''} ?busy=${of.busy} ?paused=${of.room?.paused}></console-sound>`;
}

/** The room's speakers on the organiser's page. */
@customElement('console-sound')
export class ConsoleSound extends LitElement {
  static override readonly styles = [buttons, page, style];

  @property({ attribute: false }) page!: Console;
  @property({ attribute: false }) sound: SoundView | undefined;
  @property({ attribute: false }) scenario = '';
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) paused = false;
  @state() private desk: SoundDesk | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('scenario')) void this.look();
  }

  private async look(): Promise<void> {
    this.desk = await ask<SoundDesk>('GET', '/api/v1/sound').catch(() => this.desk);
  }

  override render(): TemplateResult | typeof nothing {
    const sound = this.sound ?? this.desk;
    if (!sound) return nothing;
    return html`
      <section class="now" aria-labelledby="now"><h2 id="now">${this.t('console.sound')}</h2>
        ${this.card(sound)} ${this.playing(sound)}
        <div class="hands"><button class="primary" ?disabled=${this.busy} @click=${() => this.tell({ do: 'stop' })}>${icon(square)} ${this.t('console.sound.stop')}</button>
          <button class="quiet" ?disabled=${this.busy} @click=${() => this.tell({ do: 'chime' })}>${icon(bell)} ${this.t('console.sound.test')}</button></div></section>
      <section class="loud" aria-labelledby="loud"><h2 id="loud">${this.t('console.sound.volume')}</h2>
        ${channels.map((c) => this.channel(c, sound.channels[c] ?? { volume: 100, muted: false }, c === 'ambience' && !sound.ambience))}</section>
      ${this.items('announcements', megaphone, this.desk?.announcements, 'announce', sound)}
      ${this.items('recitals', phone, this.desk?.recitals, 'recite', sound)}`;
  }

  /** What it plays on. */
  private card(sound: SoundView): TemplateResult {
    return html`<p class=${sound.ready ? 'card' : 'card none'} role="status">${icon(sound.ready ? on : off)}
      <span>${sound.ready ? this.t('console.sound.ready') : html`<b>${this.t('console.sound.none')}</b> ${this.t('console.sound.none.more')}`}
      <br /><span class="small soft" lang="en">${sound.status}</span></span></p>`;
  }

  private playing(sound: SoundView): TemplateResult {
    const { playing, waiting } = sound;
    if (!playing) return html`<p class="playing soft">${this.t(waiting.length > 0 ? 'console.sound.soon' : 'console.sound.still')}</p>`;
    return html`<div class="playing"><p><b>${this.page.read(playing.title)}</b>
        <span class="time" role="timer">${far(playing)} / ${countdown(playing.length)}</span>
        ${playing.held ? html`<span class="soft">${this.t('console.sound.held')}</span>` : nothing}</p>
      ${waiting.length > 0 ? html`<p class="soft">${this.t('console.sound.then')}</p>
        <ol>${waiting.map((w) => html`<li>${this.page.read(w.title)} <span class="time soft">${countdown(w.length)}</span></li>`)}</ol>` : nothing}</div>`;
  }

  private channel(c: Channel, { volume, muted }: Level, none: boolean): TemplateResult {
    const name = this.t(`console.sound.${c}`);
    const set = (level: Level) => this.tell({ do: 'set', channel: c, ...level });
    return html`<div class=${muted ? 'channel muted' : 'channel'}>
      <label for=${c}>${name}${none ? html`<span class="small soft">${this.t('console.sound.ambience.none')}</span>` : nothing}</label>
      <input id=${c} type="range" min="0" max="100" step="5" .value=${live(String(volume))} aria-valuetext=${`${volume} %`}
        @change=${(e: Event) => set({ volume: Number((e.target as HTMLInputElement).value), muted: false })} />
      <output for=${c}>${muted ? this.t('console.sound.muted') : volume}</output>
      <button class="quiet" aria-pressed=${muted} aria-label=${this.t('console.sound.mute', { channel: name })} title=${this.t('console.sound.mute', { channel: name })}
        @click=${() => set({ volume, muted: !muted })}>${icon(muted ? off : on)}</button></div>`;
  }

  private items(what: string, sign: Svg, all: SoundItem[] | undefined, order: 'announce' | 'recite', sound: SoundView): TemplateResult {
    const disabled = this.busy || this.paused || !sound.ready;
    return html`<section class="items" aria-labelledby=${what}><h2 id=${what}>${this.t(`console.sound.${what}`)}</h2>
      <p class="soft">${this.t(`console.sound.${what}.${all?.length === 0 ? 'none' : 'more'}`)}</p>
      <ul>${all?.map((i) => html`<li><button class="quiet" ?disabled=${disabled} @click=${() => this.tell({ do: order, id: i.id })}>${icon(sign)}
        <span>${this.page.read(i.title)}</span> <span class="time">${countdown(i.length)}</span></button></li>`)}</ul></section>`;
  }

  private tell(order: SoundOrder): void {
    void this.page.tell('POST', 'sound', order, 'console.sound.problem');
  }

  private t(key: string, args?: Record<string, string | number>): string {
    return this.page.t(key, args);
  }
}

/** How far it has come. */
function far({ held, at, since, length }: Playing): TemplateResult | string {
  const say = (from: number) => countdown(Math.max(0, Math.min(length, Math.floor((serverNow() - from) / 1000) * 1000)));
  return held ? countdown(at ?? 0) : html`<time-label .quick=${true} .say=${say} .at=${since ?? 0}></time-label>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-sound': ConsoleSound;
  }
}
