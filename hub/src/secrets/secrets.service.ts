import { createSecretKey, type KeyObject } from 'node:crypto';
import { signingKeyId, type SigningKey } from '../../../engine/index.ts';
import { keyBytes } from './aes-gcm.ts';
import { unwrap, UnwrapError, wrap, type KeyRing } from './key-ring.ts';
import type { SecretStore, WrappedSecret } from './secret.store.ts';
import { signer, signingPair } from './signing-key.ts';

export interface SecretsPorts {
  store: SecretStore;
  ring: KeyRing;
  /** Milliseconds since 1970. */
  now(): number;
  /** So many random bytes. */
  random(bytes: number): Uint8Array;
}

/** Secrets of 32 bytes: `lookup` keys the hash of subjects, `session` signs what browsers bring back. */
export type SecretName = 'lookup' | 'session';

/** The key that signs now. */
export interface Signer {
  keyId: string;
  /** Ed25519 over the UTF-8 of a text, base64url. */
  sign(text: string): string;
}

export interface Secrets {
  readonly ring: KeyRing;
  secret(name: SecretName): KeyObject;
  signer(): Signer;
  /** All that ever signed, the oldest first. */
  signingKeys(): SigningKey[];
  signingKey(id: string): SigningKey | null;
  /** Takes over what other hubs on the store have changed since. */
  refresh(): Promise<void>;
  /** Why the store's secrets did not open when they were last looked at; null when they did. */
  readonly fault: Error | null;
}

interface Opened {
  secrets: ReadonlyMap<string, KeyObject>;
  signingKeys: SigningKey[];
  signer: Signer;
}

/** What a wrapped secret is bound to: its name and what is publicly known of it. */
export function placeOfSecret({ name, publicPart }: Pick<WrappedSecret, 'name' | 'publicPart'>): string {
  return `${name}\n${publicPart}`;
}

/** Which of the signing keys a secret is: 1, 2 …; 0 for another secret. */
export function signingNumber({ name }: Pick<WrappedSecret, 'name'>): number {
  return Number(/^signing:([1-9]\d{0,8})$/.exec(name)?.[1] ?? 0);
}

/**
 * Opens the secrets of a store, and makes those that are missing.
 * @throws Error for the administrator when they lie under another master key, or were changed in the store
 */
export async function openSecrets(ports: SecretsPorts): Promise<Secrets> {
  const made = new Set((await ports.store.all()).map(({ name }) => name));
  for (const name of ['lookup', 'session'] satisfies SecretName[]) {
    if (!made.has(name)) await ports.store.putIfAbsent(newSecret(ports, name, ports.random(keyBytes), ''));
  }
  if (![...made].some((name) => signingNumber({ name }) > 0)) await ports.store.putIfAbsent(newSigningKey(ports, 1));

  let opened = open(ports, await ports.store.all());
  let fault: Error | null = null;
  return {
    ring: ports.ring,
    secret(name) {
      const secret = opened.secrets.get(name);
      if (secret === undefined) throw new Error(`the store lost its secret ${name}`);
      return secret;
    },
    signer: () => opened.signer,
    signingKeys: () => opened.signingKeys,
    signingKey: (id) => opened.signingKeys.find((key) => key.id === id) ?? null,
    async refresh() {
      const secrets = await ports.store.all();
      try {
        opened = open(ports, secrets);
        fault = null;
      } catch (error) {
        fault = error as Error;
        throw error;
      }
    },
    get fault() {
      return fault;
    },
  };
}

export function newSigningKey(ports: SecretsPorts, number: number): WrappedSecret {
  const { seed, publicKey } = signingPair(ports.random(keyBytes));
  return newSecret(ports, `signing:${number}`, seed, publicKey);
}

function newSecret({ ring, now }: SecretsPorts, name: string, plain: Uint8Array, publicPart: string): WrappedSecret {
  const createdAt = new Date(now()).toISOString();
  return { name, publicPart, createdAt, retiredAt: null, ...wrap(ring, plain, placeOfSecret({ name, publicPart })) };
}

function open({ ring }: SecretsPorts, secrets: readonly WrappedSecret[]): Opened {
  const plain = new Map(secrets.map((secret) => [secret.name, openSecret(ring, secret)]));
  const pairs = secrets
    .filter((secret) => signingNumber(secret) > 0)
    .sort((a, b) => signingNumber(a) - signingNumber(b))
    .map((secret) => ({ secret, key: signingKeyOf(secret) }));
  const newest = pairs.at(-1);
  const seed = newest && plain.get(newest.secret.name);
  if (newest === undefined || seed === undefined) throw new Error('the store lost its signing key');
  return {
    secrets: new Map(Array.from(plain, ([name, bytes]) => [name, createSecretKey(bytes)])),
    signingKeys: pairs.map(({ key }) => key),
    signer: { keyId: newest.key.id, sign: signer(seed) },
  };
}

function signingKeyOf({ publicPart, createdAt, retiredAt }: WrappedSecret): SigningKey {
  return { id: signingKeyId(publicPart) ?? '', publicKey: publicPart, createdAt, retiredAt };
}

function openSecret(ring: KeyRing, secret: WrappedSecret): Uint8Array {
  try {
    return unwrap(ring, secret, placeOfSecret(secret));
  } catch (cause) {
    if (!(cause instanceof UnwrapError)) throw cause;
    throw new Error(wordsFor(cause, ring, secret), { cause });
  }
}

function wordsFor({ why }: UnwrapError, { current }: KeyRing, { name, masterKeyId }: WrappedSecret): string {
  return why === 'changed'
    ? `Steward cannot trust its store: the secret ${name} was not made with the master key ${masterKeyId}, or was changed since. Restore a backup.`
    : `The keys of Steward's store lie under the master key ${masterKeyId}, but this hub was given ${current.id}. Set STEWARD_MASTER_KEY or STEWARD_MASTER_KEY_FILE to the key that the store was made with. If the master key is being rotated, set STEWARD_PREVIOUS_MASTER_KEY or STEWARD_PREVIOUS_MASTER_KEY_FILE to the old one.`;
}
