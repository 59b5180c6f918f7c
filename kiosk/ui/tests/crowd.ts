import { request, type APIRequestContext } from '@playwright/test';
import { newID } from '../shared/id.js';
import { assumption } from './scenario.js';
import { passphrases, type Server } from './server.js';

/** What one of a crowd does; what is left out they do not do. */
export interface Walk {
  department?: string;
  before?: number;
  after?: number;
  /** How the call, the portal and the invoice felt, −4…4. */
  felt?: Record<string, number>;
  /** Whether they gave up on the portal's page of addresses. */
  gaveUp?: boolean;
  /** Lines of the invoice they mark wrong. */
  wrong?: string[];
  notes?: Record<string, string>;
  sentence?: { text: string; debrief?: boolean };
  pledge?: string;
}

/** Many visitors at once, without their screens: what they do goes to the server as their screens would send it. */
export class Crowd {
  private code = 0;

  private constructor(private readonly url: string, readonly organiser: APIRequestContext, readonly manager: APIRequestContext, private readonly screen: APIRequestContext, private readonly id: string) {}

  static async at(room: Server): Promise<Crowd> {
    const organiser = await room.organiser();
    const manager = await request.newContext({ baseURL: room.url });
    await manager.post('/api/v1/session', { data: { role: 'manager', passphrase: passphrases.manager } });
    const screen = await request.newContext({ baseURL: room.url });
    const { device_code } = (await (await screen.post('/api/v1/screens', { data: { station: 'entry' } })).json()) as { device_code: string };
    const { screen: id } = (await (await screen.post('/api/v1/screens/token', { data: { device_code } })).json()) as { screen: string };
    return new Crowd(room.url, organiser, manager, screen, id);
  }

  /** What an address of the API says to somebody. */
  async asked<T>(who: APIRequestContext, path: string): Promise<T> {
    const answer = await who.get(`/api/v1/${path}`);
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async open(): Promise<void> {
    await this.organiser.put('/api/v1/opening', { data: { phase: 'open' } });
  }

  async close(): Promise<void> {
    await this.organiser.put('/api/v1/opening', { data: { phase: 'closed' } });
  }

  /** Everybody walks through the room. */
  async walk(all: Walk[]): Promise<void> {
    const { scenario } = (await (await this.organiser.get('/readyz')).json()) as { scenario: string };
    const { opening } = await this.asked<{ opening: string }>(this.organiser, 'room');
    const walks = all.map((one) => this.facts(one, scenario, opening));
    for (const facts of walks) await this.send(facts.slice(0, -1));
    await this.send(walks.map((facts) => facts.at(-1)!)); // they finish at once, so that one release tells of all
  }

  private async send(batch: object[]): Promise<void> {
    const answer = await this.screen.post(`${this.url}/api/v1/facts`, { data: { batch } });
    const { refused } = (await answer.json()) as { refused?: object[] };
    if (!answer.ok() || refused?.length) throw new Error(`facts: ${answer.status()} ${await answer.text()}`);
  }

  private facts(w: Walk, scenario: string, opening: string): object[] {
    const visit = newID(), batch: object[] = [];
    let at = Date.now() - 120_000;
    const add = (station: string, type: string, body: object) => {
      at += 1000;
      batch.push({ id: newID(), visit, station, screen: this.id, type, at, body });
    };
    const comfort = { largeText: false, highContrast: false, dim: false, reducedMotion: false, transcript: false, moreTime: false };
    add('entry', 'visit.opened', {
      scenario, opening, badge: { words: 'Amber Otter', colour: '#b45309', code: `C${String(++this.code).padStart(3, '0')}` },
      ...(w.department && { department: w.department }), language: 'en', comfort, party: 1, unrecorded: false, rehearsal: false,
    });
    if (w.before !== undefined) add('entry', 'assumption', { assumption: assumption.id, value: w.before });
    this.stations(w, add);
    add('exit', 'stop.entered', {});
    for (const [section, text] of Object.entries(w.notes ?? {})) add('exit', 'note.put', { note: newID(), section, text, inferred: false });
    if (w.after !== undefined) add('exit', 'assumption', { assumption: assumption.id, value: w.after });
    if (w.sentence) add('exit', 'sentence', w.sentence);
    if (w.pledge) add('exit', 'pledge', { text: w.pledge });
    add('exit', 'visit.finished', {});
    return batch;
  }

  private stations(w: Walk, add: (station: string, type: string, body: object) => void): void {
    const felt = (station: string, moment: object) => {
      if (w.felt?.[station] !== undefined) add(station, 'reaction', { valence: w.felt[station], arousal: 1, moment });
    };
    add('call', 'stop.entered', {});
    felt('call', { ms: 100 });
    add('call', 'call.heard', { from: 0, to: 6000 });
    add('portal', 'stop.entered', {});
    add('portal', 'portal.begun', {});
    for (const page of ['home', 'shops']) add('portal', 'portal.viewed', { page });
    felt('portal', { ref: 'shops' });
    if (w.gaveUp) add('portal', 'portal.gave-up', { page: 'shops' });
    add('invoice', 'stop.entered', {});
    for (const line of ['1', '2', '3']) add('invoice', 'invoice.marked', w.wrong?.includes(line) ? { line, mark: 'wrong', why: 'sum' } : { line, mark: 'right' });
    felt('invoice', { ref: '2' });
  }
}

/** The same walk n times; of gives what differs. */
export const crowd = (n: number, of: (i: number) => Walk): Walk[] => Array.from({ length: n }, (_, i) => of(i));
