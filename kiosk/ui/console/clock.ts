// One timer for every label of the page that time changes: a label sets its own
// text, and nothing around it is drawn anew.

let ahead = 0; // ms to add to this machine's clock for the server's
const labels = new Set<TimeLabel>();
let beat = 0;
const every = 250; // ms, for countdowns
const slow = 20; // beats between looks at labels that count minutes

/**
 * Sets the clock by what a frame says the server's is. Frames come late, never
 * early: of several the one that ran quickest is nearest to the truth.
 */
export function setClock(server: number, anew: boolean): void {
  const found = server - Date.now();
  ahead = anew ? found : Math.max(found, ahead - 5);
}

/** ms on the server's clock. */
export const serverNow = (): number => Date.now() + ahead;

setInterval(() => {
  beat++;
  for (const label of labels) if (label.quick || beat % slow === 0) label.look();
}, every);

/** Text that depends on the time: `say` gives it from `at`; a `quick` one counts seconds. */
export class TimeLabel extends HTMLElement {
  quick = false;
  private from = 0;
  private way: (at: number) => string = String;
  private said: string | undefined;

  set at(ms: number) {
    this.from = ms;
    if (this.isConnected) this.look();
  }

  set say(way: (at: number) => string) {
    this.way = way;
    if (this.isConnected) this.look();
  }

  connectedCallback(): void {
    labels.add(this);
    this.look();
  }

  disconnectedCallback(): void {
    labels.delete(this);
  }

  /** Says it anew if time has changed it. */
  look(): void {
    const text = this.way(this.from);
    if (text !== this.said) this.textContent = this.said = text;
  }
}

customElements.define('time-label', TimeLabel);

/** "4:09", never below nothing. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'time-label': TimeLabel;
  }
}
