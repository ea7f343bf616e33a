/**
 * The policies that stand on every answer. No inline script and no evaluation anywhere; a page may be framed by n8n
 * alone and frames n8n alone (the workflow preview).
 */
const common: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Answers that show nothing: data, problems. */
const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/**
 * The policy of the designer's page and of its scripts (a worker is governed by the policy of its own script).
 * @param nonce lets the style elements in that the interface's libraries write at run time; changes with every page
 */
export function pagePolicy(nonce?: string): string {
  const style = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${style}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/** What every answer carries; a page replaces the content policy by `pagePolicy`. */
export const securityHeaders: Readonly<Record<string, string>> = { ...common, 'content-security-policy': dataPolicy };
