import { html, nothing, type TemplateResult } from 'lit';
import type { Stop } from '../../kiosk/ui/shared/station.js';
import { Spot, type Marking } from './mark.js';
import { day, days, money, plain, quantity } from './numerals.js';
import type { Adjustment, Invoice, Line, View } from './view.js';

/** The table of a page's lines; on the last page the whole invoice's allowances and charges follow. */
export function lines(stop: Stop<View>, bill: Invoice, some: Line[], last: boolean, marking?: Marking): TemplateResult {
  const head = (key: string, name = '') => html`<th scope="col" class=${name}>${stop.t(`invoice.paper.${key}`)}</th>`;
  return html`<table class="lines">
    <caption>${stop.t('invoice.paper.lines')}</caption>
    <thead><tr>${head('line')}${head('item')}${head('quantity', 'n')}${head('price', 'n')}${head('net', 'n')}</tr></thead>
    <tbody>
      ${some.map((l) => row(stop, bill, l, marking))}
      ${last ? bill.adjustments?.map((a) => whole(stop, bill, a, marking)) : nothing}
    </tbody>
  </table>`;
}

function row(stop: Stop<View>, bill: Invoice, l: Line, marking?: Marking): TemplateResult {
  const amount = money(stop.language, bill.currency, bill.places);
  const spot = new Spot(stop, marking, l.id);
  return html`<tr class="line ${spot.look}" ?data-held=${spot.held}>
    <td class="no">${spot.button(l.id, `${stop.t('invoice.line', { line: l.id })}: ${l.item}, ${amount(l.net)}`)}</td>
    <th scope="row">${l.item} ${more(stop, bill, l)} ${spot.hand()}</th>
    <td class="n">${quantity(stop.language, l.quantity, l.unit)}</td>
    <td class="n">${plain(stop.language, l.price)}${l.base
      ? html`<small>${stop.t('invoice.paper.per', { base: plain(stop.language, l.base) })}</small>` : nothing}</td>
    <td class="n">${amount(l.net)}</td>
  </tr>${told(spot)}`;
}

const told = (spot: Spot): unknown => {
  const red = spot.red();
  return red ? html`<tr class="told"><td></td><td colspan="4">${red}</td></tr>` : nothing;
};

/** The small print of a line. */
function more(stop: Stop<View>, bill: Invoice, l: Line): unknown {
  const price = (decimal: string) => plain(stop.language, decimal);
  const small = [
    l.detail,
    l.article && stop.t('invoice.paper.article', { article: l.article }),
    l.from && l.to ? days(stop.language, l.from, l.to) : l.from && day(stop.language, l.from),
    ...(l.attributes ?? []).map((a) => `${a.name}: ${a.value}`),
    l.list && stop.t('invoice.paper.list', { list: price(l.list), discount: price(l.discount ?? '0') }),
    ...(l.adjustments ?? []).map((a) => `${reason(stop, bill, a)} ${money(stop.language, bill.currency, bill.places)(a.amount)}`),
    l.note,
  ];
  return small.filter(Boolean).map((text) => html`<small>${text}</small>`);
}

function reason(stop: Stop<View>, bill: Invoice, a: Adjustment): string {
  const words = a.reason ?? stop.t(`invoice.paper.${a.charge ? 'charge' : 'allowance'}`);
  if (!a.percent || !a.of) return words;
  const of = money(stop.language, bill.currency, bill.places)(a.of);
  return `${words} (${stop.t('invoice.paper.percent', { percent: plain(stop.language, a.percent), of })})`;
}

function whole(stop: Stop<View>, bill: Invoice, a: Adjustment, marking?: Marking): TemplateResult {
  const spot = new Spot(stop, marking, a.ref ?? '');
  const amount = money(stop.language, bill.currency, bill.places)(a.amount);
  const words = reason(stop, bill, a);
  return html`<tr class="whole ${spot.look}" ?data-held=${spot.held}>
    <td></td><td colspan="3">${spot.button(words, `${words}, ${amount}`)} ${spot.hand()}</td><td class="n">${amount}</td>
  </tr>${told(spot)}`;
}
