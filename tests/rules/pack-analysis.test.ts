import { describe, expect, test } from 'vitest';
import { analyseTable } from '../../engine/decision/analysis/analyse-table.ts';
import { riskPacks, tablePacks } from '../../rules/index.ts';

const tables = [
  ...Object.values(tablePacks).flatMap(({ table }) => [table, ...(table.uses ?? [])]),
  ...Object.values(riskPacks).map(({ duties }) => duties),
];

describe.each(tables.map((table) => [table.id, table] as const))('the table %s', (_id, table) => {
  const { findings, complete } = analyseTable(table);

  test('has no gap, no shadowed or unreachable row, no contradiction, no idle column', () => {
    const told = findings.filter(({ severity }) => severity !== 'information');
    expect(told.map(({ code, rows, example }) => ({ code, rows, example }))).toEqual([]);
    expect(findings.filter(({ code }) => code === 'gap_when_absent')).toEqual([]);
  });

  test('can be judged completely', () => {
    expect(complete).toBe(true);
  });
});
