const again = 5000; // ms between two tries
const most = 24; // tries: two minutes, as long as the longest takes to make

/**
 * The waveform's peaks, as base64, when the server has made them; undefined if
 * nobody wants them any more. The call never waits for its waveform.
 */
export async function waveform(url: string, wanted: () => boolean): Promise<string | undefined> {
  for (let tries = 0; wanted() && tries < most; tries++) {
    try {
      const answer = await fetch(url);
      if (answer.ok) return ((await answer.json()) as { peaks: string }).peaks;
    } catch { /* the network is away: again in a moment */ }
    await new Promise((next) => setTimeout(next, again));
  }
  return undefined;
}
