import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decideTable,
  describeIssue,
  explainDecision,
  itemIsFacts,
  readPath,
  type DecisionTable,
  type FactMapping,
  type JsonObject,
  type JsonValue,
} from '../../../../engine/index.ts';
import { tableAndFacts } from './plain-tables.ts';
import { definite } from '../../../definite.ts';
import { readCases } from '../cases.ts';
import { referenceDecidingRow } from './reference-evaluator.ts';

interface DecideCases {
  table: DecisionTable;
  cases: {
    name: string;
    facts: JsonObject;
    mapping?: FactMapping;
    outcome?: JsonObject | null;
    row?: string | null;
    issue?: { code: string; path: (string | number)[] };
  }[];
}

const { table, cases } = readCases<DecideCases>('decide-table');

describe('a table decides', () => {
  for (const { name, facts, mapping, outcome, row, issue } of cases) {
    test(name, () => {
      const decided = decideTable(table, facts, mapping ?? itemIsFacts);
      if (issue !== undefined) {
        expect(decided).toMatchObject({ ok: false, issues: [issue] });
        return;
      }
      if (!decided.ok) throw new Error(decided.issues.map(describeIssue).join(' '));
      expect(decided.value.outcome).toEqual(outcome);
      expect(decided.value.decision).toMatchObject({
        kind: 'table',
        outcome,
        ruleId: row,
        tableId: 'refund-limits',
        tableVersion: '2.1.0',
      });
    });
  }

  test('the reason is the words of the row, with its source', () => {
    const decided = decideTable(table, { customer: { blocked: true } }, itemIsFacts);
    expect(decided).toMatchObject({
      value: {
        decision: { reasons: [{ row: 'blocked', text: 'The account is blocked.', source: 'Terms of sale, 7' }] },
      },
    });
  });

  test('a row without words gives its conditions as reason, never a value of the item', () => {
    const decided = decideTable(table, { order: { amount: 77 }, customer: { tier: 'gold' } }, itemIsFacts);
    expect(decided).toMatchObject({
      value: { decision: { reasons: [{ row: 'gold', text: 'Amount is < 1000, and Tier is "gold".' }] } },
    });
    expect(JSON.stringify(decided)).not.toContain('77');
  });

  test('a wrong type is told with the field and without its value', () => {
    const decided = decideTable(table, { order: { amount: '20.5' } }, itemIsFacts);
    if (decided.ok) throw new Error('decided');
    const text = describeIssue(definite(decided.issues[0]));
    expect(text).toContain('order.amount should be a number but is a text');
    expect(text).toContain('convert it');
    expect(text).not.toContain('20.5');
  });

  test('changing an outcome leaves the next decision alone', () => {
    const facts = { customer: { blocked: true } };
    const first = decideTable(table, facts, itemIsFacts);
    if (!first.ok || first.value.outcome === null || Array.isArray(first.value.outcome)) throw new Error('no decision');
    first.value.outcome['action'] = 'changed';
    definite(first.value.decision.reasons[0]).text = 'changed';
    expect(decideTable(table, facts, itemIsFacts)).toMatchObject({
      value: { outcome: { action: 'refuse' }, decision: { reasons: [{ text: 'The account is blocked.' }] } },
    });
  });

  test('numbers that JSON cannot hold are of a wrong type', () => {
    for (const amount of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(decideTable(table, { order: { amount } }, itemIsFacts)).toMatchObject({
        ok: false,
        issues: [{ code: 'wrong_type' }],
      });
    }
  });

  test('more rows than a word has bits, and more numbers than get masks of their own, decide alike', () => {
    const rows = Array.from({ length: 2000 }, (_, index) => ({
      id: `r${index}`,
      when: { n: String(index) },
      then: { row: index },
    }));
    const large: DecisionTable = {
      schemaVersion: 1,
      id: 'large',
      name: 'Large',
      version: '1',
      hitPolicy: 'first',
      inputs: [{ id: 'n', name: 'N', path: 'n', type: 'number' }],
      outputs: [{ id: 'row', name: 'Row', type: 'number' }],
      rows,
    };
    for (const n of [0, 31, 32, 33, 63, 64, 65, 1999]) {
      expect(decideTable(large, { n }, itemIsFacts)).toMatchObject({ value: { outcome: { row: n } } });
    }
    expect(decideTable(large, { n: 31.5 }, itemIsFacts)).toMatchObject({ value: { outcome: null } });
  });

  test('a table without rows decides nothing', () => {
    expect(decideTable({ ...table, rows: [] }, {}, itemIsFacts)).toMatchObject({ ok: true, value: { outcome: null } });
  });
});

