/**
 * Shapes what is typed after a mask: "0" takes a digit, "A" a letter and makes
 * it a capital, everything else stands there by itself. What does not fit is dropped.
 */
export function shaped(mask: string, typed: string): string {
  let out = '';
  let rest = [...typed];
  for (const m of mask) {
    if (m !== '0' && m !== 'A') {
      if (rest.length === 0) break;
      if (rest[0] === m) rest = rest.slice(1);
      out += m;
      continue;
    }
    const fits = m === '0' ? /[0-9]/ : /\p{L}/u;
    const at = rest.findIndex((c) => fits.test(c));
    if (at < 0) break;
    out += m === 'A' ? rest[at]!.toLocaleUpperCase() : rest[at]!;
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
