import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { MapView, PlaceView, RoomView, ScenarioView } from '../shared/station.js';
import type { Preview } from '../shared/wire.gen.js';
import * as api from '../screen/api.js';
import '../screen/card.js';
import { paint, wear } from '../screen/comfort.js';
import '../screen/frame.js';
import { elementFor, load } from '../screen/station.js';
import { Typing } from '../screen/typing.js';
import { about, learn, read, words } from '../screen/words.js';
import { Nowhere } from './ground.js';

/** A station as its screen would show it to a made-up visitor. It has no socket and tells the room nothing. */
@customElement('immersion-stage')
export class Stage extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    .stage {
      block-size: 100%;
    }
  `;

  private readonly asked = new URLSearchParams(location.search);
  private language = this.asked.get('language') ?? 'en';
  private scenario: ScenarioView | undefined;
  private place: PlaceView | undefined;
  private room: RoomView | undefined;
  private ground: Nowhere | undefined;
  protected readonly typing = new Typing(() => this.speaks);
  @state() private fault = '';

  override firstUpdated(): void {
    void this.begin().catch((error: unknown) => this.failed(error));
  }

  private async begin(): Promise<void> {
    const hash = this.asked.get('scenario') ?? '';
    const id = this.asked.get('station') ?? '';
    this.fault = '';
    this.ground?.clear();
    const path = `scenarios/${hash}/stations/${encodeURIComponent(id)}/preview?language=${this.language}`;
    const [scenario, view, made] = await Promise.all([api.scenario(hash), api.view(hash, id), api.ask<Preview>(path), learn(this.language, hash)]);
    about(hash);
    const place = scenario.stations.find((p) => p.id === id)!;
    await load(place.kind);
    const room = made.room as RoomView;
    const comfort = { ...room.comfort, largeText: this.asked.has('large') || room.comfort.largeText, dim: this.asked.has('dim') || room.comfort.dim };
    const ground = new Nowhere(made.answers, () => this.requestUpdate());
    const { visit, offer } = made;
    const stop = ground.begin({
      view, station: place, scenario, room, language: this.language, comfort, progress: undefined, group: made.group ?? 0, turn: 0,
      ...(offer && { offer }), ...(visit?.map && { map: visit.map as MapView }), felt: visit?.felt ?? [],
    }, visit && { id: visit.id, badge: visit.badge, unrecorded: false });
    ground.element = elementFor(stop);
    ground.element.addEventListener('failed', (e) => this.failed((e as CustomEvent).detail));
    Object.assign(this, { scenario, place, room, ground });
    this.requestUpdate();
  }

  private failed(error: unknown): void {
    this.ground?.clear();
    this.fault = error instanceof Error ? error.message : String(error);
    reportError(error);
  }

  private get speaks(): string {
    return this.ground?.stop?.language ?? this.language;
  }

  override render(): TemplateResult {
    const { place, ground } = this;
    const t = (key: string) => words(this.speaks, key);
    if (this.fault) return html`<screen-card whole quiet .heading=${t('shell.fault')} .text=${this.fault}></screen-card>`;
    if (!place || !ground?.stop) return html``;
    const { stop } = ground;
    return html`<screen-frame .number=${place.number} .heading=${read(this.speaks, place.title)} .language=${this.speaks}
      .badge=${stop.visitor?.badge} .leaving=${place.role === 'stop' ? 'shell.leave' : 'shell.quit'}
      ?ends=${place.role === 'stop' && this.scenario!.stations.some((p) => p.role === 'closes')}
      @leave=${() => stop.finish('skipped')} @conclude=${() => stop.finish('done')}>
      ${ground.over
        ? html`<screen-card class="stage" .heading=${t('preview.over')} .text=${t('preview.over.more')} .action=${t('preview.again')} @again=${() => void this.begin()}></screen-card>`
        : ground.element}
    </screen-frame>`;
  }

  override updated(): void {
    const { stop } = this.ground ?? {};
    if (!stop || !this.place) return;
    wear(stop.comfort, this.room?.dim ?? false, stop.language);
    paint(this.place.colour);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'immersion-stage': Stage;
  }
}
