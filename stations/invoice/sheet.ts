import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { Stop } from '../../kiosk/ui/shared/station.js';
import { slip, sums } from './foot.js';
import { lines } from './lines.js';
import type { Marking } from './mark.js';
import { day, days } from './numerals.js';
import type { Invoice, Line, View } from './view.js';

/** How much of an A4 page the lines may take, in lines: below the head, and on a page of their own. */
const first = 11, further = 17;

/** The invoice's lines by page: what stands under a line takes room too, and the last page holds the totals. */
export function pages(all: Line[]): Line[][] {
  const height = (l: Line) => 1 + 0.4 * ([l.detail, l.article, l.from, l.list, l.note].filter(Boolean).length
    + (l.attributes?.length ?? 0) + (l.adjustments?.length ?? 0));
  const leaves: Line[][] = [[]];
  let used = 0;
  for (const line of all) {
    const leaf = leaves.at(-1)!;
    used += height(line);
    if (used > (leaves.length === 1 ? first : further) && leaf.length) {
      leaves.push([line]);
      used = height(line);
    } else leaf.push(line);
  }
  return leaves;
}

/** The invoice on paper: letterhead, address window, lines, totals, payment slip; on as many pages as it takes. */
export function sheet(stop: Stop<View>, bill: Invoice, marking?: Marking): TemplateResult {
  const leaves = pages(bill.lines);
  return html`<article class="leaves" style=${styleMap({ '--brand': stop.view.letterhead.colour ?? 'currentColor' })}>
    ${leaves.map((some, i) => html`<div class="sheet bill">
      ${i === 0 ? head(stop, bill) : html`<header class="again"><b>${stop.view.letterhead.name}</b><span>${title(stop, bill)} ${bill.number}</span></header>`}
      ${lines(stop, bill, some, i === leaves.length - 1, marking)}
      ${i < leaves.length - 1 ? html`<p class="over">${stop.t('invoice.paper.over', { page: i + 2 })}</p>` : html`${sums(stop, bill, marking)} ${slip(stop, bill)}`}
      <footer>
        ${i === leaves.length - 1 && stop.view.letterhead.foot ? html`<span>${stop.read(stop.view.letterhead.foot)}</span>` : nothing}
        ${leaves.length > 1 ? html`<span class="page">${stop.t('invoice.paper.page', { page: i + 1, pages: leaves.length })}</span>` : nothing}
      </footer>
    </div>`)}
  </article>`;
}

const title = (stop: Stop<View>, bill: Invoice) => stop.t(`invoice.paper.${bill.form}`);

function head(stop: Stop<View>, bill: Invoice): TemplateResult {
  const { letterhead } = stop.view;
  return html`<header>
      <div class="logo">
        ${letterhead.logo ? html`<img src=${stop.file(letterhead.logo)} alt=${letterhead.name} />` : html`<b>${letterhead.name}</b>`}
        ${letterhead.claim ? html`<span>${stop.read(letterhead.claim)}</span>` : nothing}
      </div>
      <p class="contact">${letterhead.contact?.map((line) => html`<span>${stop.read(line)}</span>`)}</p>
    </header>
    <div class="window">
      <p class="sender">${[bill.seller.name, ...(bill.seller.address ?? [])].join(' · ')}</p>
      <address>${[bill.buyer.name, ...(bill.buyer.address ?? [])].map((line) => html`<span>${line}</span>`)}</address>
    </div>
    ${facts(stop, bill)}
    <h2>${title(stop, bill)}</h2>
    ${bill.note ? html`<p class="note">${bill.note}</p>` : nothing}`;
}

function facts(stop: Stop<View>, bill: Invoice): TemplateResult {
  const when = (date: string | undefined) => date && day(stop.language, date);
  const rows: [string, string | undefined][] = [
    [bill.form === 'credit' ? 'number.credit' : 'number', bill.number],
    ['preceding', bill.preceding],
    ['reference', bill.reference],
    ['order', bill.order],
    ['contract', bill.contract],
    ['issued', when(bill.issued)],
    ['delivered', when(bill.delivered)],
    ['period', bill.from && bill.to && days(stop.language, bill.from, bill.to)],
    ['sellerVAT', bill.seller.vat],
    ['buyerVAT', bill.buyer.vat],
  ];
  return html`<dl class="facts">${rows.map(([key, value]) => value
    ? html`<div><dt>${stop.t(`invoice.paper.${key}`)}</dt><dd>${value}</dd></div>` : nothing)}</dl>`;
}
