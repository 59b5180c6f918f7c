import type { Page } from '@playwright/test';

/** Types of the facts that a screen keeps in its browser: not yet acknowledged, and refused. */
export async function stored(page: Page): Promise<{ outbox: string[]; refused: string[] }> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error!));
    });
    const db = await done(indexedDB.open(`immersion ${location.pathname}`));
    const types = async (store: string) => {
      const all: { type: string }[] = await done(db.transaction(store).objectStore(store).getAll());
      return all.map((parcel) => parcel.type);
    };
    const found = { outbox: await types('outbox'), refused: await types('refused') };
    db.close();
    return found;
  });
}

/** All that a browser would show or keep of a visitor: the page through its shadow trees, storages, history. */
export async function traces(page: Page): Promise<string> {
  return page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
    }
    const drawn = roots.map((root) => (root instanceof Document ? root.documentElement.outerHTML : root.innerHTML));
    const typed = roots.flatMap((root) => [...root.querySelectorAll('input, textarea')].map((i) => (i as HTMLInputElement).value));
    const kept = [JSON.stringify({ ...sessionStorage }), JSON.stringify({ ...localStorage }), JSON.stringify(history.state), location.href, document.cookie];
    return [...drawn, ...typed, ...kept].join('\n');
  });
}
