import type { JsonValue } from '../../../../engine/index.ts';
import { hasType, matchesTests } from '../../../../engine/decision/cell/match-test.ts';
import { parseUnaryTests } from '../../../../engine/decision/cell/parse-unary-tests.ts';
import { offsetOf } from '../../../../engine/decision/cell/ordinal.ts';
import type { DecisionTable, TableInput } from '../../../../engine/decision/model.ts';

/**
 * Which rows match, row by row and cell by cell, without anything compiled. Days are compared as texts.
 * @returns indexes among the rows that are not disabled
 */
export function matchingRows(table: DecisionTable, values: readonly JsonValue[], day?: string): number[] {
  const ids = table.inputs.map(({ id }) => id);
  const valueOf = (id: string) => values[ids.indexOf(id)] ?? null;
  const rows = table.rows.filter((row) => row.disabled !== true);
  return rows.flatMap((row, index) => {
    const { validFrom, validUntil } = row;
    if (day === undefined && (validFrom !== undefined || validUntil !== undefined)) return [];
    if (day !== undefined && ((validFrom ?? day) > day || (validUntil ?? day) < day)) return [];
    const passes = table.inputs.every((input, column) => {
      const parsed = parseUnaryTests(row.when[input.id] ?? '-', ids);
      if (!parsed.ok) throw new Error(`${row.when[input.id]}: ${parsed.issues[0]?.code}`);
      return matchesTests(parsed.value, values[column] ?? null, input.type, valueOf);
    });
    return passes ? [index] : [];
  });
}

/**
 * The deciding row by the hit policy: its index, -1 for none, -2 for rows that contradict one another, -3 for a value that
 * is of a wrong type, may not occur, or is required and absent.
 */
export function decidingRowSlowly(table: DecisionTable, values: readonly JsonValue[], day?: string): number {
  const isFine = table.inputs.every((input, index) => mayBe(input, values[index] ?? null));
  if (!isFine) return -3;
  const matched = matchingRows(table, values, day);
  const [first = -1] = matched;
  const rows = table.rows.filter((row) => row.disabled !== true);
  const resultOf = (row: number) => JSON.stringify(rows[row]?.then['result'] ?? null);
  switch (table.hitPolicy) {
    case 'unique':
      return matched.length > 1 ? -2 : first;
    case 'any':
      return matched.some((row) => resultOf(row) !== resultOf(first)) ? -2 : first;
    case 'priority':
    case 'output-order': {
      const places = (table.outputs[0]?.allowed ?? []).map((value) => JSON.stringify(value));
      return (
        [...matched].sort((left, right) => places.indexOf(resultOf(left)) - places.indexOf(resultOf(right)))[0] ?? -1
      );
    }
    default:
      return first;
  }
}

function mayBe(input: TableInput, value: JsonValue): boolean {
  if (value === null) return input.required !== true;
  if (!hasType(value, input.type)) return false;
  // Every time with an offset in the tables at hand has it, and no date and time.
  if (input.type === 'time' && offsetOf(value, 'time') !== 'offset') return false;
  if (input.type === 'date-time' && offsetOf(value, 'date-time') !== 'local') return false;
  const members = Array.isArray(value) ? value : [value];
  if (input.allowed !== undefined) return members.every((member) => input.allowed?.includes(member as string) ?? true);
  const range = parseUnaryTests(input.allowedRange ?? '-');
  return range.ok && members.every((member) => matchesTests(range.value, member, input.type));
}
