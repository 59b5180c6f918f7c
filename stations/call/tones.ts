import { loudness } from '../../kiosk/ui/shared/hold.js';

const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477];
const keypad = '123456789*0#';

/** Sounds that the screen makes itself; only after a touch. */
class Tones {
  volume = 1;
  private context: AudioContext | undefined;

  /** A key of the telephone: its two tones (ITU-T Q.23). */
  key(key: string): void {
    const i = keypad.indexOf(key);
    if (i < 0) return;
    for (const hertz of [rows[Math.floor(i / 3)]!, columns[i % 3]!]) this.tone(hertz, 0, 0.14, 0, 0.12);
  }

  /** Left, then right: who wears the headphones hears on which side. */
  sides(): void {
    this.tone(523, 0, 0.5, -1, 0.3);
    this.tone(659, 0.8, 0.5, 1, 0.3);
  }

  private tone(hertz: number, after: number, long: number, side: number, loud: number): void {
    const context = (this.context ??= new AudioContext());
    void context.resume();
    const from = context.currentTime + after;
    const [source, gain, pan] = [new OscillatorNode(context, { frequency: hertz }), new GainNode(context, { gain: 0 }), new StereoPannerNode(context, { pan: side })];
    gain.gain.setTargetAtTime(loud * this.volume * loudness(), from, 0.01);
    gain.gain.setTargetAtTime(0, from + long - 0.05, 0.02);
    source.connect(gain).connect(pan).connect(context.destination);
    source.start(from);
    source.stop(from + long);
  }
}

/** One context a page, as browsers want it. */
export const tones = new Tones();
