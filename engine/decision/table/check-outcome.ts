import { errorIssue, type Issue } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { hasType } from '../cell/match-test.ts';
import type { DecisionTable, TableOutput } from '../model.ts';
import { kindOf, notAmong } from './check-columns.ts';
import { knownColumns } from './known-columns.ts';

/**
 * Holds results against the table's outputs: unknown ids, values of a wrong type, values that are not allowed.
 * @param values result values by output id; absent ones and null pass
 * @param at path of `values`
 * @param context params that every issue carries, such as the row's id
 * @returns `unknown_output`, `output_type`, `output_not_allowed`
 */
export function checkOutcome(
  table: DecisionTable,
  values: JsonObject,
  at: Issue['path'],
  context: Issue['params'],
): Issue[] {
  const { outputs, outputIds } = knownColumns(table);
  return Object.keys(values).flatMap((id): Issue[] => {
    const output = outputs.get(id);
    const path = [...at, id];
    if (output === undefined) return [errorIssue('unknown_output', path, { ...context, output: id, known: outputIds })];
    const value = values[id];
    return value === undefined || value === null ? [] : checkValue(output, value, path, context);
  });
}

function checkValue(output: TableOutput, value: JsonValue, path: Issue['path'], context: Issue['params']): Issue[] {
  const params = { ...context, output: output.name };
  if (!hasType(value, output.type)) {
    return [errorIssue('output_type', path, { ...params, expected: output.type, found: kindOf(value) })];
  }
  const stranger = notAmong(output.allowed, value);
  if (stranger === undefined) return [];
  return [errorIssue('output_not_allowed', path, { ...params, found: stranger, allowed: output.allowed ?? [] })];
}
