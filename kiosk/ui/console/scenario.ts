import { html, nothing, type TemplateResult } from 'lit';
import eye from 'lucide-static/icons/eye.svg?raw';
import refresh from 'lucide-static/icons/refresh-cw.svg?raw';
import upload from 'lucide-static/icons/upload.svg?raw';
import { icon } from '../shared/icon.js';
import type { FileFault, Loaded, Uploaded, Version } from '../shared/wire.gen.js';
import type { Console } from './console.js';
import { ask, Refused } from './page.js';

/** How an upload went: what the room says of the pack, in English, or the faults of the scenario in it. */
export interface Tried { name: string; refused: string; faults: FileFault[] }

/** Where the scenario comes from, its version and those before it, what is wrong in its files, and a way to bring another. */
export function scenarioPart(page: Console): TemplateResult {
  return html`<section aria-labelledby="scenario"><h2 id="scenario">${page.t('console.scenario')}</h2>
    ${page.loaded ? files(page, page.loaded) : nothing}</section>`;
}

function files(page: Console, loaded: Loaded): TemplateResult {
  const { hash, folder, chosen, at, faults, versions } = loaded;
  const files = folder || page.t('console.scenario.shipped');
  const from = versions.find((v) => v.hash === hash);
  return html`
    <div class="source">
      <p>${page.read(page.scenario?.title)} · ${page.t('console.scenario.version')} <span class="code">${hash.slice(0, 8)}</span><br />
        <span class="small soft address">${chosen ? page.t('console.scenario.over', { from: from ? origin(page, from) : '', files }) : files}</span></p>
      <a class="quiet" href=${`/preview?scenario=${hash}`}>${icon(eye)} ${page.t('preview.open')}</a>
      ${folder || chosen ? html`<button class="quiet" ?disabled=${page.busy} @click=${() => page.tell('POST', 'scenarios/reload')}>
        ${icon(refresh)} ${page.t(chosen ? 'console.scenario.back' : 'console.scenario.reload')}</button>` : nothing}
      <label class="quiet upload" ?data-busy=${page.busy}>${icon(upload)} ${page.t('console.upload')}
        <input type="file" accept=".immersion" ?disabled=${page.busy} @change=${(e: Event) => send(page, e)} /></label>
      ${folder && !chosen ? html`<p class="small soft">${page.t('console.scenario.read', { time: page.clock(at, true) })}</p>` : nothing}
    </div>
    ${faults.length === 0 ? nothing : list(page, page.t(faults.length === 1 ? 'console.faults.one' : 'console.faults', { n: faults.length }), faults)}
    ${page.tried ? tried(page, page.tried) : nothing}
    ${versions.length > 1 ? html`<details><summary>${page.t('console.versions', { n: versions.length })}</summary>
      <table><thead><tr><th>${page.t('console.scenario.version')}</th><th>${page.t('console.scenario')}</th><th>${page.t('console.versions.from')}</th>
        <th>${page.t('console.versions.at')}</th><th><span class="hidden">${page.t('console.do')}</span></th></tr></thead>
      <tbody>${versions.map((v) => row(page, v, hash))}</tbody></table></details>` : nothing}`;
}

const origin = (page: Console, v: Version): string =>
  v.uploaded ? page.t('console.versions.uploaded', { name: v.from }) : v.from || page.t('console.scenario.shipped');

function row(page: Console, v: Version, current: string): TemplateResult {
  const code = v.hash.slice(0, 8);
  return html`<tr><th scope="row" class="code">${code}</th><td>${page.read(v.title)}</td><td class="address">${origin(page, v)}</td>
    <td>${page.moment(v.at)}</td>
    <td class="end"><a class="quiet" href=${`/preview?scenario=${v.hash}`} aria-label=${`${page.t('preview.open')}: ${code}`}>${page.t('preview.open')}</a>
      ${v.hash === current ? page.t('console.versions.current')
      : html`<button class="quiet" ?disabled=${page.busy} aria-label=${`${page.t('console.versions.use')}: ${code}`}
        @click=${() => page.tell('POST', `scenarios/${v.hash}/choose`)}>${page.t('console.versions.use')}</button>`}</td></tr>`;
}

/** What came of an upload. */
function tried(page: Console, { name, refused, faults }: Tried): TemplateResult {
  if (refused) return html`<p class="error" role="alert">${page.t('console.upload.refused', { name })} <span lang="en">${refused}</span></p>`;
  if (faults.length === 0) return html`<p role="status">${page.t('console.upload.done', { name })}</p>`;
  return list(page, page.t(faults.length === 1 ? 'console.upload.faults.one' : 'console.upload.faults', { name, n: faults.length }), faults);
}

async function send(page: Console, e: Event): Promise<void> {
  const input = e.target as HTMLInputElement;
  const file = input.files?.[0];
  if (!file) return;
  await page.attempt(async () => {
    page.tried = undefined;
    try {
      const { faults } = await ask<Uploaded>('POST', `/api/v1/scenarios?name=${encodeURIComponent(file.name)}`, file);
      page.tried = { name: file.name, refused: '', faults };
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'invalid') throw error;
      page.tried = { name: file.name, refused: error.detail, faults: [] };
    }
  });
  input.value = '';
}

const list = (page: Console, heading: string, faults: FileFault[]): TemplateResult => html`
  <p class="error" role="alert">${heading}</p>
  <ol class="faults">${faults.map((f) => html`<li>${fault(page, f)}</li>`)}</ol>`;

function fault(page: Console, f: FileFault): TemplateResult {
  const place = f.file === '.' ? nothing : html`<b class="place">${f.file}:${f.line}:${f.column}</b> `;
  return html`<p>${place}<span lang="en">${f.message}</span>
    ${f.allowed ? html`<br /><span class="soft">${page.t('console.faults.allowed')} <span lang="en">${f.allowed}</span></span>` : nothing}
    ${f.near ? html`<br />${page.t('console.faults.near', { near: f.near })}` : nothing}</p>
    ${f.source ? html`<pre tabindex="0">${f.source}${'\n'}${' '.repeat(f.column - 1)}^</pre>` : nothing}`;
}
