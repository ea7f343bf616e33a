import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeIssue, findingCodes } from '../../engine/index.ts';
import { wordedCodes } from '../../engine/issue-messages.ts';

const root = new URL('../../', import.meta.url);
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
    // What an analysis finds are findings; `describeFinding` words those, and the compiler asks it for every code.
    const ofIssues = [...codes].filter((code) => !findingCodes.some((finding) => finding === code));
    const bare = ofIssues.filter((code) => {
      const spelledOut = `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('_', ' ')}.`;
      return describeIssue({ code, path: [], severity: 'error', params: {} }) === spelledOut;
    });
    expect(bare).toEqual([]);
  });

  test('is one for each code: what a domain says of its own is not said of another', () => {
    expect(wordedCodes.filter((code, index) => wordedCodes.indexOf(code) !== index)).toEqual([]);
  });

  test('spells a code without wording out', () => {
    expect(describeIssue({ code: 'never_heard_of', path: [], severity: 'error', params: {} })).toBe('Never heard of.');
  });

  test('does not take a code for something that objects inherit', () => {
    expect(describeIssue({ code: 'constructor', path: [], severity: 'error', params: {} })).toBe('Constructor.');
  });
});
