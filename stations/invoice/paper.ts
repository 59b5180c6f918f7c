import { html, nothing, type TemplateResult } from 'lit';
import contract from 'lucide-static/icons/file-pen-line.svg?raw';
import meter from 'lucide-static/icons/gauge.svg?raw';
import letter from 'lucide-static/icons/mail-open.svg?raw';
import email from 'lucide-static/icons/mail.svg?raw';
import payments from 'lucide-static/icons/list.svg?raw';
import invoice from 'lucide-static/icons/receipt-text.svg?raw';
import prices from 'lucide-static/icons/tag.svg?raw';
import type { Stop } from '../../kiosk/ui/shared/station.js';
import { sheet } from './sheet.js';
import type { Document, Part, View } from './view.js';

/** An icon for each sort of paper. */
export const paperIcons: Record<Document['kind'], Svg> = { contract, meter, letter, email, payments, invoice, prices };

/** One of the papers beside the invoice; an earlier invoice looks as this one does. */
export function paper(stop: Stop<View>, d: Document): TemplateResult {
  if (d.bill) return sheet(stop, d.bill);
  return html`<article class="sheet paper ${d.kind}">${d.parts?.map((p) => part(stop, p))}</article>`;
}

function part(stop: Stop<View>, p: Part): TemplateResult | typeof nothing {
  if (p.head) return html`<p class="head">${stop.read(p.head)}</p>`;
  if (p.address) return html`<address>${stop.read(p.address)}</address>`;
  if (p.heading) return html`<h2>${stop.read(p.heading)}</h2>`;
  if (p.text) return html`<p>${stop.read(p.text)}</p>`;
  if (p.hand) return html`<p class="hand">${stop.read(p.hand)}</p>`;
  if (p.small) return html`<p class="small">${stop.read(p.small)}</p>`;
  if (!p.table) return nothing;
  return html`<table>
    <thead><tr>${p.table.head.map((cell) => html`<th scope="col">${stop.read(cell)}</th>`)}</tr></thead>
    <tbody>${p.table.rows?.map((row) => html`<tr>${row.map((cell) => html`<td>${stop.read(cell)}</td>`)}</tr>`)}</tbody>
  </table>`;
}
