import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkPackage } from '../../host/link-package.ts';

let folder = '';
const link = () => join(folder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-steward');
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'steward-link-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('the package in n8n’s folder', () => {
  it('is a link to the checkout, made again or not', () => {
    linkPackage(folder, '/checkout');
    linkPackage(folder, '/checkout');
    expect(readlinkSync(link())).toBe('/checkout');
  });

  it('follows a checkout that has moved', () => {
    linkPackage(folder, '/old');
    linkPackage(folder, '/new');
    expect(readlinkSync(link())).toBe('/new');
  });

  it('replaces a package that was installed there, without touching what a link points to', () => {
    mkdirSync(link(), { recursive: true });
    writeFileSync(join(link(), 'package.json'), '{}');
    linkPackage(folder, '/checkout');
    expect(readlinkSync(link())).toBe('/checkout');
  });
});
