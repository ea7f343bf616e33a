import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseUnaryTests } from '../../../../engine/decision/cell/parse-unary-tests.ts';
import type { DecisionTable } from '../../../../engine/decision/model.ts';
import { copyRange } from '../../../../engine/decision/spreadsheet/copy-range.ts';
import { gridColumns } from '../../../../engine/decision/spreadsheet/grid-column.ts';
import { pasteRange, type PasteAnchor, type Pasted } from '../../../../engine/decision/spreadsheet/paste-range.ts';
import { joinTsv, splitTsv } from '../../../../engine/decision/spreadsheet/tsv.ts';
import { describeIssue } from '../../../../engine/issue-messages.ts';
import '../../../property-seed.ts';

const table: DecisionTable = {
  schemaVersion: 1,
  id: 'refunds',
  name: 'Refunds',
  version: '1.0.0',
  hitPolicy: 'first',
  inputs: [
    { id: 'amount', name: 'Amount', path: 'amount', type: 'number' },
    { id: 'tier', name: 'Tier', path: 'tier', type: 'string' },
  ],
  outputs: [{ id: 'limit', name: 'Limit', type: 'number' }],
  annotations: [{ id: 'note', name: 'Note' }],
  rows: [
    { id: 'small', when: { amount: '< 100' }, then: { limit: 1 }, reason: 'Small' },
    { id: 'rest', when: { tier: '"gold","silver"' }, then: {} },
  ],
};

function paste(
  at: PasteAnchor,
  range: Parameters<typeof pasteRange>[2],
  options?: Parameters<typeof pasteRange>[3],
): Pasted {
  const result = pasteRange(table, at, range, options);
  if (!result.ok) throw new Error(result.issues.map(describeIssue).join('\n'));
  return result.value;
}

describe('a pasted range', () => {
  test('overwrites cells by the type of their column and adds rows past the end', () => {
    const {
      table: pasted,
      changed,
      addedRows,
      notes,
    } = paste({ row: 1, column: 0 }, '10-20\tgold, vip\t1.200,50\tWhy\tlaw\tSeen\n> 20\t*\t5\n');
    expect(pasted.rows).toEqual([
      table.rows[0],
      { id: 'rest', when: { amount: '[10..20]', tier: '"gold", "vip"' }, then: { limit: 1200.5 }, reason: 'Why', source: 'law', annotations: { note: 'Seen' } },
      { id: 'r3', when: { amount: '> 20' }, then: { limit: 5 } },
    ]); // prettier-ignore
    expect(addedRows).toEqual(['r3']);
    expect(changed).toHaveLength(8);
    expect(notes).toEqual([]);
    expect(table.rows[1]).toEqual({ id: 'rest', when: { tier: '"gold","silver"' }, then: {} });
  });

  test('leaves rows that it does not touch as the objects that they were', () => {
    const { table: pasted } = paste({ row: 1, column: 0 }, '5');
    expect(pasted.rows[0]).toBe(table.rows[0]);
    expect(pasted.inputs).toBe(table.inputs);
  });

  test('changes nothing when it says what stands there', () => {
    const { table: pasted, changed } = paste(
      { row: 0, column: 0 },
      copyRange(table, { row: 0, column: 0, rows: 2, columns: 6 }),
    );
    expect(changed).toEqual([]);
    expect(pasted).toEqual(table);
    expect(pasted.rows[0]).toBe(table.rows[0]);
  });

  test('of one cell fills what was chosen', () => {
    const { table: pasted } = paste({ row: 0, column: 0, rows: 2, columns: 1 }, '7');
    expect(pasted.rows.map((row) => row.when['amount'])).toEqual(['7', '7']);
  });

  test('empties cells with empty cells', () => {
    expect(paste({ row: 0, column: 0 }, [[null, null, null, null]]).table.rows[0]).toEqual({
      id: 'small',
      when: {},
      then: {},
    });
  });

  test('keeps what cannot be read, and says where', () => {
    const { table: pasted, notes } = paste({ row: 0, column: 0 }, 'a lot\tgold\tmuch');
    expect(pasted.rows[0]).toMatchObject({ when: { amount: 'a lot', tier: '"gold"' }, then: { limit: 'much' } });
    expect(notes.map(({ code, path }) => ({ code, path }))).toEqual([
      { code: 'unquoted_text', path: ['rows', 0, 'when', 'amount'] },
      { code: 'output_type', path: ['rows', 0, 'then', 'limit'] },
    ]);
    expect(describeIssue(notes[0] as (typeof notes)[0])).toContain('Row "small", column "amount"');
  });

  test('says what found no column', () => {
    const { notes } = paste({ row: 0, column: 5 }, 'Seen\tbeyond\n\t\n\tmore');
    expect(notes.map(({ code, params }) => [code, params['count'], params['texts']])).toEqual([
      ['paste_beyond_columns', 2, ['beyond', 'more']],
    ]);
  });

  test('leaves the names of the columns out when they come along', () => {
    const { table: pasted, notes } = paste({ row: 0, column: 0 }, 'Amount\tTier\n5\tgold');
    expect(pasted.rows[0]?.when).toEqual({ amount: '5', tier: '"gold"' });
    expect(notes.map(({ code }) => code)).toEqual(['paste_header_skipped']);
  });

  test('compares with another column', () => {
    const two = {
      ...table,
      inputs: [...table.inputs, { id: 'cap', name: 'Cap', path: 'cap', type: 'number' as const }],
    };
    const result = pasteRange(two, { row: 0, column: 0 }, '> cap');
    expect(result).toMatchObject({ ok: true, value: { notes: [] } });
    expect(result.ok && result.value.table.rows[0]?.when['amount']).toBe('> cap');
  });

  test('takes ids for new rows from the caller', () => {
    expect(paste({ row: 2, column: 0 }, '5', { newRowId: () => 'mine' }).addedRows).toEqual(['mine']);
  });

  test.each([
    [{ row: 3, column: 0 }, 'a', 'paste_outside_table'],
    [{ row: 0, column: 6 }, 'a', 'paste_outside_table'],
    [{ row: -1, column: 0 }, 'a', 'paste_outside_table'],
    [{ row: 0.5, column: 0 }, 'a', 'paste_outside_table'],
    [{ row: 0, column: 0 }, '', 'paste_empty'],
    [{ row: 0, column: 0, rows: 1e9, columns: 1e9 }, 'a', 'spreadsheet_too_large'],
    [{ row: 0, column: 0 }, 'a'.repeat(20_000_001), 'spreadsheet_too_large'],
  ])('at %j is refused', (at, range, code) => {
    const result = pasteRange(table, at, range);
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual([code]);
  });
});

