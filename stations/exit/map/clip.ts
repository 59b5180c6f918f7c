import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import pause from 'lucide-static/icons/pause.svg?raw';
import play from 'lucide-static/icons/volume-2.svg?raw';
import { buttons } from '../../../kiosk/ui/shared/button.css.js';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import type { Evidence, Stop } from '../../../kiosk/ui/shared/station.js';

type Clip = NonNullable<Evidence['clip']>;

/** How long, in s, the shortest piece plays: a word needs its sentence. */
const least = 2;

const clock = (ms: number) => `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`;

/** The second of a recording that a note comes from, to hear again. */
@customElement('exit-clip')
export class ExitClip extends LitElement {
  static override styles = [buttons, css`
    .quiet {
      white-space: nowrap;
    }
  `];

  @property({ attribute: false }) stop!: Stop;
  @property({ attribute: false }) clip!: Clip;
  @state() private playing = false;
  @state() private failed = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sound.pause();
  }

  override render() {
    const { t } = this.stop;
    const words = this.failed ? t('exit.clip.failed') : this.playing ? t('exit.clip.pause') : t('exit.clip.play', { at: clock(this.clip.from) });
    const now = () => (this.playing = !this.sound.paused);
    return html`
      <audio src=${this.stop.file(this.clip.media)} preload="none" @play=${now} @pause=${now} @timeupdate=${this.passed}></audio>
      <button class="quiet" ?disabled=${this.failed} @click=${this.toggle}>${icon(this.playing ? pause : play)} ${words}</button>
    `;
  }

  private get sound(): HTMLAudioElement {
    return this.renderRoot.querySelector('audio')!;
  }

  private async toggle(): Promise<void> {
    const { sound } = this;
    if (this.playing) return sound.pause();
    try {
      sound.currentTime = this.clip.from / 1000;
      await sound.play();
    } catch (e) {
      this.failed = !(e instanceof DOMException && e.name === 'AbortError'); // touched again before it sounded
    }
  }

  private passed(): void {
    this.stop.present();
    const { from, to } = this.clip;
    if (this.sound.currentTime >= Math.max(to / 1000, from / 1000 + least)) this.sound.pause();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'exit-clip': ExitClip;
  }
}
