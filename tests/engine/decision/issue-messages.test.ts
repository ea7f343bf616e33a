import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeIssue } from '../../../engine/index.ts';

const root = new URL('../../../', import.meta.url);
const files = ['engine/audit', 'engine/decision', 'rules'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);
const raised =
  /(?:errorIssue|cellProblem|CellSyntaxError|\.problem)\(\s*(?:[\w.() ?=]+\? )?'([a-z_]+)'|\bcode: '([a-z_]+)'/g;
const codes = new Set(
  files.flatMap((file) =>
    [...readFileSync(new URL(file, root), 'utf8').matchAll(raised)].map((match) => (match[1] ?? match[2]) as string),
  ),
);

describe('the wording', () => {
  test('is there for every code that tables and documents raise', () => {
    expect(codes.size).toBeGreaterThan(50);
    const bare = [...codes].filter((code) => {
      const spelledOut = `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('_', ' ')}.`;
      return describeIssue({ code, path: [], severity: 'error', params: {} }) === spelledOut;
    });
    expect(bare).toEqual([]);
  });
  test('spells a code without wording out', () => {
    expect(describeIssue({ code: 'never_heard_of', path: [], severity: 'error', params: {} })).toBe('Never heard of.');
  });
  test('does not take a code for something that objects inherit', () => {
    expect(describeIssue({ code: 'constructor', path: [], severity: 'error', params: {} })).toBe('Constructor.');
  });
});
