/**
 * Shapes what is typed after a mask: "0" takes a digit, "A" a letter and makes
 * it a capital, everything else stands there by itself. What does not fit is dropped.
 */
export function shaped(mask: string, typed: string): string {
  let out = '';
  let between = ''; // what stands by itself comes with what follows it
  let rest = [...typed];
  for (const m of mask) {
    if (m !== '0' && m !== 'A') {
      between += m;
      continue;
    }
    const at = rest.findIndex((c) => (m === '0' ? /[0-9]/ : /\p{L}/u).test(c));
    if (at < 0) break;
    const capital = rest[at]!.toLocaleUpperCase();
    out += between + (m === 'A' && capital.length === 1 ? capital : rest[at]!);
    between = '';
    rest = rest.slice(at + 1);
  }
  return out;
}

/** Keeps a field's value in its mask and its length as one types, with the cursor at what was typed last. */
export function shape(input: HTMLInputElement | HTMLTextAreaElement, mask: string | undefined, longest: number | undefined): void {
  let value = input.value;
  if (mask && input.selectionEnd === value.length) value = shaped(mask, value); // only at the end: amid it one may be putting something right
  if (longest) value = [...value].slice(0, longest).join('');
  if (value !== input.value) input.value = value;
}
