import type { JsonValue } from '../../json.ts';
import { matchesTests } from '../cell/match-test.ts';
import { operandsOf, referencesOf } from '../cell/operands.ts';
import type { Operand, UnaryTests } from '../cell/unary-tests.ts';
import { isValidOn } from '../facts/day.ts';
import { cellOf, type CompiledTable } from './compile-table.ts';

/**
 * The values that each input is compared with by rows that a change of this input alone could make match, or keep from
 * matching. Between two neighbours of them the table decides alike.
 * @param compiled the table
 * @param values one per input, in order; null for absent
 * @param day rows that do not count on it are left out
 * @returns one list per input, each value once
 */
export function operandsThatMatter(
  compiled: CompiledTable,
  values: readonly JsonValue[],
  day: string | undefined,
): JsonValue[][] {
  const columnOf = new Map(compiled.columns.map(({ input }, index) => [input.id, index]));
  const valueOf = (id: string) => values[columnOf.get(id) ?? -1] ?? null;
  const found = compiled.columns.map(() => new Set<JsonValue>());
  for (const [row, validity] of compiled.rows.entries()) {
    if (day !== undefined && !isValidOn(validity, day)) continue;
    for (const column of columnsToTurn(compiled, row, values, valueOf)) {
      for (const value of comparedWith(compiled, row, column, values)) found[column]?.add(value);
    }
  }
  return found.map((operands) => [...operands]);
}

/** Columns whose value alone decides whether the row matches: every cell that fails now is theirs, or compares with them. */
function columnsToTurn(
  compiled: CompiledTable,
  row: number,
  values: readonly JsonValue[],
  valueOf: (id: string) => JsonValue,
): readonly number[] {
  let columns: readonly number[] | null = null;
  for (const [index, { input }] of compiled.columns.entries()) {
    const tests = cellOf(compiled, row, index);
    if (matchesTests(tests, values[index] ?? null, input.type, valueOf)) continue;
    const own = [index, ...referencedColumns(compiled, tests)];
    columns = columns === null ? own : columns.filter((column) => own.includes(column));
    if (columns.length === 0) return columns;
  }
  return columns ?? [...compiled.columns.keys()];
}

function referencedColumns(compiled: CompiledTable, tests: UnaryTests): number[] {
  if (compiled.relations === null) return [];
  return referencesOf(tests).map(({ input }) => compiled.columns.findIndex((column) => column.input.id === input));
}

/** What the row's own cell compares the input with, and the values of inputs that the row compares with it. */
function comparedWith(compiled: CompiledTable, row: number, column: number, values: readonly JsonValue[]): JsonValue[] {
  const { columns, relations } = compiled;
  const valueOf = (operand: Operand): JsonValue =>
    operand.kind === 'literal'
      ? operand.value
      : (values[columns.findIndex(({ input }) => input.id === operand.input)] ?? null);
  const found = operandsOf(cellOf(compiled, row, column)).map(valueOf);
  for (const other of relations?.columnsOf.get(row) ?? []) {
    if (!referencedColumns(compiled, cellOf(compiled, row, other)).includes(column)) continue;
    found.push(values[other] ?? null, ...operandsOf(cellOf(compiled, row, other)).map(valueOf));
  }
  return found.filter((value) => value !== null);
}
