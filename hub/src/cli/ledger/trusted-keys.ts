import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isJsonObject, signingKeyId, type SigningKey } from '../../../../engine/index.ts';
import { UsageError } from '../command.ts';
import { reasonOf } from '../reason-of.ts';

/**
 * The keys that somebody trusts: each whole (base64url) where it was given so, by its id otherwise. An id is 64 bits of the
 * key's hash, so that it is only believed in place of a key that nobody gave.
 * @param given a file, or ids and public keys (base64url), separated by commas; a file holds one or more PEM blocks, or the
 *   JSON that the hub answers under /ledger/signing-keys
 */
export async function readTrustedKeys(given: string): Promise<string[]> {
  const keys = existsSync(given) ? keysInFile(given) : given.split(',').map((text) => keyOf(text.trim()));
  if (keys.length === 0) throw new UsageError(`${given} names no key.`);
  return keys;
}

/** Whether a key is among those that `readTrustedKeys` gave. */
export function isTrusted(
  { id, publicKey }: Pick<SigningKey, 'id' | 'publicKey'>,
  trusted: readonly string[],
): boolean {
  return trusted.includes(publicKey) || trusted.includes(id);
}

const keyId = /^[0-9a-f]{16}$/;

function keyOf(text: string): string {
  if (keyId.test(text) || signingKeyId(text) !== null) return text;
  throw new UsageError(
    `--key: "${text.slice(0, 60)}" is no file, no id of a key (16 hexadecimal digits) and no public key (base64url).`,
  );
}

function keysInFile(file: string): string[] {
  const text = readText(file);
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[^]*?-----END PUBLIC KEY-----/g);
  if (blocks !== null) return blocks.map((block) => keyOfPem(file, block));
  try {
    const value: unknown = JSON.parse(text);
    const keys = Array.isArray(value) ? (value as unknown[]) : [value];
    // The id that a file states is not believed.
    const publicKeys = keys.map((key) => (isJsonObject(key) ? String(key['publicKey']) : ''));
    if (publicKeys.every((key) => signingKeyId(key) !== null)) return publicKeys;
  } catch {
    // Said below.
  }
  throw new UsageError(`${file} holds no keys: expected PEM, or the JSON of /ledger/signing-keys.`);
}

function keyOfPem(file: string, block: string): string {
  try {
    const { x, crv } = createPublicKey(block).export({ format: 'jwk' });
    if (crv === 'Ed25519' && x !== undefined) return x;
  } catch {
    // Said below.
  }
  throw new UsageError(`${file}: this is no Ed25519 public key.`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`);
  }
}
