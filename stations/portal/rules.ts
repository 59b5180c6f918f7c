import type { Field, Rule } from './view.js';
import type { World } from './world.js';

/** What rules ask of the portal around them. */
export type Known = Pick<World, 'card' | 'documents' | 'code'>;

/** Whether a value keeps a rule of a field; an empty one breaks only `required`. */
export function keeps(rule: Rule, field: Pick<Field, 'type'>, value: string, known: Known): boolean {
  const typed = value.trim();
  if (rule.required) return typed !== '';
  if (typed === '') return true;
  const file = field.type === 'file' ? known.documents.find((d) => d.name === typed) : undefined;
  if (rule.pattern !== undefined) return new RegExp(`^(?:${rule.pattern})$`).test(typed);
  if (rule.min !== undefined) return (file?.mb ?? number(typed)) >= rule.min;
  if (rule.max !== undefined) return (file?.mb ?? number(typed)) <= rule.max;
  if (rule.code !== undefined) return typed.replace(/\s/g, '') === known.code(rule.code);
  return file?.id === rule.equals || alike(typed, known.card.find((d) => d.id === rule.equals)?.value ?? '');
}

/** NaN, which keeps no bound, for what is no number. */
const number = (typed: string) => (typed === '' ? NaN : Number(typed.replace(',', '.')));

function alike(a: string, b: string): boolean {
  const plain = (s: string) => s.toLocaleLowerCase().replace(/\s+/g, ' ');
  return plain(a) === plain(b) || number(a) === number(b);
}
