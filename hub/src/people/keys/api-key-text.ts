import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** The text of an API key, taken apart. */
export interface ApiKeyParts {
  id: string;
  secret: string;
}

const idAlphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
const idLength = 12;
/** 256 bits, as base64url. */
const secretLength = 43;
const form = new RegExp(`^stw_([${idAlphabet}]{${idLength}})_([A-Za-z0-9_-]{${secretLength}})$`);

/** A new key. The id is no secret: it tells keys apart, and 36^12 of them do not meet by chance. */
export function newApiKeyParts(): ApiKeyParts {
  const id = Array.from({ length: idLength }, () => idAlphabet[randomInt(idAlphabet.length)]).join('');
  return { id, secret: randomBytes(32).toString('base64url') };
}

/** `stw_<id>_<secret>`: the prefix lets a scanner for leaked secrets find it. */
export function writeApiKey({ id, secret }: ApiKeyParts): string {
  return `stw_${id}_${secret}`;
}

/** Null: no key of ours. */
export function readApiKey(text: string): ApiKeyParts | null {
  const [, id, secret] = form.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}

/** SHA-256, hexadecimal. A slow hash would guard a secret that can be guessed; 256 random bits cannot. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** In constant time. */
export function sameHash(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
