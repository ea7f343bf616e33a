/** Codes of errors of the network after which the same request may succeed later. @source Node.js, errno and axios */
const passing = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'ERR_NETWORK',
  'EPIPE',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Errors of n8n wrap those of the network, a few deep. */
const deepest = 5;

/**
 * True for an error after which the hub counts as away: no connection, or none that lasted until the answer. A broken
 * certificate, an address that n8n does not allow and a credential that cannot be read are not among them: they last until
 * somebody changes something.
 */
export function isAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > deepest) return false;
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  if (typeof code === 'string' && passing.has(code)) return true;
  // A host with several addresses fails with one error for each.
  const inner: unknown[] = Array.isArray(errors) ? [cause, ...(errors as unknown[])] : [cause];
  return inner.some((one) => isAway(one, depth + 1));
}
