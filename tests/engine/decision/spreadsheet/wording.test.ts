import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wordedCodes } from '../../../../engine/issue-messages.ts';

const folder = new URL('../../../../engine/decision/spreadsheet/', import.meta.url);
const raised =
  /(?:errorIssue|cellIssue|refused)\(\s*'([a-z_]+)'|\b(?:code|doubt)(?:: | = |\(\s*)'([a-z_]+)'|[?:] '([a-z]+(?:_[a-z]+)+)'/g;

test('every code that spreadsheets raise has its wording', () => {
  const codes = new Set(
    readdirSync(folder).flatMap((name) =>
      [...readFileSync(new URL(name, folder), 'utf8').matchAll(raised)].map(
        (match) => match[1] ?? match[2] ?? match[3],
      ),
    ),
  );
  const internal = ['too_many_entries', 'too_large'];
  expect(codes.size).toBeGreaterThan(30);
  expect(
    [...codes].filter((code) => code !== undefined && !internal.includes(code) && !wordedCodes.includes(code)),
  ).toEqual([]);
});
