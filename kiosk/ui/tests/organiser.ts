import type { APIRequestContext, APIResponse } from '@playwright/test';
import type { Order, PhaseOrder, RoomFrame, ScreenRow } from '../shared/wire.gen.js';
import { expect } from './fixtures.js';
import type { Server } from './server.js';

/** Somebody who runs the room, without a page of their own. */
export class Organiser {
  private constructor(private readonly api: APIRequestContext) {}

  static async of(room: Server): Promise<Organiser> {
    return new Organiser(await room.organiser());
  }

  async phase(phase: PhaseOrder['phase']): Promise<void> {
    this.took(await this.api.put('/api/v1/opening', { data: { phase } }));
  }

  async pause(paused: boolean): Promise<void> {
    this.took(await this.api.put('/api/v1/pause', { data: { paused } }));
  }

  /** Orders something of a screen, and waits until it is done. */
  async order(screen: string, order: Order): Promise<void> {
    this.took(await this.api.post(`/api/v1/screens/${screen}/order`, { data: order }));
    await expect.poll(async () => {
      const { screens } = await this.room();
      return screens?.[screen]?.order;
    }).toMatchObject({ do: order.do, state: 'done' });
  }

  /** The id of the screen at a station. */
  async screen(station: string): Promise<string> {
    return (await this.row(station)).id;
  }

  async row(station: string): Promise<ScreenRow> {
    const { screens } = await this.room();
    const row = Object.values(screens ?? {}).find((s) => s.station === station);
    if (!row) throw new Error(`no screen is at ${station}`);
    return row;
  }

  private async room(): Promise<RoomFrame> {
    return (await (await this.api.get('/api/v1/room')).json()) as RoomFrame;
  }

  private took(answer: APIResponse): void {
    expect(answer.status(), answer.url()).toBe(204);
  }
}
