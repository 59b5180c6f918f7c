/** A point of a curve: ms and feeling −4…4. */
export type Point = [ms: number, feeling: number];

/** Reads a reference curve, which check has read before: "0:12,-1.5" a line below its head. */
export function points(csv: string): Point[] {
  return csv.split(/\r?\n/).slice(1).filter(Boolean).map((line) => {
    const [at = '', feeling] = line.split(',');
    const [minutes, seconds] = at.split(':').map(Number);
    return [(minutes! * 60 + seconds!) * 1000, Number(feeling)];
  });
}

/** Fetches a reference curve; none when it does not come through. */
export async function fetched(url: string): Promise<Point[]> {
  try {
    const answer = await fetch(url);
    return answer.ok ? points(await answer.text()) : [];
  } catch {
    return [];
  }
}
