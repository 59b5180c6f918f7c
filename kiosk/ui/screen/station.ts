import { ReactiveElement } from 'lit';
import { kinds } from '../../../stations/stations.js';
import type { Stop } from '../shared/station.js';

/** Gets the code of a kind; rejects when there is none or it cannot be reached. */
export async function load(kind: string): Promise<void> {
  const get = kinds[kind];
  if (!get) throw new Error(`no kind of station is called ${kind}`);
  await get();
}

const drawn = ReactiveElement.prototype as unknown as { performUpdate(): void };
const perform = drawn.performUpdate;

// An element that cannot draw itself, or a part of one, says so instead of leaving a hole.
drawn.performUpdate = function (this: ReactiveElement) {
  try {
    perform.call(this);
  } catch (detail) {
    this.dispatchEvent(new CustomEvent('failed', { detail, bubbles: true, composed: true }));
  }
};

/** Makes the element of a stop; its code is loaded. When it fails to draw itself or a part, it fires `failed`. */
export function elementFor(stop: Stop): HTMLElement {
  const name = `station-${stop.station.kind}`;
  if (!customElements.get(name)) throw new Error(`there is no element ${name}`);
  const element = document.createElement(name) as HTMLElement & { stop: Stop };
  element.stop = stop;
  element.classList.add('stage');
  return element;
}
