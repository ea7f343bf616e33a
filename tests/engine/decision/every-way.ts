import { expect } from 'vitest';
import {
  analyseTable,
  backtestTables,
  checkTable,
  decideTable,
  describeIssue,
  explainDecision,
  exportDmn,
  exportJsonRules,
  itemIsFacts,
  runTableTests,
  tableToSheets,
  type DecisionTable,
  type Issue,
  type JsonObject,
  type Result,
  type TableInput,
} from '../../../engine/index.ts';
import { parseTable } from '../../../rules/index.ts';

export const base = { schemaVersion: 1, id: 'hostile', name: 'Hostile', version: '1', hitPolicy: 'first' } as const;
export const output = { id: 'o', name: 'O', type: 'string' } as const;
export const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
export const column = (id: string, type: TableInput['type'] = 'number'): TableInput => ({
  id,
  name: id,
  path: id,
  type,
});
export const cells = (count: number, cell: (at: number) => string) =>
  Object.fromEntries(many(count, (at) => [`x${at}`, cell(at)]));

/** The issues of a result, or the one word. */
export function said(result: Result<unknown>): string {
  return result.ok ? 'answer' : (result.issues[0]?.code ?? 'no issue');
}

/** Takes a table every way there is; gives what each said. */
export async function everyWay(table: DecisionTable, facts: JsonObject = {}): Promise<Record<string, string>> {
  const issues: Issue[] = checkTable(table);
  for (const issue of issues.slice(0, 100)) expect(describeIssue(issue)).not.toBe('');
  const day = '2026-11-22';
  const ways = {
    parse: said(parseTable(table)),
    check: issues.find(({ severity }) => severity === 'error')?.code ?? 'answer',
    decide: said(decideTable(table, facts, itemIsFacts, { day })),
    explain: said(explainDecision(table, facts, itemIsFacts, { day })),
    tests: said(runTableTests(table)),
    rules: said(exportJsonRules(table, { day })),
    backtest: said(backtestTables(table, { ...table, version: '2' }, [facts], { day })),
  };
  expect(Array.isArray(analyseTable(table).findings)).toBe(true);
  expect(said(await exportDmn(table))).not.toBe('no issue');
  expect(tableToSheets(table).length).toBeGreaterThan(0);
  return ways;
}

export const answersEverywhere = {
  parse: 'answer',
  check: 'answer',
  decide: 'answer',
  explain: 'answer',
  tests: 'answer',
  backtest: 'answer',
};
