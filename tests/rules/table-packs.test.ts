import { describe, expect, test } from 'vitest';
import {
  checkTable,
  decideTable,
  describeIssue,
  itemIsFacts,
  runTableTests,
  type DecisionTable,
} from '../../engine/index.ts';
import { parseTable, tablePacks } from '../../rules/index.ts';

const packs = Object.entries(tablePacks);

/** A pack's tables: the one that decides, and those that it uses. */
function tablesOf(table: DecisionTable): DecisionTable[] {
  return [table, ...(table.uses ?? [])];
}

const tables = packs.flatMap(([, pack]) => tablesOf(pack.table).map((table) => [table.id, table] as const));

/** Rows that make the outcome of at least one of the table's own tests, or are part of it. */
function rowsThatCount(table: DecisionTable): Set<string> {
  const several = table.hitPolicy === 'any' || table.hitPolicy === 'rule-order' || table.hitPolicy === 'collect';
  return new Set(
    (table.tests ?? []).flatMap(({ facts }) => {
      const decided = decideTable(table, facts, itemIsFacts);
      if (!decided.ok) return [];
      const { ruleId, matched } = decided.value.decision;
      return several ? matched : ruleId === null ? [] : [ruleId];
    }),
  );
}

describe.each(packs)('the pack %s', (key, pack) => {
  test('can be listed: id, title and one line that says what it decides', () => {
    expect(pack.id).toBe(key);
    expect(pack.table.id).toBe(key);
    expect(pack.title).toMatch(/^[A-Z][A-Za-z]+( [A-Za-z]+)+$/);
    expect(pack.summary.length).toBeGreaterThan(30);
    expect(pack.summary.length).toBeLessThanOrEqual(110);
  });

  test('has the shape of a table', () => {
    const parsed = parseTable(structuredClone(pack.table));
    expect(parsed.ok ? [] : parsed.issues.map(describeIssue)).toEqual([]);
  });

  test('takes nothing for granted without an owner and a day in 2027 to look again', () => {
    const assumptions = tablesOf(pack.table).flatMap((table) => table.assumptions ?? []);
    expect(assumptions.length).toBeGreaterThanOrEqual(3);
    for (const { id, owner, reviewBy } of assumptions) {
      expect(owner, id).toMatch(/\w/);
      expect(reviewBy, id).toMatch(/^2027-\d\d-\d\d$/);
    }
  });
});

describe.each(tables)('the table %s', (_id, table) => {
  test('has no problem', () => {
    expect(checkTable(table).map(describeIssue)).toEqual([]);
  });

  test('names owner and version', () => {
    expect(table.owner).toBeTruthy();
    expect(table.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(table.description).toMatch(/\.$/);
  });

  test('gives every row a reason in sentences and a source, and uses every source', () => {
    for (const row of table.rows) expect(row.reason, row.id).toMatch(/^[A-Z0-9].*\.$/s);
    const used = new Set(table.rows.map((row) => row.source));
    expect([...used].sort()).toEqual(table.sources?.map((source) => source.id).sort());
  });

  test('says of every rule of its own that we chose it, and why', () => {
    const own = new Set(table.sources?.filter((source) => source.url === undefined).map((source) => source.id));
    for (const row of table.rows) {
      if (row.id === 'no-ground' || !own.has(row.source ?? '')) continue;
      expect(row.reason, row.id).toMatch(/We chose .+, because .+/s);
    }
  });

  test('names article, chapter or part of every law, standard and paper', () => {
    for (const source of table.sources ?? []) {
      expect(source.section, source.id).toBeTruthy();
      if (source.title !== 'Steward default policy') expect(source.url, source.id).toMatch(/^https:\/\//);
    }
  });

  test('describes every column that its name alone does not explain', () => {
    for (const input of table.inputs) if (input.type === 'string') expect(input.description, input.id).toMatch(/\.$/);
  });

  test('passes its own tests', () => {
    const results = runTableTests(table);
    if (!results.ok) throw new Error(results.issues.map(describeIssue).join('\n'));
    for (const result of results.value)
      expect({ name: result.name, ...result.actual }).toMatchObject({ name: result.name, ...result.expected });
    expect(results.value.filter((result) => !result.passed)).toEqual([]);
  });

  test('has a test for every row', () => {
    const counted = rowsThatCount(table);
    expect(table.rows.filter((row) => !counted.has(row.id)).map((row) => row.id)).toEqual([]);
  });
});
