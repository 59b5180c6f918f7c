// Works out what condition.go took apart; testdata/conditions.json holds both to the same.

/** One node of a condition: exactly one of these. */
export interface Clause { or?: Clause[]; and?: Clause[]; not?: Clause; test?: Test }

export interface Test { what: 'views' | 'sent' | 'tries' | 'field'; name: string; op: string; to: string; text?: boolean }

/** What a test of a field came to is kept by this. */
export const key = (t: Test): string => t.name + t.op + t.to;

/** Whether a condition holds; none always does. `ask` tells what a test comes to. */
export function holds(c: Clause | null | undefined, ask: (t: Test) => boolean): boolean {
  if (!c) return true;
  if (c.test) return ask(c.test);
  if (c.not) return !holds(c.not, ask);
  if (c.or) return c.or.some((of) => holds(of, ask));
  return (c.and ?? []).every((of) => holds(of, ask));
}

/** Every test in a condition. */
export function tests(c: Clause | null | undefined): Test[] {
  if (!c) return [];
  return [...(c.test ? [c.test] : []), ...tests(c.not), ...[...(c.or ?? []), ...(c.and ?? [])].flatMap(tests)];
}

/** What a test of a field comes to for a value. */
export function compares(t: Test, value: string): boolean {
  if (t.text) return (value === t.to) === (t.op === '=');
  if (!/^-?[0-9]+(?:[.,][0-9]+)?$/.test(value)) return t.op === '!=';
  return orders(Number(value.replace(',', '.')), t.op, Number(t.to));
}

/** What a test of a count comes to. */
export const counts = (t: Test, n: number): boolean => orders(n, t.op, Number(t.to));

function orders(a: number, op: string, b: number): boolean {
  switch (op) {
    case '=': return a === b;
    case '!=': return a !== b;
    case '<': return a < b;
    case '<=': return a <= b;
    case '>': return a > b;
    default: return a >= b;
  }
}
