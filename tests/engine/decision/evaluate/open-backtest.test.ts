import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBacktest, type Backtest } from '../../../../engine/decision/evaluate/open-backtest.ts';
import { factColumns } from '../../../../engine/decision/evaluate/fact-columns.ts';
import { hitPolicies, type DecisionTable, type TableRow } from '../../../../engine/decision/model.ts';
import { factsOf } from './facts-of.ts';
import { randomTable, tableAndValues } from './random-tables.ts';

const policies = fc.constantFrom(...hitPolicies);
const day = '2026-01-02';

/** What an author does to a table. `other` is a row of another table with the same inputs. */
type Edit = (table: DecisionTable, at: number, to: number, other: TableRow) => DecisionTable;

const rowsOf = (table: DecisionTable, rows: TableRow[]): DecisionTable => ({ ...table, rows });
const withRow = (table: DecisionTable, at: number, row: Partial<TableRow>): DecisionTable =>
  rowsOf(
    table,
    table.rows.map((each, index) => (index === at ? { ...each, ...row } : each)),
  );

const edits: Record<string, Edit> = {
  'edit a cell': (table, at, to, other) => {
    const ids = table.inputs.map(({ id }) => id);
    const input = ids[to % ids.length] as string;
    const text = Object.values(other.when).length === 0 ? '-' : (other.when[input] ?? '-');
    return withRow(table, at, { when: { ...table.rows[at]?.when, [input]: text } });
  },
  'replace all cells': (table, at, _, other) => withRow(table, at, { when: other.when }),
  'edit the result': (table, at, to) => withRow(table, at, { then: { result: to % 4 } }),
  'disable or enable': (table, at) => withRow(table, at, { disabled: table.rows[at]?.disabled !== true }),
  'change the days': (table, at, to) => {
    const { validUntil: _, ...row } = table.rows[at] as TableRow;
    return rowsOf(
      table,
      table.rows.map((each, index) => (index === at ? { ...row, validFrom: to % 2 === 0 ? day : '2026-01-03' } : each)),
    );
  },
  'move a row': (table, at, to) => {
    const rows = [...table.rows];
    const [row] = rows.splice(at, 1);
    if (row !== undefined) rows.splice(to % (rows.length + 1), 0, row);
    return rowsOf(table, rows);
  },
  'remove a row': (table, at) =>
    rowsOf(
      table,
      table.rows.filter((_, index) => index !== at),
    ),
  'add a row': (table, _, to, other) => {
    const rows = [...table.rows];
    rows.splice(to % (rows.length + 1), 0, {
      ...other,
      id: `added-${to}-${rows.length}-${Math.max(0, ...rows.map(({ id }) => Number(id.split('-')[1] ?? 0)))}`,
    });
    return new Set(rows.map(({ id }) => id)).size === rows.length ? rowsOf(table, rows) : table;
  },
  'move and edit': (table, at, to, other) =>
    edits['edit a cell']?.(edits['move a row']?.(table, at, to, other) ?? table, 0, to, other) ?? table,
  'turn the table round': (table) => rowsOf(table, [...table.rows].reverse()),
  'change the hit policy': (table, _, to) => ({ ...table, hitPolicy: hitPolicies[to % hitPolicies.length] ?? 'first' }),
};

function verdictsOf(backtest: Backtest): string[] {
  return [...backtest.verdicts].map((verdict) =>
    verdict < 3 ? String(verdict) : [...backtest.rowsOf(verdict)].sort().join(),
  );
}

function opened(table: DecisionTable, facts: ReturnType<typeof factColumns>): Backtest {
  const backtest = openBacktest(table, facts, day);
  if (!backtest.ok) throw new Error(JSON.stringify(backtest.issues[0]));
  return backtest.value;
}

