import { base, signInHref } from './location.ts';

const browserIdKey = 'n8n-browserId';
const lastSentKey = 'steward-signin-at';

/** n8n's id of this browser, or null when nobody ever signed in here. */
export function browserId(): string | null {
  try {
    return localStorage.getItem(browserIdKey);
  } catch {
    return null;
  }
}

/**
 * True when a person may be sent to n8n's sign-in page at `nowMs`: not when that happened less than ten seconds ago, because
 * then n8n has sent them back as signed in and the two would send them to and fro.
 */
export function mayGoToSignIn(lastSentMs: number | null, nowMs: number): boolean {
  return lastSentMs === null || nowMs - lastSentMs > 10_000;
}

/** Sends a signed-out person to the sign-in page, n8n's or the hub's own, which comes back here. */
export function goToSignIn(): void {
  const now = Date.now();
  const last = Number(sessionStorage.getItem(lastSentKey));
  if (!mayGoToSignIn(last > 0 ? last : null, now)) return;
  sessionStorage.setItem(lastSentKey, String(now));
  location.assign(signInHref(location.href));
}

/** Signs out of a hub that stands alone, then shows the page that it names, else its own first one. */
export async function signOut(): Promise<void> {
  let next: unknown;
  try {
    const answer = await fetch(`${base}/sign-out`, {
      method: 'POST',
      headers: { accept: 'application/json', 'steward-request': '1' },
      credentials: 'same-origin',
    });
    next = ((await answer.json()) as { redirect?: unknown }).redirect;
  } catch {
    // Signed out or not, the first page tells which.
  }
  location.assign(typeof next === 'string' ? next : `${base}/`);
}
