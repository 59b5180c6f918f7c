import { html, nothing, type TemplateResult } from 'lit';

/** kiosk.Promises. */
export interface Promises { k: number; wordsK: number; retention: { words: number; visits: number; takeaway: number; backups: number } }

/** GET /api/v1/privacy; kiosk/server/privacy.go. */
export interface Privacy {
  room: string;
  lines: { setting?: string; value?: string; sentence: string }[];
  now: Promises;
  file: Promises;
  set?: { at: number; by: string };
  holds: { k: number; wordsK: number; until?: number };
  may: boolean;
}

/** What the form asks of the page. */
export interface Setter {
  t: (key: string, args?: Record<string, string | number>) => string;
  day: (ms: number) => string;
  put: (promises: Promises) => void;
  reset: () => void;
  busy: boolean;
}

/** The numbers that can be set, by the key of the room file: read, written, and the least of each. */
const numbers: { key: string; get: (p: Promises) => number; put: (p: Promises, n: number) => void; least: number; most: number }[] = [
  { key: 'k', get: (p) => p.k, put: (p, n) => { p.k = n; }, least: 3, most: 1000 },
  { key: 'words_k', get: (p) => p.wordsK, put: (p, n) => { p.wordsK = n; }, least: 10, most: 1000 },
  ...(['words', 'visits', 'takeaway', 'backups'] as const).map((of) => ({
    key: `retention.${of}`, get: (p: Promises) => p.retention[of], put: (p: Promises, n: number) => { p.retention[of] = n; }, least: 0, most: 36500,
  })),
];

/** Where the numbers are decided, in a sentence. */
export function decided(p: Privacy, by: Setter): TemplateResult {
  const differ = numbers.filter((n) => n.get(p.now) !== n.get(p.file)).map((n) => `${n.key} ${n.get(p.file)}`).join(', ');
  const stricter = p.holds.k > p.now.k || p.holds.wordsK > p.now.wordsK;
  return html`<p class="decided">${!p.set ? by.t('privacy.decided.file')
      : by.t(differ ? 'privacy.decided.here' : 'privacy.decided.alike', { when: by.day(p.set.at), file: differ })}</p>
    ${stricter ? html`<p class="decided" role="note">${by.t(p.holds.until ? 'privacy.held' : 'privacy.held.ever',
      { k: p.holds.k, words: p.holds.wordsK, when: by.day(p.holds.until ?? 0) })}</p>` : nothing}`;
}

/** The organiser's form. */
export function form(p: Privacy, by: Setter): TemplateResult {
  const send = (e: SubmitEvent): void => {
    e.preventDefault();
    const said = new FormData(e.target as HTMLFormElement);
    const promises = structuredClone(p.now);
    for (const n of numbers) n.put(promises, Number(said.get(n.key)));
    by.put(promises);
  };
  return html`<section aria-labelledby="set"><h2 id="set">${by.t('privacy.set')}</h2>
    <p class="soft">${by.t('privacy.set.more')}</p>
    <form @submit=${send}>
      ${numbers.map((n) => html`<label><span>${by.t(`privacy.set.${n.key}`)}</span>
        <input name=${n.key} type="number" inputmode="numeric" required min=${n.least} max=${n.most} step="1" .value=${String(n.get(p.now))}>
        <small class="soft">${by.t('privacy.set.file', { value: n.get(p.file) })}</small></label>`)}
      <p class="acts"><button class="primary" ?disabled=${by.busy}>${by.t('privacy.set.do')}</button>
        ${p.set ? html`<button class="quiet" type="button" ?disabled=${by.busy} @click=${by.reset}>${by.t('privacy.set.back')}</button>` : nothing}</p>
    </form></section>`;
}
