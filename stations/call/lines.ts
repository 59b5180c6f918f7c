import type { Text } from '../../kiosk/ui/shared/station.js';
import type { StationCall } from './element.js';
import { sorted, type Segment, type View } from './view.js';

/** One thing to hear: a caption, or a wait. */
export interface Line { from: number; to: number; who: string; words: Text; own: boolean; wait?: Segment }

/** Captions and segments in the order they begin. */
export function lines(view: View): Line[] {
  const waits = view.segments.map((s) => ({ from: s.from, to: s.to, who: '', words: s.label, own: false, wait: s }));
  const cues = view.cues.map((c) => ({
    from: c.from, to: c.to, who: c.speaker ?? '', words: c.text, own: c.speaker === view.caller.voice,
  }));
  return sorted([...waits, ...cues], (a, b) => a.from - b.from);
}

/** The line that is heard now. */
export function lineAt(el: StationCall): number {
  return Math.max(0, lines(el.view).filter((l) => l.from <= el.at).length - 1);
}
