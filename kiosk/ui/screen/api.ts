import type { ScenarioView } from '../shared/station.js';

/** Why the server said no: its status, its code, and the seconds it asks to wait. */
export class Refused extends Error {
  constructor(readonly status: number, readonly code: string, readonly wait: number) {
    super(`status ${status} ${code}`);
  }
}

/** The station in this screen's own address, /s/<station>; "" without one. */
export const station = decodeURIComponent(/^\/s\/([^/]+)/.exec(location.pathname)?.[1] ?? '');

/** The badge's code in a phone's own address, /b/<code>; "" on every other page. */
export const phone = decodeURIComponent(/^\/b\/([^/]+)/.exec(location.pathname)?.[1] ?? '').toUpperCase();

const own = station ? `station=${encodeURIComponent(station)}` : phone && `phone=${encodeURIComponent(phone)}`;

/** A browser may be several screens: what it asks names the one by its address. */
export const address = (path: string) => `/api/v1/${path}${own && `${path.includes('?') ? '&' : '?'}${own}`}`;

/** Asks the server; rejects with Refused when it says no, with a TypeError when it cannot be reached. */
export async function ask<T>(path: string, body?: object): Promise<T> {
  const init = body && { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  const response = await fetch(address(path), init);
  if (response.ok) return (await response.json()) as T;
  const told = (await response.json().catch(() => ({}))) as { code?: string; error?: string };
  const wait = Number(response.headers.get('Retry-After')) || 30;
  throw new Refused(response.status, told.code ?? told.error ?? '', wait);
}

const fetched = new Map<string, Promise<unknown>>();

/** Fetches once what never changes under its path; asked for again after a failure. */
export function once<T>(path: string): Promise<T> {
  let promise = fetched.get(path) as Promise<T> | undefined;
  if (!promise) {
    promise = ask<T>(path);
    fetched.set(path, promise);
    promise.catch(() => fetched.delete(path));
  }
  return promise;
}

export const scenario = (hash: string) => once<ScenarioView>(`scenarios/${hash}`);

export const view = (hash: string, place: string) =>
  once<unknown>(`scenarios/${hash}/stations/${encodeURIComponent(place)}`);

export const file = (hash: string, name: string) =>
  address(`scenarios/${hash}/files/${name.split('/').map(encodeURIComponent).join('/')}`);

/** Waits; seconds may be a fraction. */
export const pause = (seconds: number) => new Promise<void>((done) => setTimeout(done, seconds * 1000));
