import type { Issue } from '../../issue.ts';
import type { DecisionTable } from '../model.ts';

/**
 * An issue of a table that another one uses: its name and id come along, so that a message can say which table it means.
 * @param used the table that the issue is about
 * @returns the issue with `params.table` (name) and `params.used` (id)
 * @example ofUsedTable(tierTable, issue).params.used // 'tier'
 */
export function ofUsedTable(used: DecisionTable, issue: Issue): Issue {
  return { ...issue, params: { ...issue.params, table: used.name, used: used.id } };
}
