import { errorIssue, type Issue } from '../../issue.ts';
import type { JsonValue } from '../../json.ts';
import { checkCell } from '../cell/check-cell.ts';
import { hasType } from '../cell/match-test.ts';
import { splitPath } from '../facts/read-path.ts';
import { valueTypes, type DecisionTable, type TableInput, type TableOutput, type ValueType } from '../model.ts';

/**
 * Holds the columns of a table against what a column can be, apart from its cells.
 * @returns `no_outputs`; per column `unknown_value_type`, `invalid_field_path`, `both_allowed`, `allowed_type`,
 *   `allowed_needs_values`, `allowed_twice` (a warning), what `checkCell` says about `allowedRange`, `default_type`,
 *   `default_not_allowed`, `reserved_key`
 */
export function checkColumns(table: DecisionTable): Issue[] {
  const issues = [
    ...table.inputs.flatMap((input, index) => checkInput(input, ['inputs', index])),
    ...table.outputs.flatMap((output, index) => checkOutput(table, output, ['outputs', index])),
  ];
  if (table.outputs.length === 0) issues.push(errorIssue('no_outputs', ['outputs']));
  return issues;
}

function checkInput(input: TableInput, at: Issue['path']): Issue[] {
  const issues = [...checkId(input, at), ...checkType(input, at), ...checkAllowed(input, at)];
  // The path of an input that reads from a table leads into an outcome.
  if (input.path === '' || (input.from === undefined && splitPath(input.path) === null)) {
    issues.push(errorIssue('invalid_field_path', [...at, 'path'], { field: input.path }));
  }
  if (input.allowedRange === undefined) return issues;
  if (input.allowed !== undefined)
    issues.push(errorIssue('both_allowed', [...at, 'allowedRange'], { columnName: input.name }));
  const { allowedRange, ...column } = input;
  for (const issue of checkCell(allowedRange, column, []).issues) {
    issues.push({ ...issue, path: [...at, 'allowedRange'], params: { ...issue.params, columnName: input.name } });
  }
  return issues;
}

function checkOutput(table: DecisionTable, output: TableOutput, at: Issue['path']): Issue[] {
  const issues = [...checkId(output, at), ...checkType(output, at), ...checkAllowed(output, at)];
  const { default: value = null, allowed } = output;
  if (value === null) return issues;
  const type = table.aggregation === 'count' ? 'number' : output.type;
  if (!hasType(value, type)) {
    const params = { columnName: output.name, expected: type, found: kindOf(value) };
    return [...issues, errorIssue('default_type', [...at, 'default'], params)];
  }
  const stranger = table.aggregation === 'count' ? undefined : notAmong(allowed, value);
  if (stranger !== undefined) {
    const params = { columnName: output.name, found: stranger, allowed: allowed ?? [] };
    issues.push(errorIssue('default_not_allowed', [...at, 'default'], params));
  }
  return issues;
}

/** Names that no object of ours may have as a member. */
const reserved = ['__proto__', 'constructor', 'prototype'];

function checkId({ id, name }: { id: string; name: string }, at: Issue['path']): Issue[] {
  return reserved.includes(id)
    ? [errorIssue('reserved_key', [...at, 'id'], { at: `The column "${name}"`, key: id })]
    : [];
}

function checkType({ type, name }: { type: ValueType; name: string }, at: Issue['path']): Issue[] {
  if (valueTypes.includes(type)) return [];
  return [errorIssue('unknown_value_type', [...at, 'type'], { columnName: name, found: type, known: [...valueTypes] })];
}

function checkAllowed({ allowed = [], type, name }: TableInput | TableOutput, at: Issue['path']): Issue[] {
  if (allowed.length > 0 && type === 'boolean') {
    return [errorIssue('allowed_needs_values', [...at, 'allowed'], { columnName: name, type })];
  }
  const seen = new Set<string | number>();
  return allowed.flatMap((value, index): Issue[] => {
    const path = [...at, 'allowed', index];
    if (type !== 'list' && !hasType(value, type)) {
      return [errorIssue('allowed_type', path, { columnName: name, found: value, expected: type })];
    }
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ code: 'allowed_twice', path, severity: 'warning', params: { columnName: name, found: value } }];
  });
}

/** Thousands of rows may be held against thousands of values. */
const allowedSets = new WeakMap<readonly (string | number)[], ReadonlySet<JsonValue>>();

/**
 * The value, or the first member of the list, that is not among the allowed ones.
 * @returns undefined when all are, or when anything is allowed
 */
export function notAmong(allowed: readonly (string | number)[] | undefined, value: JsonValue): JsonValue | undefined {
  if (allowed === undefined || typeof value === 'boolean') return undefined;
  let known = allowedSets.get(allowed);
  if (known === undefined) allowedSets.set(allowed, (known = new Set<JsonValue>(allowed)));
  const members = Array.isArray(value) ? value : [value];
  return members.find((member) => !known.has(member));
}

/** What a message calls the kind of a value. */
export function kindOf(value: JsonValue): string {
  return Array.isArray(value) ? 'list' : typeof value;
}
