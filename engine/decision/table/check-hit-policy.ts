import { errorIssue, type Issue } from '../../issue.ts';
import { aggregations, hitPolicies, type DecisionTable, type TableOutput } from '../model.ts';
import { resultOf } from './result-of.ts';

/**
 * Holds a table against its hit policy and aggregation.
 * @returns `unknown_hit_policy`, `priority_needs_allowed`, `aggregation_without_collect`, `unknown_aggregation`,
 *   `aggregation_needs_one_output`, `aggregation_needs_number`, and `aggregation_needs_result` for each row without one
 * @source DMN 1.5, 8.2.8 (hit policies; aggregation is for tables with one output)
 */
export function checkHitPolicy(table: DecisionTable): Issue[] {
  const { hitPolicy, aggregation } = table;
  if (!hitPolicies.includes(hitPolicy)) {
    return [errorIssue('unknown_hit_policy', ['hitPolicy'], { found: hitPolicy, known: [...hitPolicies] })];
  }
  if ((hitPolicy === 'priority' || hitPolicy === 'output-order') && !table.outputs.some(hasPriorities)) {
    return [errorIssue('priority_needs_allowed', ['hitPolicy'], { hitPolicy })];
  }
  if (aggregation === undefined) return [];
  if (!aggregations.includes(aggregation)) {
    return [errorIssue('unknown_aggregation', ['aggregation'], { found: aggregation, known: [...aggregations] })];
  }
  if (hitPolicy !== 'collect') {
    return [errorIssue('aggregation_without_collect', ['aggregation'], { aggregation, hitPolicy })];
  }
  return checkFigures(table);
}

function hasPriorities({ allowed }: TableOutput): boolean {
  return allowed !== undefined && allowed.length > 0;
}

function checkFigures(table: DecisionTable): Issue[] {
  const { aggregation = 'count', outputs, rows } = table;
  const [output] = outputs;
  if (output === undefined || outputs.length > 1) {
    return [errorIssue('aggregation_needs_one_output', ['outputs'], { aggregation, count: outputs.length })];
  }
  if (aggregation === 'count') return [];
  if (output.type !== 'number') {
    const params = { aggregation, output: output.name, found: output.type };
    return [errorIssue('aggregation_needs_number', ['outputs', 0, 'type'], params)];
  }
  return rows.flatMap((row, index) => {
    if (row.disabled === true || resultOf(row, output) !== null) return [];
    const params = { row: row.id, output: output.name, aggregation };
    return [errorIssue('aggregation_needs_result', ['rows', index, 'then', output.id], params)];
  });
}
