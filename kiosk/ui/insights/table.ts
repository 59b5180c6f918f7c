import { html, type TemplateResult } from 'lit';
import type { Reader } from './reader.js';

/** Every chart's numbers, to open beneath it; which one is open stands in the address. On paper they stay folded. */
export const table = (r: Reader, id: string, of: string, head: string[], rows: (string | number)[][]): TemplateResult => html`
  <details ?open=${r.open === id} @toggle=${(e: Event) => r.opened(id, (e.target as HTMLDetailsElement).open)}>
    <summary>${r.t('insights.table')}<span class="hidden"> – ${of}</span></summary>
    <div class="scroll" role="region" tabindex="0" aria-label=${of}><table>
      <caption class="hidden">${of}</caption>
      <thead><tr>${head.map((h) => html`<th scope="col">${h}</th>`)}</tr></thead>
      <tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((c) => html`<td>${c}</td>`)}</tr>`)}</tbody>
    </table></div>
  </details>`;
