import { rmSync, writeFileSync, cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeFolders } from '../nodes/uniform/folder.ts';
import { root, unpackedTarball } from '../bundles/built-package.ts';
import { scan } from './scan.ts';

describe("n8n's scanner on the source", () => {
  it('passes, with no error and no warning', () => {
    const { verdict, files, found } = scan(root, 'source');
    expect(verdict).toBe('passed');
    expect(found).toEqual([]);
    expect(files).toBeGreaterThan(10);
  });
});

describe("n8n's scanner on the packed tarball", () => {
  let unpacked = '';
  beforeAll(() => {
    unpacked = unpackedTarball();
  });
  afterAll(() => rmSync(path.dirname(path.resolve(unpacked)), { recursive: true, force: true }));

  it('passes, with no error and no warning', () => {
    const { verdict, files, found } = scan(unpacked, 'tarball');
    expect(verdict).toBe('passed');
    expect(found).toEqual([]);
    // package.json, the credential, and one bundle per node
    expect(files).toBe(2 + nodeFolders(root).length);
  });
});

describe('the scan itself', () => {
  it('finds what it is for, and an inline comment does not silence it', () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'steward-scan-'));
    try {
      cpSync(path.join(root, 'package.json'), path.join(copy, 'package.json'));
      cpSync(path.join(root, 'nodes/Branch'), path.join(copy, 'nodes/Branch'), { recursive: true });
      const file = path.join(copy, 'nodes/Branch/Branch.node.ts');
      const silenced = '/* eslint-disable */\nexport const now = setTimeout;\n';
      writeFileSync(
        file,
        silenced +
          readFileSync(file, 'utf8').replace(
            "icon: { light: 'file:branch.svg', dark: 'file:branch.dark.svg' }",
            "icon: 'file:branch.svg'",
          ),
      );
      const { verdict, found } = scan(copy, 'source');
      expect(verdict).toContain('violations');
      expect(found.join('\n')).toContain('no-restricted-globals');
      expect(found.join('\n')).toContain('warning @n8n/community-nodes/icon-prefer-themed-variants');
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
});
