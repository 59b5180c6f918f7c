import type { Page } from '@playwright/test';

interface Fact { id: string; visit: string; type: string; at: number; body?: { badge?: { code: string } } }
interface Heard { type?: string; ids?: string[]; id?: string; code?: string }

const parsed = <T>(text: string): T | undefined => {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
};

/** All that goes between pages and server: facts sent, acknowledgements, and whatever pages receive. */
export class Wire {
  readonly facts = new Map<string, Fact>();
  readonly acked = new Set<string>();
  readonly refused: string[] = [];
  /** Text bodies and frames as they came, by address. */
  readonly received: { from: string; text: string }[] = [];
  private readonly reading: Promise<void>[] = [];

  watch(page: Page): void {
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => this.sent(String(payload)));
      socket.on('framereceived', ({ payload }) => this.heard(socket.url(), String(payload)));
    });
    page.on('request', (request) => {
      if (request.url().includes('/api/v1/facts')) this.sent(request.postData() ?? '');
    });
    page.on('response', (response) => {
      if (/font|image|media/.test(response.request().resourceType())) return; // no words in them
      this.reading.push(response.text().then((text) => this.heard(response.url(), text), () => undefined));
    });
  }

  /** The visit that wears a badge's code. */
  visit(code: string): string {
    return [...this.facts.values()].find((f) => f.type === 'visit.opened' && f.body?.badge?.code === code)!.visit;
  }

  /** Ids of a visit's facts, each once however often it was sent. */
  of(visit: string): string[] {
    return [...this.facts.values()].filter((f) => f.visit === visit).map((f) => f.id);
  }

  /** Bodies of the facts of one type, in the order they happened. */
  bodies<B>(type: string): B[] {
    return [...this.facts.values()].filter((f) => f.type === type).map((f) => f.body as B);
  }

  /** Whether the server has the newest progress, which came after the newest fact of a type and says so: a page loaded now goes on from there. */
  kept(after: string, says = ''): boolean {
    const types = [...this.facts.values()].map((f) => f.type);
    const newest = types.lastIndexOf('stop.progress');
    const fact = [...this.facts.values()][newest];
    return newest > types.lastIndexOf(after) && this.acked.has(fact!.id) && JSON.stringify(fact!.body).includes(says);
  }

  /** When all that has come is read. */
  async read(): Promise<void> {
    await Promise.all(this.reading);
  }

  private sent(text: string): void {
    for (const fact of parsed<{ batch?: Fact[] }>(text)?.batch ?? []) this.facts.set(fact.id, fact);
  }

  private heard(from: string, text: string): void {
    this.received.push({ from, text });
    const told = parsed<Heard & { acked?: string[]; refused?: Heard[] }>(text);
    for (const id of [...(told?.ids ?? []), ...(told?.acked ?? [])]) this.acked.add(id);
    if (told?.type === 'refuse') this.refused.push(text);
    if (told?.refused?.length) this.refused.push(text);
  }
}
