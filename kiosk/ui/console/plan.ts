import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Planned } from '../shared/wire.gen.js';
import type { Console } from './console.js';
import { ask } from './page.js';

/** What the room does next by itself, where its room file plans something. */
@customElement('console-plan')
export class NextPlanned extends LitElement {
  @property({ attribute: false }) page!: Console;
  /** Of the opening; when it changes, something else may be next. */
  @property() phase = '';
  @state() private next: Planned['next'];
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => { if (!document.hidden) void this.look(); }, 30_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('phase')) void this.look();
  }

  private async look(): Promise<void> {
    this.next = await ask<Planned>('GET', '/api/v1/plan').then((p) => p.next, () => this.next);
  }

  override render(): unknown {
    const { next, page } = this;
    if (!next) return nothing;
    const day = new Date(next.at).toDateString() === new Date().toDateString() ? {} : { weekday: 'short' as const };
    const at = new Date(next.at).toLocaleString(page.locale, { ...day, hour: '2-digit', minute: '2-digit' });
    return html`${page.t(`plan.${next.do}`, { at })}${next.scenario ? ` ${page.t('plan.scenario', { scenario: next.scenario })}` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-plan': NextPlanned;
  }
}
