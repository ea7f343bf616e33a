/** How long a question waits before it is asked again, in milliseconds; as many times as there are entries. */
export const patienceMs = [300, 1200] as const;

/** Statuses that pass by themselves: n8n is starting, busy, or asks for a pause. */
const passing = new Set([429, 502, 503, 504]);

/** The longest pause that the server may ask for before the page tells of it instead. */
const longestPauseMs = 5000;

/**
 * Milliseconds until a question that only reads is asked again, or null when its answer stands.
 *
 * A 401 is doubted once: n8n answers so, too, while it cannot read who is signed in, and sending somebody away who is
 * signed in costs them the page.
 * @param attempt how often it was asked before, from 0
 * @param answer the answer, or null when nobody answered
 */
export function askAgainAfterMs(attempt: number, answer: Pick<Response, 'status' | 'headers'> | null): number | null {
  const pause = patienceMs[attempt];
  if (pause === undefined) return null;
  if (answer === null) return pause;
  if (answer.status === 401) return attempt === 0 ? pause : null;
  if (!passing.has(answer.status)) return null;
  const asked = Number(answer.headers.get('retry-after') ?? 0) * 1000;
  if (asked > longestPauseMs) return null;
  return Math.max(pause, Number.isFinite(asked) ? asked : 0);
}
