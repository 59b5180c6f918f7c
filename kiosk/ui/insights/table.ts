import { html, type TemplateResult } from 'lit';
import type { Reader } from './reader.js';

/** Every chart's numbers, to open beneath it; on paper they stay folded. */
export const table = (r: Reader, of: string, head: string[], rows: (string | number)[][]): TemplateResult => html`
  <details>
    <summary>${r.t('insights.table')}<span class="hidden"> – ${of}</span></summary>
    <table>
      <caption class="hidden">${of}</caption>
      <thead><tr>${head.map((h) => html`<th scope="col">${h}</th>`)}</tr></thead>
      <tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((c) => html`<td>${c}</td>`)}</tr>`)}</tbody>
    </table>
  </details>`;
