import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newPassword, readOrMakeAccount } from '../../host/owner.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'steward-owner-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('the owner account', () => {
  it('is made once and read again, by this user only', () => {
    const file = join(folder, 'state', 'owner.json');
    const account = readOrMakeAccount(file);
    expect(readOrMakeAccount(file)).toEqual(account);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('has a password that n8n accepts: 8 to 64 characters, a capital letter and a digit, even for unlucky bytes', () => {
    const unlucky = newPassword((bytes) => Buffer.alloc(bytes, 0x9a));
    for (const password of [newPassword(), unlucky]) {
      expect(password).toMatch(/^(?=.*[A-Z])(?=.*\d).{8,64}$/);
    }
    expect(newPassword()).not.toBe(newPassword());
  });
});