const steps = fc.array(
  fc.record({
    edit: fc.constantFrom(...Object.keys(edits)),
    at: fc.nat({ max: 999 }),
    to: fc.nat({ max: 999 }),
    other: fc.nat({ max: 999 }),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('a backtest that goes along with edits', () => {
  test('has the verdicts and counts of one that is opened anew, and says which facts moved', () => {
    fc.assert(
      fc.property(
        tableAndValues({ hitPolicy: policies, maxRows: 25, strict: true }, 40).chain((given) =>
          fc.record({ given: fc.constant(given), steps, others: fc.constant(given.table.rows) }),
        ),
        ({ given: { table, cases }, steps: chosen, others }) => {
          const facts = factColumns(
            table,
            cases.map((values) => factsOf(table, values)),
          );
          const backtest = opened(table, facts);
          let now = table;
          for (const { edit, at, to, other } of chosen) {
            if (now.rows.length === 0 || others.length === 0) return;
            const before = verdictsOf(backtest);
            now = (edits[edit] as Edit)(now, at % now.rows.length, to, others[other % others.length] as TableRow);
            const change = backtest.change(now);
            if (!change.ok) throw new Error(JSON.stringify(change.issues[0]));
            const fresh = opened(now, facts);
            const after = verdictsOf(backtest);
            expect(after).toEqual(verdictsOf(fresh));
            expect([...backtest.countsByRow()].sort()).toEqual([...fresh.countsByRow()].sort());
            const moved = after.filter((verdict, fact) => verdict !== before[fact]).length;
            expect(change.value.moved.reduce((sum, { count }) => sum + count, 0)).toBe(moved);
            for (const { examples, from, to: end } of change.value.moved) {
              for (const fact of examples) {
                expect(backtest.verdicts[fact]).toBe(end);
                expect(before[fact]).toBe(from < 3 ? String(from) : [...backtest.rowsOf(from)].sort().join());
              }
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('stays as it was when the edited table has an error', () => {
    fc.assert(
      fc.property(randomTable({ maxRows: 5 }), (table) => {
        const facts = factColumns(table, [{}]);
        const backtest = opened(table, facts);
        const broken = {
          ...table,
          rows: [...table.rows, { id: 'broken', when: { [table.inputs[0]?.id as string]: '[1..' }, then: {} }],
        };
        expect(backtest.change(broken).ok).toBe(false);
        expect(backtest.table).toBe(table);
      }),
      { numRuns: 10 },
    );
  });
});

const amounts: DecisionTable = {
  schemaVersion: 1,
  id: 'amounts',
  name: 'Amounts',
  version: '1',
  hitPolicy: 'first',
  inputs: [{ id: 'amount', name: 'Amount', path: 'amount', type: 'number' }],
  outputs: [{ id: 'pay', name: 'Pay', type: 'boolean' }],
  rows: [
    { id: 'small', when: { amount: '< 100' }, then: { pay: true } },
    { id: 'rest', when: {}, then: { pay: false } },
  ],
};

test('only facts that the old or the new cell selects are looked at', () => {
  const facts = factColumns(
    amounts,
    Array.from({ length: 1_000 }, (_, amount) => ({ amount })),
  );
  const backtest = opened(amounts, facts);
  const [small, rest] = amounts.rows as [TableRow, TableRow];
  const change = backtest.change({ ...amounts, rows: [{ ...small, when: { amount: '< 120' } }, rest] });
  expect(change).toMatchObject({
    ok: true,
    value: { visited: 20, moved: [{ count: 20, examples: [100, 101, 102, 103, 104, 105, 106, 107, 108, 109] }] },
  });
  expect(Object.fromEntries(backtest.countsByRow())).toEqual({ small: 120, rest: 880 });
});

test('facts that were read by other inputs are refused', () => {
  const facts = factColumns(amounts, [{ amount: 1 }]);
  const other = { ...amounts, inputs: [{ ...amounts.inputs[0], path: 'total' }] } as DecisionTable;
  expect(openBacktest(other, facts)).toMatchObject({ ok: false, issues: [{ code: 'facts_of_other_inputs' }] });
});
