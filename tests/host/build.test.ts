import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../host/build.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'steward-build-'));
  mkdirSync(join(root, 'engine', 'inner'), { recursive: true });
  mkdirSync(join(root, 'engine', 'node_modules'));
  writeFileSync(join(root, 'engine', 'index.ts'), 'export const a = 1;');
  writeFileSync(join(root, 'engine', 'inner', 'b.ts'), 'export const b = 1;');
  writeFileSync(join(root, 'package.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

const fingerprint = () => fingerprintOf(root, ['engine', 'package.json', 'not-there']);

describe('the fingerprint of the sources', () => {
  it('does not change when a file is only touched, or something is installed', () => {
    const before = fingerprint();
    utimesSync(join(root, 'engine', 'index.ts'), 1, 1);
    writeFileSync(join(root, 'engine', 'node_modules', 'x.js'), '');
    expect(fingerprint()).toBe(before);
  });

  it.each([
    ['a file is edited', () => writeFileSync(join(root, 'engine', 'inner', 'b.ts'), 'export const b = 2;')],
    ['a file is added', () => writeFileSync(join(root, 'engine', 'inner', 'c.ts'), '')],
    ['a file is removed', () => rmSync(join(root, 'engine', 'inner', 'b.ts'))],
    ['the manifest is edited', () => writeFileSync(join(root, 'package.json'), '{"name":"x"}')],
  ])('changes when %s', (_, change) => {
    const before = fingerprint();
    change();
    expect(fingerprint()).not.toBe(before);
  });
});
