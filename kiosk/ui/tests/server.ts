import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request, type APIRequestContext } from '@playwright/test';
import { writeRoom, writeScenario, type Settings } from './scenario.js';
import { root } from './words.js';

/** Where the screens and visitors stand: GET /api/v1/room, as far as tests ask. */
export interface RoomFrame {
  screens: Record<string, { station: string; outbox: number; refused: number }>;
  visits: Record<string, { badge: { words: string }; place: string; facts: number }>;
}

export const passphrases = { organiser: 'three quiet words', manager: 'four other quiet words', helper: 'five quiet words of helpers' };

/** The program with a data folder of its own, on a free port of the loopback. */
export class Server {
  url = '';
  /** The one-time link, as the terminal shows it. */
  setup = '';
  private process: ChildProcess | undefined;
  private said = '';
  private readonly folder = mkdtempSync(join(tmpdir(), 'immersion-'));
  private readonly room: string;
  private readonly scenario: string[];

  private constructor(settings: Settings, shipped: boolean | string, change: (folder: string) => void) {
    this.room = writeRoom(join(this.folder, 'room.yaml'), settings);
    if (typeof shipped === 'string') this.scenario = [join(root, 'config/scenarios', shipped)];
    else this.scenario = shipped ? [] : [writeScenario(join(this.folder, 'scenario'), settings)];
    if (!shipped) this.scenario.forEach(change);
  }

  /** Starts a room on the small scenario, or on one that comes with the program. */
  static async start(settings: Settings, shipped: boolean | string = false, change: (folder: string) => void = () => {}): Promise<Server> {
    const server = new Server(settings, shipped, change);
    await server.run('127.0.0.1:0');
    return server;
  }

  /** Ends the program as a power cut would. */
  async kill(): Promise<void> {
    const { process } = this;
    this.process = undefined;
    if (!process) return;
    const gone = new Promise((done) => process.once('exit', done));
    process.kill('SIGKILL');
    await gone;
  }

  /** Starts it again on the same port and data. */
  async again(): Promise<void> {
    await this.run(new URL(this.url).host);
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The folder that the small scenario lies in. */
  get files(): string {
    const [folder] = this.scenario;
    if (!folder) throw new Error('this room shows the scenario that comes with the program');
    return folder;
  }

  /** Sets the passphrases by the one-time link; gives a signed-in organiser. */
  async organiser(): Promise<APIRequestContext> {
    const api = await request.newContext({ baseURL: this.url });
    const token = this.setup.split('/setup/')[1];
    const answer = await api.post('/api/v1/setup', { data: { token, ...passphrases } });
    if (!answer.ok()) throw new Error(`setup: ${answer.status()} ${await answer.text()}`);
    return api;
  }

  private async run(listen: string): Promise<void> {
    this.said = '';
    const args = ['serve', ...this.scenario, '--room', this.room, '--data', join(this.folder, 'data'), '--listen', listen];
    const child = spawn(join(root, 'bin/immersion'), args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.process = child;
    await new Promise<void>((greeted, failed) => {
      const hear = (chunk: Buffer) => {
        this.said += String(chunk);
        this.url ||= /(http:\S+)\/console/.exec(this.said)?.[1] ?? '';
        this.setup ||= /(http:\S+\/setup\/\S+)\n/.exec(this.said)?.[1] ?? '';
        if (this.said.includes('/console') && this.setup) greeted(); // the link is the last it says, once
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', (chunk: Buffer) => { this.said += String(chunk); });
      child.once('exit', (code) => failed(new Error(`immersion ended with ${code}: ${this.said}`)));
      child.once('error', failed);
    });
  }
}
