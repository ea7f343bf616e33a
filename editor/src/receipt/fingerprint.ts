/**
 * The id of a key as somebody typed it: read out in groups, in capitals, with colons.
 * @returns 16 hexadecimal digits, lower case; null for what is no fingerprint
 */
export function fingerprintOf(typed: string): string | null {
  const digits = typed.replace(/[\s:.-]/g, '').toLowerCase();
  return /^[0-9a-f]{16}$/.test(digits) ? digits : null;
}
