import { html, nothing, type TemplateResult } from 'lit';
import type { Stop } from '../../kiosk/ui/shared/station.js';
import { Spot, type Marking } from './mark.js';
import { day, money, plain } from './numerals.js';
import type { Invoice, Tax, View } from './view.js';

/** VAT table and totals, each of them to be marked. */
export function sums(stop: Stop<View>, bill: Invoice, marking?: Marking): TemplateResult {
  const amount = money(stop.language, bill.currency, bill.places);
  const column = (key: string, name = '') => html`<th scope="col" class=${name}>${stop.t(`invoice.paper.${key}`)}</th>`;
  return html`<div class="sums">
    <div>
      <table class="taxes">
        <caption>${stop.t('invoice.paper.taxes')}</caption>
        <thead><tr>${column('rate')}${column('base', 'n')}${column('tax', 'n')}</tr></thead>
        <tbody>${bill.taxes.map((tax) => taxed(stop, bill, tax, marking))}</tbody>
      </table>
      ${bill.taxCurrency && bill.taxVAT ? html`<p class="other">${stop.t('invoice.paper.tax.other', {
        currency: bill.taxCurrency, amount: money(stop.language, bill.taxCurrency, bill.taxPlaces ?? 2)(bill.taxVAT) })}</p>` : nothing}
    </div>
    <dl class="totals">${bill.totals.map((total) => {
      const spot = new Spot(stop, marking, total.ref);
      const words = stop.t(total.label);
      return html`<div class="${total.ref.slice(1)} ${spot.look}" ?data-held=${spot.held}>
        <dt>${spot.button(words, `${words}, ${amount(total.amount)}`)} ${spot.hand()}${spot.red()}</dt><dd>${amount(total.amount)}</dd>
      </div>`;
    })}</dl>
  </div>`;
}

function taxed(stop: Stop<View>, bill: Invoice, tax: Tax, marking?: Marking): TemplateResult {
  const amount = money(stop.language, bill.currency, bill.places);
  const spot = new Spot(stop, marking, tax.ref);
  const rate = tax.category === 'O' ? stop.t('invoice.paper.tax.O') : `${plain(stop.language, tax.rate)} %`;
  const why = tax.reason ?? (tax.category !== 'S' && tax.category !== 'O' ? stop.t(`invoice.paper.tax.${tax.category}`) : undefined);
  return html`<tr class=${spot.look} ?data-held=${spot.held}>
    <td>${spot.button(rate, `${stop.t('invoice.paper.tax')} ${rate}, ${amount(tax.amount)}`)}
      ${why ? html`<small>${why}${tax.code ? ` (${tax.code})` : ''}</small>` : nothing} ${spot.hand()}${spot.red()}</td>
    <td class="n">${amount(tax.base)}</td><td class="n">${amount(tax.amount)}</td>
  </tr>`;
}

/** The payment slip; of a credit note, how the money comes back. */
export function slip(stop: Stop<View>, bill: Invoice): TemplateResult {
  const { payment, due, currency, places, seller } = bill;
  const credit = bill.form === 'credit';
  const means = payment.means && /^\d+$/.test(payment.means) ? known(stop, `invoice.paper.means.${payment.means}`) : payment.means;
  const rows: [string, string | undefined][] = [
    ['payee', credit ? undefined : payment.holder ?? seller.name], ['account', payment.account], ['bank', payment.bank],
    ['reference', payment.reference], ['means', means], ['due', due && day(stop.language, due)],
  ];
  const title = stop.t(credit ? 'invoice.paper.slip.credit' : 'invoice.paper.slip');
  return html`${payment.terms ? html`<p class="note">${payment.terms}</p>` : nothing}
    <section class="slip" aria-label=${title}>
      <h3>${title}</h3>
      <dl>${rows.map(([key, value]) => value
        ? html`<div><dt>${stop.t(`invoice.paper.slip.${key}`)}</dt><dd>${value}</dd></div>` : nothing)}</dl>
      <p class="box">${money(stop.language, currency, places)(bill.asked)}</p>
    </section>`;
}

/** The words for a key, if there are any. */
function known(stop: Stop<View>, key: string): string | undefined {
  const words = stop.t(key);
  return words === key ? undefined : words;
}
