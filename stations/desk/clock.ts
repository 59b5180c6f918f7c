/** The office's clock so many ms after it opened: "8:24". */
export function office(opens: string, ms: number): string {
  const [hours, minutes] = opens.split(':').map(Number);
  const at = hours! * 60 + minutes! + Math.floor(ms / 60_000);
  return `${Math.floor(at / 60) % 24}:${String(at % 60).padStart(2, '0')}`;
}

/** A length of time: "0:42". */
export function length(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
