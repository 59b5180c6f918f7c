import { Refused } from '../console/page.js';

const kept = new Map<string, { etag: string; answer: unknown }>();

/**
 * Reads what managers read. What this page has already is not sent again, and
 * the room does not log it as read again. Rejects with Refused.
 */
export async function fresh<T>(path: string): Promise<T> {
  const before = kept.get(path);
  const response = await fetch(path, before && { headers: { 'If-None-Match': before.etag } }).catch(() => undefined);
  if (!response) throw new Refused('away');
  if (response.status === 304 && before) return before.answer as T;
  if (!response.ok) {
    const told = (await response.json().catch(() => ({}))) as { code?: string; id?: string };
    throw new Refused(response.status === 429 ? 'many' : (told.code ?? 'internal'), told.id);
  }
  const answer = (await response.json()) as T;
  const etag = response.headers.get('ETag');
  if (etag) kept.set(path, { etag, answer });
  return answer;
}

/** An address with a query of what is not empty. */
export function address(path: string, query: Record<string, string | undefined>): string {
  const said = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1])));
  return said.size ? `${path}?${said}` : path;
}
