import { errorIssue, type Issue } from '../../issue.ts';
import { outcomeSegments } from '../facts/read-outcome.ts';
import type { DecisionTable, TableInput, ValueType } from '../model.ts';
import { givesSeveral } from './gives-several.ts';
import { orderOfUse } from './order-of-use.ts';

/**
 * Holds a table and the tables that it uses against one another, apart from what each is for itself.
 * @returns `from_without_uses`, `used_table_twice`, `nested_uses`, `unknown_used_table`, `used_in_circle`,
 *   `unknown_used_output`, `used_output_type`, and `table_not_used` (a warning); paths from the table, `['uses', 0, …]`
 */
export function checkUses(table: DecisionTable): Issue[] {
  const { uses } = table;
  if (uses === undefined || uses.length === 0) {
    return table.inputs.flatMap((input, index) =>
      input.from === undefined ? [] : [errorIssue('from_without_uses', ['inputs', index, 'from'], fromParams(input))],
    );
  }
  const byId = new Map<string, DecisionTable>();
  for (const used of uses) if (!byId.has(used.id)) byId.set(used.id, used);
  const issues: Issue[] = [];
  for (const [index, used] of uses.entries()) {
    if (byId.get(used.id) !== used || used.id === table.id) {
      issues.push(errorIssue('used_table_twice', ['uses', index, 'id'], { id: used.id }));
    }
    if (used.uses !== undefined) {
      issues.push(errorIssue('nested_uses', ['uses', index, 'uses'], { at: `Used table ${index + 1}` }));
    }
    issues.push(...checkInputs(used, ['uses', index], byId));
  }
  issues.push(...checkInputs(table, [], byId));
  const { order, circle } = orderOfUse(table);
  if (circle !== null) return [...issues, errorIssue('used_in_circle', ['uses'], { circle })];
  for (const [index, used] of uses.entries()) {
    if (order.includes(used) || byId.get(used.id) !== used) continue;
    issues.push({ code: 'table_not_used', path: ['uses', index], severity: 'warning', params: { id: used.id } });
  }
  return issues;
}

function fromParams(input: TableInput): Issue['params'] {
  return { columnName: input.name, from: input.from ?? '' };
}

function checkInputs(table: DecisionTable, at: Issue['path'], byId: ReadonlyMap<string, DecisionTable>): Issue[] {
  return table.inputs.flatMap((input, index): Issue[] => {
    if (input.from === undefined) return [];
    const path = [...at, 'inputs', index];
    const params = fromParams(input);
    const used = byId.get(input.from);
    if (used === undefined) {
      return [errorIssue('unknown_used_table', [...path, 'from'], { ...params, known: [...byId.keys()] })];
    }
    const segments = outcomeSegments(used, input.path);
    const output = used.outputs.find(({ id }) => id === segments?.[0]);
    if (segments === null || output === undefined) {
      const known = used.outputs.map(({ id }) => id);
      return [errorIssue('unknown_used_output', [...path, 'path'], { ...params, output: input.path, known })];
    }
    // What stands at one place of a list can be of any type.
    if (segments.length > 1) return [];
    const found = typeGiven(used, output.type);
    if (found === input.type) return [];
    return [errorIssue('used_output_type', [...path, 'type'], { ...params, expected: input.type, found })];
  });
}

function typeGiven(used: DecisionTable, type: ValueType): ValueType {
  if (givesSeveral(used)) return 'list';
  return used.aggregation === 'count' ? 'number' : type;
}
