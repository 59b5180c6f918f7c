// Decimal texts in the reader's numerals. They go to Intl as texts, so nothing is lost in a float.

import { locale } from '../../kiosk/ui/shared/locale.js';

type Format = (decimal: string) => string;

const format = (language: string, options: Intl.NumberFormatOptions): Format => {
  const { format } = new Intl.NumberFormat(locale(language), options);
  return (decimal) => (format as unknown as Format)(decimal).replace('-', '−');
};

/** An amount with its currency. */
export const money = (language: string, currency: string, places: number): Format =>
  format(language, { style: 'currency', currency, minimumFractionDigits: places, maximumFractionDigits: places });

/** A number with just the decimal places it has. */
export function plain(language: string, decimal: string): string {
  const digits = decimal.split('.')[1]?.length ?? 0;
  return format(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })(decimal);
}

/** Units of UN/ECE Recommendation 20: those that Intl has words for, those with a symbol, and mere pieces. */
const worded: Record<string, string> = { MIN: 'minute', HUR: 'hour', DAY: 'day', WEE: 'week', MON: 'month', ANN: 'year' };
const symbols: Record<string, string> = { KWH: 'kWh', MTQ: 'm³', LTR: 'l', KGM: 'kg', GRM: 'g', TNE: 't', MTR: 'm', MTK: 'm²', KMT: 'km', MWH: 'MWh', C62: '', EA: '', H87: '', XPP: '' };

/** "214 kWh", "28 days"; a code that is not known stands as it is. */
export function quantity(language: string, decimal: string, code: string): string {
  const unit = worded[code];
  if (unit) return format(language, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 10 })(decimal);
  return `${plain(language, decimal)} ${symbols[code] ?? code}`.trim();
}

const dates = (language: string) => new Intl.DateTimeFormat(locale(language), { dateStyle: 'long', timeZone: 'UTC' });
const midnight = (date: string) => new Date(`${date}T00:00:00Z`);

/** A day, "1 October 2026", of YYYY-MM-DD. */
export const day = (language: string, date: string): string => dates(language).format(midnight(date));

/** "3–30 September 2026", of two days in order. */
export const days = (language: string, from: string, to: string): string =>
  dates(language).formatRange(midnight(from), midnight(to));

/** What stands between whole and fraction. */
export const point = (language: string): string =>
  new Intl.NumberFormat(locale(language)).formatToParts(1.5).find((p) => p.type === 'decimal')?.value ?? '.';

/** The currency's sign and whether it stands before the amount. */
export function sign(language: string, currency: string): { text: string; before: boolean } {
  const parts = new Intl.NumberFormat(locale(language), { style: 'currency', currency }).formatToParts(1);
  const at = parts.findIndex((p) => p.type === 'currency');
  return { text: parts[at]!.value, before: at === 0 };
}
