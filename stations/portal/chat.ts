import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Later } from '../../kiosk/ui/shared/hold.js';
import { controls } from './controls.css.js';
import type { Chat, Reply, Turn } from './view.js';
import type { World } from './world.js';

const thinking = 900; // ms before the bot answers

/** A chat bot that knows its turns and nothing else. */
@customElement('portal-chat')
export class PortalChat extends LitElement {
  static override styles = [controls, css`
    .window { border: 1px solid var(--line); border-radius: 12px; overflow: hidden; max-inline-size: 40em; }
    .log { display: flex; flex-direction: column; gap: 0.6em; block-size: 16em; overflow-y: auto; padding: 1em; background: var(--ground); }
    .log p { margin: 0; padding: 0.6em 0.9em; border-radius: 14px; max-inline-size: 80%; inline-size: fit-content; }
    .bot { background: #fff; border: 1px solid var(--line); border-end-start-radius: 2px !important; }
    .me { align-self: flex-end; background: var(--brand); color: #fff; border-end-end-radius: 2px !important; }
    .replies { display: flex; flex-wrap: wrap; gap: 0.5em; padding: 0.8em 1em 0; min-block-size: 3.6em; }
    .replies button { border-radius: 999px; }
    form { display: flex; gap: 0.5em; padding: 0.8em 1em 1em; }
    form input { flex: 1; }
  `];

  @property({ attribute: false }) world!: World;
  @property({ attribute: false }) chat!: Chat;
  @state() private said: { mine: boolean; text: string }[] = [];
  @state() private turn: Turn | undefined;
  @query('.log') private log!: HTMLElement;
  private answering: Later | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('chat')) return;
    this.said = [];
    this.say(this.chat.turns[0]);
  }

  override updated(): void {
    this.log.scrollTop = this.log.scrollHeight;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.answering?.end();
  }

  override render(): TemplateResult {
    const w = this.world;
    const name = w.read(this.chat.name);
    return html`<div class="window">
      <div class="log" role="log" tabindex="0" aria-label=${w.t('portal.chat.log', { name })}>
        ${this.said.map((s) => html`<p class=${s.mine ? 'me' : 'bot'}><b>${s.mine ? w.t('portal.chat.you') : name}</b><br>${s.text}</p>`)}
      </div>
      <div class="replies">${this.turn?.replies?.filter((r) => w.has(r.when)).map((r) => html`
        <button class="act plain" @click=${() => this.choose(r)}>${w.read(r.label)}</button>`)}</div>
      <form @submit=${this.typed}>
        <input autocomplete="off" aria-label=${w.t('portal.chat.type')} placeholder=${w.t('portal.chat.type')}>
        <button class="act">${w.t('portal.chat.send')}</button>
      </form>
    </div>`;
  }

  private say(turn: Turn | undefined): void {
    this.turn = turn;
    if (turn) this.said = [...this.said, { mine: false, text: this.world.read(turn.say) }];
  }

  private choose(reply: Reply): void {
    this.world.reply(reply);
    if (reply.turn !== undefined) this.ask(this.world.read(reply.label), reply.turn);
  }

  private typed(e: Event): void {
    e.preventDefault();
    const input = this.renderRoot.querySelector('input');
    if (!input?.value.trim()) return;
    const asked = input.value.toLocaleLowerCase();
    const known = this.chat.turns.find((t) => t.words?.some((word) => asked.includes(word.toLocaleLowerCase())));
    this.ask(input.value, known?.id ?? this.chat.lost);
    input.value = '';
  }

  private ask(text: string, next: string): void {
    this.said = [...this.said, { mine: true, text }];
    this.turn = undefined;
    this.answering?.end();
    this.answering = new Later(() => this.say(this.chat.turns.find((t) => t.id === next)), thinking);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-chat': PortalChat;
  }
}
