import { n8nPages } from './location.ts';

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

/** Sends a signed-out person to n8n's sign-in page, which comes back here. */
export function goToSignIn(): void {
  const now = Date.now();
  const last = Number(sessionStorage.getItem(lastSentKey));
  if (!mayGoToSignIn(last > 0 ? last : null, now)) return;
  sessionStorage.setItem(lastSentKey, String(now));
  location.assign(n8nPages.signIn(location.href));
}
