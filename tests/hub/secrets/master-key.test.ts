import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { masterKeyOf, masterKeyText, readMasterKey } from '../../../hub/src/secrets/master-key.ts';

const key = masterKeyOf(Uint8Array.from({ length: 32 }, (_, index) => index));

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'steward-key-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe('readMasterKey', () => {
  it('names a key by the first 16 digits of its SHA-256', () => {
    // printf '\x00\x01…\x1f' | sha256sum
    expect(key.id).toBe('630dcd2966c43366');
  });

  it('reads the key from the text before the file', () => {
    expect(readMasterKey({ text: masterKeyText(key), file: '/nowhere' })).toEqual(key);
  });

  it('reads the key from a file, with or without padding and a line break', () => {
    const file = path.join(folder(), 'key');
    for (const text of [masterKeyText(key), masterKeyText(key).trim().replace('=', '')]) {
      writeFileSync(file, text);
      expect(readMasterKey({ file, keptIn: '/nowhere' }).id).toBe(key.id);
    }
  });

  it('makes a key for its owner alone where none is given, and finds it again', () => {
    const file = path.join(folder(), 'deep', 'master.key');
    const made = readMasterKey({ keptIn: file });
    expect(readMasterKey({ keptIn: file }).id).toBe(made.id);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.dirname(file))).toEqual(['master.key']);
  });

  it('makes no key where one was named and is missing', () => {
    const file = path.join(folder(), 'key');
    expect(() => readMasterKey({ file })).toThrow(/cannot read its master key.*no such file/);
    expect(existsSync(file)).toBe(false);
  });

  it.each(['', 'short', 'A'.repeat(44), `${masterKeyText(key).trim()}AAAA`])(
    'refuses %j without repeating it',
    (text) => {
      const read = () => readMasterKey({ text });
      expect(read).toThrow(/STEWARD_MASTER_KEY holds no master key.*openssl rand -base64 32/);
      if (text.length > 5) expect(read).not.toThrow(text);
    },
  );

  it('asks for a key where there is no place to keep one', () => {
    expect(() => readMasterKey({})).toThrow(/needs a master key.*STEWARD_MASTER_KEY_FILE/);
  });
});
