import type { ScreenKeyboard } from './keyboard.js';

export type Field = HTMLInputElement | HTMLTextAreaElement;

const textual = ['text', 'search', 'email', 'tel', 'url', 'password', 'number'];

/** The field of free text that an event comes from, through every shadow tree; one with inputmode="none" has keys of its own. */
function fieldOf(e: Event): Field | undefined {
  const from = e.composedPath()[0];
  const free = from instanceof HTMLTextAreaElement || (from instanceof HTMLInputElement && textual.includes(from.type));
  if (!free || from.readOnly || from.disabled) return undefined;
  return from.inputMode === 'none' && !ours.has(from) ? undefined : from;
}

const soon = 3000; // ms

const ours = new WeakSet<Field>(); // whose own keyboard of the machine is kept away

/**
 * Brings the room's keyboard up for whoever touches a field of free text, and takes it away for who types on a real
 * one. Its code comes a moment after the screen is drawn, so that it is there when the network is not.
 */
export class Typing {
  private readonly touchable = navigator.maxTouchPoints > 0;
  private field: Field | undefined;
  private keys: ScreenKeyboard | undefined;

  constructor(private readonly language: () => string) {
    if (this.touchable) setTimeout(() => void import('./keyboard.js').then((k) => k.ready(language())).catch(() => undefined), soon);
    addEventListener('pointerdown', (e) => this.pressed(e), { capture: true });
    addEventListener('click', (e) => this.touched(e), { capture: true });
    addEventListener('keydown', (e) => e.isTrusted && e.key.length === 1 && this.hide(), { capture: true });
    document.addEventListener('focusout', () => setTimeout(() => this.field && !focused(this.field) && this.hide()));
  }

  /** Whoever comes next finds no keyboard. */
  hide(): void {
    this.field = undefined;
    this.keys?.hide();
  }

  /** Keeps the machine's own keyboard away, before the field has the focus. */
  private pressed(e: PointerEvent): void {
    const field = fieldOf(e);
    if (!field || !(this.touchable || e.pointerType === 'touch')) return;
    ours.add(field);
    field.inputMode = 'none';
  }

  /** A field that is touched, though it may be focused already, wants the keyboard; by the click it has the focus. */
  private touched(e: MouseEvent): void {
    const field = fieldOf(e);
    if (field && ours.has(field)) void this.show(field, e.composedPath());
  }

  private async show(field: Field, path: EventTarget[]): Promise<void> {
    this.field = field;
    await import('./keyboard.js').catch(() => undefined); // without the server: the machine's own keyboard, if it has one
    if (this.field !== field || !customElements.get('screen-keyboard')) return;
    this.keys ??= document.createElement('screen-keyboard');
    const modal = path.find((n) => n instanceof HTMLDialogElement && n.matches(':modal')) as HTMLElement | undefined;
    await this.keys.show(field, this.language(), modal);
  }
}

/** Tells whether a field has the focus, in whatever shadow tree. */
function focused(field: Field): boolean {
  return (field.getRootNode() as Document | ShadowRoot).activeElement === field;
}
