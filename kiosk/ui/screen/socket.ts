import { address } from './api.js';
import type { Clock } from './clock.js';
import type { Outbox } from './outbox.js';
import type { Self } from './told.js';
import type { FromServer, Presence, ScreenState, Taken } from './wire.js';

const beat = 2500; // ms between presences
const quiet = 1500; // ms without an answer from the server, then the screen may say so
const silence = 8000; // ms without one, then the line is taken for dead
const unknown = [4401, 4403, 4404]; // closings that say: no screen of this room

/** What the line tells and asks of the screen. */
export interface Host {
  /** Shows it; false when it will not, because the page is about to be loaded anew. */
  state(state: ScreenState): boolean;
  /** The line is up, or down. */
  online(up: boolean): void;
  /** The server does not know this screen. */
  unpaired(): void;
  presence(): Pick<Presence, 'touched' | 'playing'> & Partial<Self>;
}

/** The line to the server: comes back by itself, sends what the outbox holds. */
export class Line {
  screen = '';
  private version = 0; // of the state that is shown
  private orders = '';
  private socket: WebSocket | undefined;
  private failures = 0;
  private asked = 0; // when the server was first asked without an answer since; 0: it has answered
  private ended = false;
  private later: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly outbox: Outbox, private readonly clock: Clock, private readonly host: Host) {
    setInterval(() => this.pulse(), beat);
    addEventListener('online', () => this.failures && this.connect());
  }

  connect(): void {
    clearTimeout(this.later);
    if (this.ended) return;
    this.drop();
    const socket = new WebSocket(location.origin.replace(/^http/, 'ws') + address('socket'), 'immersion.v1');
    this.socket = socket;
    this.asked = Date.now();
    socket.addEventListener('open', () => this.socket === socket && this.opened());
    socket.addEventListener('message', (e) => this.socket === socket && this.take(JSON.parse(e.data as string) as FromServer));
    socket.addEventListener('close', (e) => this.socket === socket && this.closed(e.code));
  }

  /** Sends facts that wait, if the line is up. */
  flush(): void {
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    for (let batch = this.outbox.batch(); batch; batch = this.outbox.batch()) {
      this.socket.send(`{"type":"facts","batch":${batch}}`);
    }
  }

  /**
   * The page goes: one last request takes along what fits. The outbox keeps it all until it is acknowledged.
   * Gives the answer's status, 0 without one.
   */
  async farewell(): Promise<number> {
    this.outbox.resend();
    const batch = this.outbox.batch(60_000); // what keepalive allows
    if (!batch) return 200;
    try {
      const response = await this.post(batch, true);
      if (response.ok) this.taken((await response.json()) as Taken);
      else this.outbox.resend();
      return response.status;
    } catch {
      this.outbox.resend();
      return 0;
    }
  }

  /** No line any more. */
  end(): void {
    clearTimeout(this.later);
    this.ended = true;
    this.drop();
  }

  private taken({ acked, refused }: Taken): void {
    this.outbox.acked(acked);
    for (const r of refused) this.refused(r.id, r.code, r.message);
  }

  private opened(): void {
    this.send({ type: 'hello', screen: this.screen, protocol: 1, state: this.version });
    this.outbox.resend();
    this.pulse();
    this.flush();
  }

  private take(message: FromServer): void {
    this.asked = 0;
    if (message.type !== 'state') this.host.online(true);
    switch (message.type) {
      case 'state':
        this.failures = 0;
        this.screen = message.screen;
        this.host.online(true);
        if (this.host.state(message)) this.shown(message);
        break;
      case 'ack':
        this.outbox.acked(message.ids);
        break;
      case 'refuse':
        this.refused(message.id, message.code, message.message);
        break;
      case 'clock':
        this.clock.answered(message.sent, message.server);
    }
  }

  /** The screen shows it; that an order is done, the organiser is told at once. */
  private shown(state: ScreenState): void {
    this.version = state.version;
    const orders = [state.reload, state.identify, state.blank, state.volume, state.muted, state.message].join(' ');
    if (orders === this.orders) return;
    this.orders = orders;
    this.pulse();
  }

  /** `unavailable` is no refusal: the fact stays, and goes again a little later. */
  private refused(id: string, code: string, message: string): void {
    if (code !== 'unavailable') return this.outbox.refuse(id, code, message);
    clearTimeout(this.later);
    this.later = setTimeout(() => {
      this.outbox.resend();
      this.flush();
    }, 2000);
  }

  private closed(code: number): void {
    this.drop();
    this.host.online(false);
    this.failures++;
    if (unknown.includes(code) || (code === 1006 && this.failures % 3 === 0)) void this.stillKnown(code);
    else this.again();
  }

  /** A refused upgrade looks like a dead line; a plain request tells them apart. */
  private async stillKnown(code: number): Promise<void> {
    const status = unknown.includes(code) ? 401 : await this.post('[]').then((r) => r.status, () => 0);
    if (status === 401 || status === 403) this.host.unpaired();
    else this.again();
  }

  private post(batch: string, keepalive = false): Promise<Response> {
    const headers = { 'Content-Type': 'application/json' };
    return fetch(address('facts'), { method: 'POST', keepalive, headers, body: `{"batch":${batch}}` });
  }

  private again(): void {
    const wait = Math.min(5000, 300 * 2 ** Math.min(this.failures - 1, 5));
    clearTimeout(this.later);
    this.later = setTimeout(() => this.connect(), wait * (0.5 + Math.random() / 2));
  }

  private pulse(): void {
    if (!this.socket) return;
    if (this.asked && Date.now() - this.asked > silence) return this.closed(1006);
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.asked ||= Date.now();
    setTimeout(() => this.asked && Date.now() - this.asked >= quiet && this.host.online(false), quiet);
    const { size, refused } = this.outbox;
    this.send({
      type: 'presence', sent: this.clock.local(), state: this.version, outbox: size, refused, ...this.host.presence(),
    } satisfies { type: string } & Presence);
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
  }

  private send(message: object): void {
    this.socket?.send(JSON.stringify(message));
  }
}
