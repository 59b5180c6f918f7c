const kept = 8; // exchanges looked back on

/** The server's clock, as this screen knows it. Never runs backwards. */
export class Clock {
  private exchanges: { trip: number; offset: number }[] = [];
  private offset = 0;
  private latest = 0;

  /** Milliseconds by this screen's own clock, which no one sets while it runs. */
  local(): number {
    return Math.round(performance.timeOrigin + performance.now());
  }

  /** Milliseconds by the server's clock. */
  now(): number {
    this.latest = Math.max(this.latest, Math.round(this.local() + this.offset));
    return this.latest;
  }

  /** Takes an exchange in: sent by the local clock, answered by the server's. The quickest one is nearest the truth. */
  answered(sent: number, server: number): void {
    const trip = this.local() - sent;
    this.exchanges = [...this.exchanges.slice(1 - kept), { trip, offset: server - sent - trip / 2 }];
    this.offset = this.exchanges.reduce((a, b) => (b.trip < a.trip ? b : a)).offset;
  }
}
