import { checkTable } from '../../decision/table/check-table.ts';
import type { Issue } from '../../issue.ts';
import { stepParams } from '../compile.ts';
import type { Journey } from '../model.ts';
import { tableKeysOf } from '../table-keys.ts';

/** What is wrong inside the journey's tables, and tables that no step uses. */
export function tableProblems(journey: Journey): Issue[] {
  return Object.entries(journey.tables).flatMap(([key, table]) => {
    const users = journey.steps.filter((step) => tableKeysOf(step).includes(key));
    const params = { table: table.name, tableKey: key };
    const user = users.find((step) => step.disabled !== true);
    if (users.length === 0)
      return [{ code: 'table_unused', path: ['tables', key], severity: 'warning' as const, params }];
    if (user === undefined) return [];
    return checkTable(table).map((issue): Issue => ({
      ...issue,
      path: ['tables', key, ...issue.path],
      params: { ...issue.params, ...params, ...stepParams(user) },
    }));
  });
}
