import { createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keyBytes } from './aes-gcm.ts';

/** The key under which all other keys lie. */
export interface MasterKey {
  /** The first 16 hexadecimal digits of its SHA-256. */
  id: string;
  key: KeyObject;
}

/** Where the master key comes from: one of them; the first that is given counts. */
export interface MasterKeySource {
  /** Base64 of 32 bytes. */
  text?: string | null;
  /** A file that holds it as base64. */
  file?: string | null;
  /** Where it is kept when neither is given; made at the first start, for its owner alone. */
  keptIn?: string | null;
}

export function masterKeyOf(bytes: Uint8Array): MasterKey {
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 16), key: createSecretKey(bytes) };
}

/** @throws Error for the administrator, which never holds the key */
export function readMasterKey({ text, file, keptIn }: MasterKeySource): MasterKey {
  if (text != null) return parseKey(text, 'STEWARD_MASTER_KEY');
  if (file != null) return parseKey(readKeyFile(file), `The file ${file}`);
  if (keptIn != null) return parseKey(readOrMake(keptIn), `The file ${keptIn}`);
  throw new Error(
    'Steward needs a master key: set STEWARD_MASTER_KEY_FILE to a file with the base64 of 32 random bytes (`openssl rand -base64 32`), or STEWARD_MASTER_KEY to that text.',
  );
}

/** A master key as its file holds it. */
export function masterKeyText({ key }: MasterKey): string {
  return `${key.export().toString('base64')}\n`;
}

function parseKey(text: string, where: string): MasterKey {
  const trimmed = text.trim();
  const bytes = Buffer.from(trimmed, 'base64');
  const isBase64 = /^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed);
  if (!isBase64 || bytes.length !== keyBytes) {
    throw new Error(
      `${where} holds no master key; expected the base64 of 32 random bytes, as \`openssl rand -base64 32\` makes them.`,
    );
  }
  return masterKeyOf(bytes);
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`Steward cannot read its master key: ${(cause as Error).message}`, { cause });
  }
}

function readOrMake(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, masterKeyText(masterKeyOf(randomBytes(keyBytes))), { flag: 'wx', mode: 0o600, flush: true });
  try {
    // Of two hubs that start at once, one makes the file; a reader never finds half of it.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(file, 'utf8');
}
