import type { Result } from '../../issue.ts';
import type { DecisionTable } from '../model.ts';
import { orderOfUse } from '../table/order-of-use.ts';
import { runTableTests, type TableTestResult } from './run-table-tests.ts';

/** A test that a table carries, and the table. */
export interface OwnTestResult extends TableTestResult {
  /** Id of the table: the one that was asked for, or one that it uses. */
  table: string;
}

/**
 * Runs the tests of a table, and of the tables that it uses: each decides together with those that it reads itself.
 * @returns the results, the table's own first; or what keeps one of them from running
 * @example runOwnTests(table)
 */
export function runOwnTests(table: DecisionTable): Result<OwnTestResult[]> {
  const results: OwnTestResult[] = [];
  for (const one of [table, ...orderOfUse(table).order]) {
    const ran = runTableTests(one === table ? table : withUses(one, table.uses ?? []));
    if (!ran.ok) return ran;
    results.push(...ran.value.map((test) => ({ table: one.id, ...test })));
  }
  return { ok: true, value: results };
}

/** A used table as one of its own. */
function withUses(table: DecisionTable, all: readonly DecisionTable[]): DecisionTable {
  const needed = new Set<string>();
  const pending = [table];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    for (const { from } of one.inputs) {
      const used = all.find(({ id }) => id === from);
      if (used === undefined || needed.has(used.id)) continue;
      needed.add(used.id);
      pending.push(used);
    }
  }
  const uses = all.filter(({ id }) => needed.has(id));
  return uses.length === 0 ? table : { ...table, uses };
}
