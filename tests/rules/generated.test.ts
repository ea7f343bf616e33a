import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const code = readFileSync(new URL('../../rules/generated/validators.js', import.meta.url), 'utf8');

describe('the compiled schemas', () => {
  test('import nothing and require nothing', () => {
    expect(code).not.toMatch(/\brequire\s*\(/);
    expect(code).not.toMatch(/^\s*import\b/m);
  });
  test('make no code at run time and touch no globals that n8n forbids', () => {
    expect(code).not.toMatch(/new Function|\beval\s*\(|globalThis|\bprocess\b|setTimeout/);
  });
  // Of four kinds of documents; a node or a page takes in only those that it reads.
  test('stay small enough for a node and a first page', () => expect(code.length).toBeLessThan(160_000));
});