test('the columns of a range are conditions, results, reason, source, annotations', () => {
  expect(gridColumns(table).map(({ kind }) => kind)).toEqual([
    'condition',
    'condition',
    'result',
    'reason',
    'source',
    'annotation',
  ]);
});

describe('a copied range', () => {
  const cell = fc.constantFrom('1,5', '[1..5)', '>= 10', '-', '= 5', 'not(1, 2)', '-5', 'null', '1');
  const words = fc.oneof(
    fc.constantFrom('=1+1', "'=x", 'a\tb', 'a\nb', '"', '@x', 'json: 1', 'null', '-5', 'Reason'),
    fc.string({ minLength: 1 }),
  );
  const text = words.map((value) => value.trim()).filter((value) => value !== '' && !value.includes('\r'));
  const row = fc.record({
    amount: cell,
    tier: fc.constantFrom('"gold"', '"a","b"', 'not("x")', '-', '"a, b"'),
    limit: fc.integer(),
    reason: text,
    note: text,
  });
  test('comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const filled: DecisionTable = {
          ...table,
          rows: rows.map(({ amount, tier, limit, reason, note }, index) => ({
            id: `r${index}`,
            when: { amount, tier },
            then: { limit },
            reason,
            annotations: { note },
          })),
        };
        const blank = { ...filled, rows: filled.rows.map(({ id }) => ({ id, when: {}, then: {} })) };
        const pasted = pasteRange(
          blank,
          { row: 0, column: 0 },
          copyRange(filled, { row: 0, column: 0, rows: 9, columns: 9 }),
        );
        // `1,5` goes out as `1, 5`, which no spreadsheet takes for one and a half.
        const spaced = (one: DecisionTable) =>
          one.rows.map((each) => ({ ...each, when: { ...each.when, amount: meaning(each.when['amount'] ?? '') } }));
        expect(pasted.ok && spaced(pasted.value.table)).toEqual(spaced(filled));
      }),
    );
  });

  function meaning(text: string): string {
    const parsed = parseUnaryTests(text);
    return JSON.stringify(parsed, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value));
  }

  test('guards the spreadsheet that it goes into from formulas', () => {
    const hostile = { ...table, rows: [{ id: 'a', when: {}, then: {}, reason: '=HYPERLINK("x")' }] };
    expect(copyRange(hostile, { row: 0, column: 3, rows: 1, columns: 1 })).toBe('\'=HYPERLINK("x")');
  });
});

describe('tab-separated text', () => {
  test.each<[string, string[][]]>([
    ['', []],
    ['a', [['a']]],
    ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['a\t', [['a', '']]],
    ['\n', [['']]],
    ['"gold"\t"a","b"', [['"gold"', '"a","b"']]],
    ['"a\nb"\tc', [['a\nb', 'c']]],
    ['"say ""hi"""\tc', [['say "hi"', 'c']]],
    ['"open\tc', [['"open', 'c']]],
    ['a\rb', [['a'], ['b']]],
  ])('%j is %j', (text, expected) => expect(splitTsv(text)).toEqual(expected)); // prettier-ignore

  test('comes back as it was', () => {
    const cell = fc.oneof(fc.constantFrom('"', '""', '"a"', '\t', '\n', 'a\r\nb'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 3 }), (rows) => {
        expect(splitTsv(joinTsv(rows))).toEqual(rows);
      }),
    );
  });

  test('full of open quotes is split in a moment', () => {
    expect(splitTsv('"a\t'.repeat(200_000)).length).toBe(1);
  });
});
