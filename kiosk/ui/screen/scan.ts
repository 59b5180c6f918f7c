const quick = 35; // ms between two keys: a scanner's, never a hand's
const slow = 100; // ms that a slow one may take, as long as it spells a badge
const over = 120; // ms without a key, then the scan has ended
const before = ['HTTP', 'BADGE'];
const shape = /^(?:BADGE|HTTPS?[A-Z0-9]*B)?([BCDFGHJKMNPQRTVWXY346789]{4})$/; // a QR holds an address: http://…/b/<code>

/** The letter or digit of a physical key, whatever the keyboard's layout says; "" for any other. */
const sign = (code: string) => /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code)?.slice(1).find(Boolean) ?? '';

type Field = HTMLInputElement | HTMLTextAreaElement;
const isField = (t: EventTarget | undefined): t is Field => t instanceof HTMLInputElement || t instanceof HTMLTextAreaElement;

/**
 * Tells a scanner that types as a USB keyboard from hands, by how quickly its keys follow one another, and keeps what
 * it types out of fields. Keys that were no badge's after all are put where they belong.
 */
export class Scanner {
  private read = ''; // signs of the burst so far
  private raw = ''; // what it would have typed, without its first key
  private at = 0; // when the last key came
  private first: { field: Field; value: string; start: number | null } | undefined; // as it was before the burst
  private scanning = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** scanned gets a badge's code. */
  constructor(private readonly scanned: (code: string) => void) {
    addEventListener('keydown', (e) => this.key(e), { capture: true });
  }

  private key(e: KeyboardEvent): void {
    if (e.ctrlKey || e.altKey || e.metaKey || e.isComposing || e.key === 'Shift') return;
    const gap = e.timeStamp - this.at;
    this.at = e.timeStamp;
    const read = this.read + sign(e.code);
    const spells = before.some((b) => b.startsWith(read) || read.startsWith(b)) || (e.key === 'Enter' && shape.test(this.read));
    if (this.read && (gap < quick || (gap < slow && spells))) this.go(e);
    else this.begin(e);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.rest(), over);
  }

  /** A key that may be a hand's. One that follows a burst says that this was a hand's, too: a scanner ends with Enter, Tab or nothing. */
  private begin(e: KeyboardEvent): void {
    if (this.scanning) this.end(e.key === 'Enter' || e.key === 'Tab');
    const field = e.composedPath()[0];
    this.first = isField(field) ? { field, value: field.value, start: field.selectionStart } : undefined;
    this.read = sign(e.code);
    this.raw = '';
  }

  /** A key that came too soon for a hand. */
  private go(e: KeyboardEvent): void {
    if (e.key === 'Enter' || e.key === 'Tab') {
      if (!this.scanning) return;
      if (shape.test(this.read)) {
        e.preventDefault();
        e.stopImmediatePropagation();
      } // or else it ends what a quick hand typed, and the field wants it
      return this.end();
    }
    this.scanning = true;
    this.read += sign(e.code);
    if (e.key.length === 1) this.raw += e.key;
    e.preventDefault();
    e.stopImmediatePropagation();
  }

  private end(whole = true): void {
    clearTimeout(this.timer);
    const code = whole && this.scanning ? shape.exec(this.read)?.[1] : undefined;
    if (code && this.first) this.restore(this.first.field, this.first.value, this.first.start);
    else if (!code) this.give();
    this.read = this.raw = '';
    this.scanning = false;
    this.first = undefined;
    if (code) this.scanned(code);
  }

  /** Nothing comes. If that is because the machine is busy, the keys that come yet tell by their times that they belong to the same scan. */
  private rest(): void {
    if (shape.test(this.read)) this.end();
    else this.give();
  }

  /** Puts what was kept back where it belongs. */
  private give(): void {
    const { first, raw } = this;
    this.raw = '';
    this.scanning = false;
    if (!first || !raw) return;
    const { field } = first;
    const at = field.selectionStart ?? field.value.length;
    this.restore(field, field.value.slice(0, at) + raw + field.value.slice(field.selectionEnd ?? at), at + raw.length);
  }

  private restore(field: Field, value: string, caret: number | null): void {
    if (field.value === value) return;
    field.value = value;
    field.setSelectionRange(caret, caret);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
}
