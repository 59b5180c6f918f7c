import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A fact on its way. Its bytes are frozen: they are its identity. */
export interface Parcel { id: string; visit: string; type: string; doc: string }

interface Stored extends DBSchema {
  outbox: { key: number; value: Parcel };
  refused: { key: string; value: Parcel & { code: string; message: string } };
}

const maxFacts = 100;
const maxBytes = 1 << 20;
const bytes = (text: string) => new TextEncoder().encode(text).length;

/**
 * Every fact this screen made that the server has not acknowledged, in order,
 * in IndexedDB; what was refused is kept apart. No wipe touches it.
 */
export class Outbox {
  refused = 0;
  private waiting: (Parcel & { key: number; sent: boolean })[] = [];
  private last = 0;
  private work: Promise<unknown> = Promise.resolve();
  private db: IDBPDatabase<Stored> | undefined;

  /** Opens the store of the screen at one address; a browser may be several. */
  static async open(address: string): Promise<Outbox> {
    const box = new Outbox();
    try {
      box.db = await openDB<Stored>(`immersion ${address}`, 1, {
        upgrade(db) {
          db.createObjectStore('outbox');
          db.createObjectStore('refused', { keyPath: 'id' });
        },
      });
    } catch (error) {
      reportError(error); // without a store the facts live as long as the page
      return box;
    }
    const keys = await box.db.getAllKeys('outbox');
    const parcels = await box.db.getAll('outbox');
    box.waiting = parcels.map((parcel, i) => ({ ...parcel, key: keys[i]!, sent: false }));
    box.last = keys.at(-1) ?? 0;
    box.refused = await box.db.count('refused');
    return box;
  }

  get size(): number {
    return this.waiting.length;
  }

  put(parcel: Parcel): void {
    const key = ++this.last;
    this.waiting.push({ ...parcel, key, sent: false });
    this.write((db) => db.put('outbox', parcel, key));
  }

  /** The next frame or request body's batch, as JSON: the oldest facts not sent yet. "" when there are none. */
  batch(limit = maxBytes): string {
    const docs: string[] = [];
    let size = 0;
    for (const parcel of this.waiting) {
      if (parcel.sent) continue;
      size += bytes(parcel.doc) + 1;
      if (docs.length === maxFacts || (size > limit - 64 && docs.length)) break;
      parcel.sent = true;
      docs.push(parcel.doc);
    }
    return docs.length ? `[${docs.join(',')}]` : '';
  }

  /** What was sent may be lost: a new connection sends it again. */
  resend(): void {
    for (const parcel of this.waiting) parcel.sent = false;
  }

  acked(ids: string[]): void {
    const done = new Set(ids);
    for (const { key } of this.waiting.filter((p) => done.has(p.id))) this.write((db) => db.delete('outbox', key));
    this.waiting = this.waiting.filter((p) => !done.has(p.id));
  }

  /** A refusal is final: the fact moves to the refused ones. */
  refuse(id: string, code: string, message: string): void {
    const parcel = this.waiting.find((p) => p.id === id);
    if (!parcel) return;
    this.refused++;
    this.waiting = this.waiting.filter((p) => p !== parcel);
    const { key, visit, type, doc } = parcel;
    this.write(async (db) => {
      const tx = db.transaction(['outbox', 'refused'], 'readwrite');
      await Promise.all([
        tx.objectStore('refused').put({ id, visit, type, doc, code, message }),
        tx.objectStore('outbox').delete(key), tx.done,
      ]);
    });
  }

  /** Nothing of the visitor stays in facts that the server will never have: only that there were some, and why not. */
  forget(): void {
    this.write(async (db) => {
      const tx = db.transaction('refused', 'readwrite');
      for (const parcel of await tx.store.getAll()) {
        if (parcel.doc) await tx.store.put({ ...parcel, visit: '', doc: '', message: '' });
      }
      await tx.done;
    });
  }

  /** Everything so far is kept in this browser, or is at the server. */
  async kept(): Promise<void> {
    await this.work;
  }

  /** Ends the store: nothing of it stays in the browser. */
  async destroy(): Promise<void> {
    await this.work;
    this.db?.close();
    if (this.db) await deleteDB(this.db.name).catch(reportError);
    this.db = undefined;
    this.waiting = [];
  }

  /** Tells whether facts of these types are still on their way for a visit. */
  holds(visit: string, ...types: string[]): boolean {
    return this.waiting.some((p) => p.visit === visit && types.includes(p.type));
  }

  /** Keeps the order on disk. */
  private write(job: (db: IDBPDatabase<Stored>) => Promise<unknown>): void {
    this.work = this.work.then(() => this.db && job(this.db)).catch(reportError);
  }
}
