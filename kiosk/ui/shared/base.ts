import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Stop, Text } from './station.js';

/** What every kind's element extends. View is what its Go Station.View() marshals to. */
export class StationElement<View> extends LitElement {
  /** Set once by the screen, before the element is connected. */
  @property({ attribute: false }) stop!: Stop<View>;

  get view(): View {
    return this.stop.view;
  }

  /** Dictionary words, as Stop.t. */
  t(key: string, args?: Record<string, string | number>): string {
    return this.stop.t(key, args);
  }

  /** A text in the visitor's language, as Stop.read. */
  read(text: Text | undefined): string {
    return this.stop.read(text);
  }
}