describe('properties of deciding', () => {
  test('the engine decides as the slow reference does', () => {
    fc.assert(
      fc.property(tableAndFacts({ rangesInLists: true }), ({ table: random, facts }) => {
        for (const item of facts) {
          const decided = decideTable(random, item, itemIsFacts);
          if (!decided.ok) throw new Error(decided.issues.map(describeIssue).join(' '));
          expect(decided.value.decision.ruleId).toBe(referenceDecidingRow(random, item));
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('the explanation names the row that decides, and gives each earlier row a cell that failed', () => {
    fc.assert(
      fc.property(tableAndFacts({ rangesInLists: true }), ({ table: random, facts }) => {
        for (const item of facts) {
          const explained = explainDecision(random, item);
          const decided = decideTable(random, item, itemIsFacts);
          if (!explained.ok || !decided.ok) throw new Error('not decided');
          expect(explained.value.decidingRow).toBe(decided.value.decision.ruleId);
          for (const row of explained.value.rows) {
            if (row.decided) break;
            expect(row.cells.some((cell) => !cell.passed)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('an explanation', () => {
  test('says for every cell where it looked, what it found and whether that passed', () => {
    const facts = { body: { order: { amount: 20 } }, crm: { level: 'gold' } };
    const mapping = { dataField: 'body', fields: [{ input: 'tier', field: 'crm.level' }] };
    const explained = explainDecision(table, facts, mapping);
    if (!explained.ok) throw new Error('not explained');
    expect(explained.value.decidingRow).toBe('gold');
    expect(explained.value.rows[0]).toMatchObject({
      row: 'blocked',
      matched: false,
      decided: false,
      cells: [
        { input: 'amount', path: 'body.order.amount', test: '-', value: 20, passed: true },
        { input: 'tier', path: 'crm.level', test: '-', value: 'gold', passed: true },
        { input: 'tags', test: '-', value: null, passed: true },
        { input: 'blocked', path: 'body.customer.blocked', test: 'true', value: null, passed: false },
      ],
    });
    expect(explained.value.rows[2]).toMatchObject({ row: 'gold', matched: true, decided: true });
  });

  test('shows later rows that match too, and disabled ones as never matching', () => {
    const explained = explainDecision(table, { order: { amount: 20 }, customer: { tier: 'gold' } });
    if (!explained.ok) throw new Error('not explained');
    const matched = explained.value.rows.filter((row) => row.matched).map((row) => row.row);
    expect(matched).toEqual(['gold', 'small']);
    expect(explained.value.rows[1]).toMatchObject({
      row: 'off',
      disabled: true,
      matched: false,
      cells: [{ passed: true }, {}, {}, {}],
    });
  });
});

describe('a path', () => {
  interface PathCase {
    name: string;
    item: JsonObject;
    path: string;
    value?: JsonValue;
  }
  for (const { name, item, path, value } of readCases<PathCase[]>('read-path')) {
    test(name, () => expect(readPath(item, path)).toEqual(value));
  }

  test('does not reach __proto__ even where JSON brought one along', () => {
    const item = JSON.parse('{"__proto__": {"admin": true}, "a": {"__proto__": {"admin": true}}}') as JsonObject;
    expect(readPath(item, '__proto__.admin')).toBeUndefined();
    expect(readPath(item, 'a.admin')).toBeUndefined();
  });

  test('never throws and never gives what is not JSON', () => {
    const anything = fc.anything({ withNullPrototype: true }) as fc.Arbitrary<JsonObject>;
    const segments = fc.array(
      fc.constantFrom('a', '0', 'length', 'toString', '__proto__', 'constructor', '', '-1', 'valueOf'),
    );
    fc.assert(
      fc.property(fc.record({ a: anything }), segments, (item, path) => {
        expect(typeof readPath(item, path.join('.'))).not.toBe('function');
      }),
    );
  });
});
