let last = 0;
let count = 0;

/**
 * A UUIDv7 that sorts after every other made on this page, also within one
 * millisecond. crypto.randomUUID is missing on plain HTTP; getRandomValues is not.
 */
export function newID(): string {
  const now = Date.now();
  if (now > last) {
    last = now;
    count = 0;
  } else if (++count > 0xfff) {
    last++;
    count = 0;
  }
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  bytes[0] = (bytes[0]! & 0x3f) | 0x80;
  const random = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  const time = last.toString(16).padStart(12, '0');
  const order = count.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${random.slice(0, 4)}-${random.slice(4)}`;
}
