const alphabet = /^[A-Za-z0-9_-]*$/;
const digits = new Map([...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].map((c, at) => [c, at]));

/**
 * Reads base64url without padding.
 * @returns null for another alphabet, padding, a length that no bytes have, and spare bits that are not zero, so that
 *   equal bytes have one text
 * @example bytesOfBase64url('_w') // Uint8Array [255]
 * @source RFC 4648, 5
 */
export function bytesOfBase64url(text: string): Uint8Array | null {
  if (!alphabet.test(text) || text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let [held, bits, at] = [0, 0, 0];
  for (const digit of text) {
    held = ((held << 6) | (digits.get(digit) as number)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >>> bits) & 0xff;
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null;
}
