import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createOwner, needsOwner, signIn, type N8nSession, type OwnerAccount } from './n8n-session.ts';

/** The account that the first start made, read from `.steward/owner.json`, or made up and kept there. */
export function readOrMakeAccount(file: string): OwnerAccount {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as OwnerAccount;
  } catch {
    const account = {
      email: 'owner@steward.example',
      firstName: 'Steward',
      lastName: 'Owner',
      password: newPassword(),
    };
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${JSON.stringify(account, null, 2)}\n`, { mode: 0o600 });
    return account;
  }
}

/** 20 characters, 96 random bits, with the capital letter and the digit that n8n asks for. */
export function newPassword(random: (bytes: number) => Buffer = randomBytes): string {
  return `${random(12).toString('base64url')}-S1${random(1).toString('hex')[0]}`;
}

/**
 * The owner's session. A fresh n8n gets the account; null when n8n does not know it, because somebody changed the
 * password there.
 */
export async function signInAsOwner(baseUrl: string, account: OwnerAccount): Promise<N8nSession | null> {
  if (await needsOwner(baseUrl)) await createOwner(baseUrl, account);
  return signIn(baseUrl, account);
}
