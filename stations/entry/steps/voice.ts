import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import pause from 'lucide-static/icons/pause.svg?raw';
import play from 'lucide-static/icons/volume-2.svg?raw';
import { buttons } from '../../../kiosk/ui/shared/button.css.js';
import { icon } from '../../../kiosk/ui/shared/icon.js';

/** The customer tells it aloud, when asked to. `present` says that somebody listens. */
@customElement('entry-voice')
export class EntryVoice extends LitElement {
  static override styles = [buttons, css`
    .quiet {
      background: var(--card);
    }
  `];

  @property({ attribute: false }) src = '';
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) halt = '';
  @property({ attribute: false }) present: () => void = () => undefined;
  @state() private playing = false;

  private get sound(): HTMLAudioElement {
    return this.renderRoot.querySelector('audio')!;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sound.pause();
  }

  override render() {
    const toggle = () => (this.playing ? this.sound.pause() : void this.sound.play());
    const now = () => (this.playing = !this.sound.paused);
    return html`<audio src=${this.src} preload="none" @play=${now} @pause=${now} @ended=${now} @timeupdate=${this.present}></audio>
      <button class="quiet" @click=${toggle}>${icon(this.playing ? pause : play)} ${this.playing ? this.halt : this.label}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entry-voice': EntryVoice;
  }
}
