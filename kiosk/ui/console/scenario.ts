import { html, nothing, type TemplateResult } from 'lit';
import refresh from 'lucide-static/icons/refresh-cw.svg?raw';
import { icon } from '../shared/icon.js';
import type { FileFault, Loaded } from '../shared/wire.gen.js';
import type { Console } from './console.js';

/** Where the scenario comes from, its version, and what is wrong in its files. */
export function scenarioPart(page: Console, loaded: Loaded): TemplateResult {
  const { hash, folder, at, faults } = loaded;
  const reload = () => page.tell('POST', 'scenarios/reload');
  return html`
    <div class="source">
      <p>${page.read(page.scenario?.title)} · ${page.t('console.scenario.version')} <span class="code">${hash.slice(0, 8)}</span><br />
        <span class="small soft address">${folder || page.t('console.scenario.shipped')}</span></p>
      ${folder ? html`<button class="quiet" ?disabled=${page.busy} @click=${reload}>${icon(refresh)} ${page.t('console.scenario.reload')}</button>
        <p class="small soft">${page.t('console.scenario.read', { time: page.clock(at, true) })}</p>` : nothing}
    </div>
    ${faults.length === 0 ? nothing : html`
      <p class="error" role="alert">${page.t(faults.length === 1 ? 'console.faults.one' : 'console.faults', { n: faults.length })}</p>
      <ol class="faults">${faults.map((f) => html`<li>${fault(page, f)}</li>`)}</ol>`}`;
}

function fault(page: Console, f: FileFault): TemplateResult {
  const place = f.file === '.' ? nothing : html`<b class="place">${f.file}:${f.line}:${f.column}</b> `;
  return html`<p>${place}<span lang="en">${f.message}</span>
    ${f.allowed ? html`<br /><span class="soft">${page.t('console.faults.allowed')} <span lang="en">${f.allowed}</span></span>` : nothing}
    ${f.near ? html`<br />${page.t('console.faults.near', { near: f.near })}` : nothing}</p>
    ${f.source ? html`<pre tabindex="0">${f.source}${'\n'}${' '.repeat(f.column - 1)}^</pre>` : nothing}`;
}
