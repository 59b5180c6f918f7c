import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SimpleKeyboard } from 'simple-keyboard/build/index.modern.js';
import { layoutOf } from './layouts.js';
import type { Field } from './typing.js';
import { words } from './words.js';

/** Has the keys of a language at hand, and English ones for those that cannot be had. */
export const ready = (language: string): Promise<unknown> => Promise.all([layoutOf('en'), layoutOf(language)]);

const named = ['bksp', 'enter', 'shift', 'space', 'hide'];

/** The room's own keyboard, at the foot of the screen. It never takes the focus; what is above makes room for it. */
@customElement('screen-keyboard')
export class ScreenKeyboard extends LitElement {
  static override styles = css`
    :host {
      position: fixed;
      z-index: 10;
      inset: auto 0 0;
      box-sizing: border-box;
      padding: var(--s2) max(var(--s2), calc(50vw - 32rem));
      background: var(--shade);
      border-block-start: 1px solid var(--edge);
      user-select: none;
      -webkit-user-select: none;
      touch-action: manipulation;
    }
    .hg-row {
      display: flex;
      gap: var(--s1);
      margin-block-start: var(--s1);
    }
    button {
      flex: 1 1 0;
      min-inline-size: 0;
      min-block-size: clamp(48px, 6vh, 4.2rem);
      padding: 0;
      border: 1px solid var(--edge);
      border-radius: calc(var(--radius) * 0.6);
      background: var(--card);
      color: var(--ink);
      font: 500 var(--t2) / 1 var(--font-room);
      overflow: hidden;
      touch-action: manipulation;
      -webkit-tap-highlight-color: transparent;
    }
    button:active {
      background: var(--hairline);
    }
    .named {
      flex: 1.8 1 0;
      font-size: var(--t1);
    }
    .held {
      background: var(--ink);
      color: var(--paper);
    }
    [data-skbtn='{space}'] {
      flex: 7 1 0;
    }
    @media (max-height: 600px) {
      button {
        min-block-size: 40px;
      }
    }
  `;

  private language = 'en';
  private field!: Field;
  private board: SimpleKeyboard | undefined;
  private modal: HTMLElement | undefined;
  private readonly size = new ResizeObserver(() => {
    this.makeRoom(this.getBoundingClientRect().height);
    requestAnimationFrame(() => this.field.scrollIntoView({ block: 'nearest' }));
  });

  /** Comes up for a field; inside a modal dialog, where one is open, since all else is out of reach then. */
  async show(field: Field, language: string, modal: HTMLElement | undefined): Promise<void> {
    this.field = field;
    this.language = language;
    const layout = await layoutOf(language);
    this.hide();
    this.modal = modal;
    (modal ?? document.body).append(this);
    await this.updateComplete;
    this.draw(layout);
    field.style.scrollMarginBlock = '1em'; // its ring, too, stays in view
    this.size.observe(this);
  }

  hide(): void {
    if (!this.isConnected) return;
    this.size.disconnect();
    this.board?.destroy();
    this.board = undefined;
    this.remove();
    this.makeRoom(0);
  }

  override render(): TemplateResult {
    const stay = (e: Event) => e.preventDefault(); // the focus stays where the words go
    return html`<div role="group" aria-label=${words(this.language, 'shell.keys')} @pointerdown=${stay} @mousedown=${stay}>
      <div class="keys"></div></div>`;
  }

  private draw(layout: Record<string, string[]>): void {
    this.requestUpdate();
    this.board = new SimpleKeyboard(this.renderRoot.querySelector<HTMLDivElement>('.keys')!, {
      layout,
      display: Object.fromEntries(named.map((key) => [`{${key}}`, words(this.language, `shell.keys.${key}`)])),
      mergeDisplay: true,
      useButtonTag: true,
      physicalKeyboardHighlight: false,
      onRender: () => this.dress(),
      onKeyPress: (key: string) => this.press(key),
    });
    this.dress();
  }

  private dress(): void {
    const shifted = this.board?.options.layoutName === 'shift';
    for (const key of this.renderRoot.querySelectorAll<HTMLElement>('button')) {
      key.tabIndex = -1; // who tabs has keys
      const name = key.dataset.skbtn ?? '';
      key.classList.toggle('named', name.length > 3 && name.startsWith('{'));
      key.classList.toggle('held', name === '{shift}' && shifted);
    }
  }

  private press(key: string): void {
    const { field } = this;
    const shifted = this.board?.options.layoutName === 'shift';
    if (key === '{hide}') return this.hide();
    if (key === '{enter}' && !(field instanceof HTMLTextAreaElement)) {
      this.hide();
      return field.form?.requestSubmit();
    }
    if (key === '{shift}' || shifted) this.board?.setOptions({ layoutName: shifted ? 'default' : 'shift' });
    if (key === '{shift}') return;
    if (key === '{bksp}') erase(field);
    else type(field, { '{space}': ' ', '{enter}': '\n' }[key] ?? key);
  }

  private makeRoom(height: number): void {
    document.documentElement.style.setProperty('--keys', `${height}px`);
    if (!this.modal) return;
    this.modal.style.insetBlockEnd = height ? `${height}px` : '';
    this.modal.style.maxBlockSize = height ? `calc(100vh - ${height}px)` : '';
    if (!height) this.modal = undefined;
  }
}

/** Puts text where the caret is, as typing does. */
function type(field: Field, text: string): void {
  const [from, to] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
  if (field.maxLength >= 0 && field.value.length - (to - from) + text.length > field.maxLength) return;
  put(field, field.value.slice(0, from) + text + field.value.slice(to), from + text.length);
}

function erase(field: Field): void {
  const end = field.selectionEnd ?? field.value.length;
  const start = field.selectionStart ?? end;
  const last = Array.from(field.value.slice(0, start)).at(-1) ?? '';
  const from = start === end ? start - last.length : start;
  put(field, field.value.slice(0, from) + field.value.slice(end), from);
}

function put(field: Field, value: string, caret: number): void {
  field.value = value;
  if (field.selectionStart !== null) field.setSelectionRange(caret, caret);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-keyboard': ScreenKeyboard;
  }
}
