import type { Datum, Rule } from './view.js';

/** Whether a value keeps a rule; an empty one breaks only `required`. */
export function keeps(rule: Rule, value: string, card: Datum[]): boolean {
  const typed = value.trim();
  if (rule.required) return typed !== '';
  if (typed === '') return true;
  if (rule.pattern !== undefined) return new RegExp(`^(?:${rule.pattern})$`).test(typed);
  if (rule.min !== undefined) return number(typed) >= rule.min;
  if (rule.max !== undefined) return number(typed) <= rule.max;
  return alike(typed, card.find((d) => d.id === rule.equals)?.value ?? '');
}

/** NaN, which keeps no bound, for what is no number. */
const number = (typed: string) => (typed === '' ? NaN : Number(typed.replace(',', '.')));

function alike(a: string, b: string): boolean {
  const plain = (s: string) => s.toLocaleLowerCase().replace(/\s+/g, ' ');
  return plain(a) === plain(b) || number(a) === number(b);
}
