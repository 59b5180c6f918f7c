import { LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ScenarioView } from '../shared/station.js';
import type { Console } from './console.js';
import type { Row } from './row.js';

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last), ArrowUp: (at) => Math.max(at - 1, 0), Home: () => 0, End: (_, last) => last,
};

/** A table of rows that are one stop for the Tab key; the arrows go from row to row. */
export abstract class Table extends LitElement {
  @property({ attribute: false }) page!: Console;
  @property({ attribute: false }) scenario: ScenarioView | undefined;
  /** Id of the row that the Tab key comes to; the first where it is gone. */
  @state() private row = '';

  /** The one of these ids that the Tab key comes to. */
  protected stop(ids: string[]): string {
    return ids.includes(this.row) ? this.row : (ids[0] ?? '');
  }

  protected readonly focused = (e: FocusEvent): void => {
    this.row = (e.target as Partial<Row>).key ?? this.row;
  };

  protected readonly pressed = (e: KeyboardEvent): void => {
    const step = steps[e.key];
    const rows = [...this.renderRoot.querySelectorAll<Row>('[role=row]:not(.heads, [hidden])')];
    const at = rows.findIndex((r) => r === e.target);
    if (!step || at < 0) return;
    e.preventDefault();
    rows[step(at, rows.length - 1)]!.focus();
  };

  abstract override render(): TemplateResult;
}
