import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isJsonObject, signingKeyId } from '../../../../engine/index.ts';
import { UsageError } from '../command.ts';
import { reasonOf } from '../reason-of.ts';

/**
 * Ids of the keys that somebody trusts.
 * @param given a file, or ids and public keys (base64url), separated by commas; a file holds one or more PEM blocks, or the
 *   JSON that the hub answers under /ledger/signing-keys
 */
export async function readTrustedKeys(given: string): Promise<string[]> {
  const ids = existsSync(given) ? idsInFile(given) : given.split(',').map((text) => idOf(text.trim()));
  if (ids.length === 0) throw new UsageError(`${given} names no key.`);
  return ids;
}

const keyId = /^[0-9a-f]{16}$/;

function idOf(text: string): string {
  const id = keyId.test(text) ? text : signingKeyId(text);
  if (id === null) {
    throw new UsageError(
      `--key: "${text.slice(0, 60)}" is no file, no id of a key (16 hexadecimal digits) and no public key (base64url).`,
    );
  }
  return id;
}

function idsInFile(file: string): string[] {
  const text = readText(file);
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[^]*?-----END PUBLIC KEY-----/g);
  if (blocks !== null) return blocks.map((block) => idOfPem(file, block));
  try {
    const value: unknown = JSON.parse(text);
    const keys = Array.isArray(value) ? (value as unknown[]) : [value];
    // The id that a file states is not believed: it follows from the key.
    const ids = keys.map((key) => (isJsonObject(key) ? signingKeyId(String(key['publicKey'])) : null));
    if (ids.every((id) => id !== null)) return ids;
  } catch {
    // Said below.
  }
  throw new UsageError(`${file} holds no keys: expected PEM, or the JSON of /ledger/signing-keys.`);
}

function idOfPem(file: string, block: string): string {
  try {
    const { x, crv } = createPublicKey(block).export({ format: 'jwk' });
    const id = crv === 'Ed25519' && x !== undefined ? signingKeyId(x) : null;
    if (id !== null) return id;
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
