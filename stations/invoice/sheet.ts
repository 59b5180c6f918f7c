import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import check from 'lucide-static/icons/check.svg?raw';
import question from 'lucide-static/icons/circle-question-mark.svg?raw';
import cross from 'lucide-static/icons/x.svg?raw';
import { icon } from '../../kiosk/ui/shared/icon.js';
import type { Stop } from '../../kiosk/ui/shared/station.js';
import { day, days, money, plain, quantity } from './numerals.js';
import type { Line, Mark, Marked, View } from './view.js';

export const markIcons: Record<Mark, Svg> = { right: check, wrong: cross, unsure: question };

/** What the sheet needs to know of the visitor's work on it. */
export interface Marking {
  marks: Record<string, Marked>;
  /** Id of the line in hand; "" for none. */
  line: string;
  /** Nothing more is marked. */
  over: boolean;
  choose: (line: string, e: Event) => void;
}

/** The invoice on paper: letterhead, address window, lines, totals, payment slip. */
export function sheet(stop: Stop<View>, marking: Marking): TemplateResult {
  const { invoice, letterhead } = stop.view;
  return html`<article class="sheet bill" style=${styleMap({ '--brand': letterhead.colour ?? 'currentColor' })}>
    <header>
      <div class="logo">
        ${letterhead.logo ? html`<img src=${stop.file(letterhead.logo)} alt=${letterhead.name} />` : html`<b>${letterhead.name}</b>`}
        ${letterhead.claim ? html`<span>${stop.read(letterhead.claim)}</span>` : nothing}
      </div>
      <p class="contact">${letterhead.contact?.map((line) => html`<span>${stop.read(line)}</span>`)}</p>
    </header>
    <div class="window">
      <p class="sender">${[invoice.seller.name, ...(invoice.seller.address ?? [])].join(' · ')}</p>
      <address>${[invoice.buyer.name, ...(invoice.buyer.address ?? [])].map((line) => html`<span>${line}</span>`)}</address>
    </div>
    ${facts(stop)}
    <h2>${stop.t('invoice.paper.invoice')}</h2>
    ${invoice.note ? html`<p class="note">${invoice.note}</p>` : nothing}
    ${lines(stop, marking)} ${sums(stop)} ${slip(stop)}
    ${letterhead.foot ? html`<footer>${stop.read(letterhead.foot)}</footer>` : nothing}
  </article>`;
}

function facts(stop: Stop<View>): TemplateResult {
  const { invoice } = stop.view;
  const when = (date: string | undefined) => date && day(stop.language, date);
  const rows: [string, string | undefined][] = [
    ['number', invoice.number],
    ['reference', invoice.reference],
    ['issued', when(invoice.issued)],
    ['period', invoice.from && invoice.to && days(stop.language, invoice.from, invoice.to)],
  ];
  return html`<dl class="facts">${rows.map(([key, value]) => value
    ? html`<div><dt>${stop.t(`invoice.paper.${key}`)}</dt><dd>${value}</dd></div>` : nothing)}</dl>`;
}

function lines(stop: Stop<View>, marking: Marking): TemplateResult {
  const head = (key: string, name = '') => html`<th scope="col" class=${name}>${stop.t(`invoice.paper.${key}`)}</th>`;
  const { invoice } = stop.view;
  const amount = money(stop.language, invoice.currency, invoice.places);
  return html`<table class="lines">
    <caption>${stop.t('invoice.paper.lines')}</caption>
    <thead><tr>${head('line')}${head('item')}${head('quantity', 'n')}${head('price', 'n')}${head('net', 'n')}</tr></thead>
    <tbody>
      ${invoice.lines.map((l) => row(stop, marking, l))}
      ${invoice.adjustments?.map((a) => html`<tr><td></td><td colspan="3">${a.reason}</td><td class="n">${amount(a.amount)}</td></tr>`)}
    </tbody>
  </table>`;
}

function row(stop: Stop<View>, marking: Marking, l: Line): TemplateResult {
  const { currency, places } = stop.view.invoice;
  const amount = money(stop.language, currency, places);
  const marked = marking.marks[l.id];
  const says = marked && stop.t(marked.why ? `invoice.why.${marked.why}` : `invoice.mark.${marked.mark}`);
  const label = `${stop.t('invoice.line', { line: l.id })}: ${l.item}, ${amount(l.net)}${says ? `. ${stop.t('invoice.mark')}: ${says}` : ''}`;
  return html`<tr class="line ${marked?.mark ?? ''}" ?data-held=${marking.line === l.id}>
    <td class="no">
      <button id="line-${l.id}" aria-label=${label} aria-pressed=${marking.line === l.id} ?disabled=${marking.over} @click=${(e: Event) => marking.choose(l.id, e)}>${l.id}</button>
      ${marked ? html`<span class="pencil">${icon(markIcons[marked.mark])}</span>` : nothing}
    </td>
    <th scope="row">
      ${l.item}
      ${l.detail ? html`<small>${l.detail}</small>` : nothing}
      ${l.adjustments?.map((a) => html`<small>${a.reason} ${amount(a.amount)}</small>`)}
      ${says && marked.mark !== 'right' ? html`<span class="hand" aria-hidden="true">${says}</span>` : nothing}
    </th>
    <td class="n">${quantity(stop.language, l.quantity, l.unit)}</td>
    <td class="n">${plain(stop.language, l.price)}${l.base
      ? html`<small>${stop.t('invoice.paper.per', { base: plain(stop.language, l.base) })}</small>` : nothing}</td>
    <td class="n">${amount(l.net)}</td>
  </tr>`;
}

function sums(stop: Stop<View>): TemplateResult {
  const { taxes, totals, currency, places } = stop.view.invoice;
  const amount = money(stop.language, currency, places);
  const column = (key: string, name = '') => html`<th scope="col" class=${name}>${stop.t(`invoice.paper.${key}`)}</th>`;
  const total = (key: keyof typeof totals) => (totals[key]
    ? html`<div class=${key}><dt>${stop.t(`invoice.paper.total.${key}`)}</dt><dd>${amount(totals[key])}</dd></div>` : nothing);
  return html`<div class="sums">
    <table class="taxes">
      <caption>${stop.t('invoice.paper.taxes')}</caption>
      <thead><tr>${column('rate')}${column('base', 'n')}${column('tax', 'n')}</tr></thead>
      <tbody>${taxes.map((tax) => html`<tr><td>${plain(stop.language, tax.rate)} %</td><td class="n">${amount(tax.base)}</td><td class="n">${amount(tax.amount)}</td></tr>`)}</tbody>
    </table>
    <dl class="totals">${(['net', 'vat', 'gross', 'prepaid', 'rounding', 'due'] as const).map(total)}</dl>
  </div>`;
}

function slip(stop: Stop<View>): TemplateResult {
  const { payment, totals, due, currency, places, seller } = stop.view.invoice;
  const rows: [string, string | undefined][] = [
    ['payee', payment.holder ?? seller.name], ['account', payment.account], ['reference', payment.reference],
    ['due', due && day(stop.language, due)],
  ];
  return html`${payment.terms ? html`<p class="note">${payment.terms}</p>` : nothing}
    <section class="slip" aria-label=${stop.t('invoice.paper.slip')}>
      <h3>${stop.t('invoice.paper.slip')}</h3>
      <dl>${rows.map(([key, value]) => value
        ? html`<div><dt>${stop.t(`invoice.paper.slip.${key}`)}</dt><dd>${value}</dd></div>` : nothing)}</dl>
      <p class="box">${money(stop.language, currency, places)(totals.due)}</p>
    </section>`;
}
