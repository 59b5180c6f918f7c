import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Section } from '../../../kiosk/ui/shared/station.js';

/** How far a finger wanders, in px, before a tap is a drag. */
const slack = 10;

/** What is under way: over which section, and on which other note. */
interface Dragged { note: string; x: number; y: number; over?: Section; on?: string }

/**
 * Drags a note with finger or mouse from section to section. What is under way
 * is `dragged`; `drop` is called at the end, with the section below it.
 */
export class Drag implements ReactiveController {
  dragged?: Dragged;
  private began?: { note: string; pointer: number; x: number; y: number };
  private justDropped = false;

  constructor(
    private readonly host: ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment },
    private readonly drop: (dragged: Dragged, section: Section) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected() {
    this.end();
  }

  down(note: string, e: PointerEvent) {
    if (e.button !== 0 || this.began) return;
    this.justDropped = false;
    this.began = { note, pointer: e.pointerId, x: e.clientX, y: e.clientY };
    addEventListener('pointermove', this.move);
    addEventListener('pointerup', this.up);
    addEventListener('pointercancel', this.end);
  }

  /** Whether the click that now comes is the end of a drag. */
  get wasDrag(): boolean {
    return this.justDropped;
  }

  private readonly move = (e: PointerEvent) => {
    const { began } = this;
    if (!began || e.pointerId !== began.pointer) return;
    if (!this.dragged && Math.hypot(e.clientX - began.x, e.clientY - began.y) < slack) return;
    this.dragged = { note: began.note, x: e.clientX, y: e.clientY, ...this.below(e, began.note) };
    this.host.requestUpdate();
  };

  private readonly up = (e: PointerEvent) => {
    if (e.pointerId !== this.began?.pointer) return;
    const { dragged } = this;
    this.end();
    this.justDropped = dragged !== undefined;
    setTimeout(() => (this.justDropped = false), 50); // the click of this drop, if one comes, comes before
    if (dragged?.over) this.drop(dragged, dragged.over);
  };

  private readonly end = () => {
    removeEventListener('pointermove', this.move);
    removeEventListener('pointerup', this.up);
    removeEventListener('pointercancel', this.end);
    this.began = this.dragged = undefined;
    this.host.requestUpdate();
  };

  private below(e: PointerEvent, note: string): Pick<Dragged, 'over' | 'on'> {
    const root = this.host.renderRoot as unknown as DocumentOrShadowRoot;
    const found = root.elementFromPoint(e.clientX, e.clientY);
    const on = found?.closest<HTMLElement>('[data-note]')?.dataset.note;
    const over = found?.closest<HTMLElement>('[data-section]')?.dataset.section as Section | undefined;
    return { over, on: on === note ? undefined : on };
  }
}
