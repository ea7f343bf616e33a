import type { Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { checkCell } from '../cell/check-cell.ts';
import { compileTable, type CompiledTable } from './compile-table.ts';
import { factReader, itemIsFacts, type FactMapping } from '../facts/fact-mapping.ts';
import { matchesTests } from '../cell/match-test.ts';
import type { DecisionTable, TableRow } from '../model.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';

/** One cell of a row, held against the facts. */
export interface CellExplanation {
  /** Id of the input. */
  input: string;
  name: string;
  /** Where the value was looked for in the item. */
  path: string;
  /** The cell as written; `-` for a blank one. */
  test: string;
  /** The value found; null for an absent one. */
  value: JsonValue;
  passed: boolean;
}

export interface RowExplanation {
  row: string;
  disabled: boolean;
  /** Every cell passed; never true for a disabled row. */
  matched: boolean;
  /** This row made the decision. */
  decided: boolean;
  cells: CellExplanation[];
}

/** Why a table decided as it did. Holds values of the item: show it to those who may see them, and keep it out of logs. */
export interface DecisionExplanation {
  decidingRow: string | null;
  /** All rows, top down: those before the deciding one say by their failed cells why they did not match. */
  rows: RowExplanation[];
}

/**
 * Explains a decision cell by cell. It reads the parsed cells one by one, apart from the masks that `decideTable` runs on.
 * @param table the table
 * @param facts the item
 * @param mapping where the facts are in the item; the item itself when left out
 * @returns the explanation, or issues as `decideTable` gives them
 * @example explainDecision(table, { order: { amount: 50 } })
 */
export function explainDecision(
  table: DecisionTable,
  facts: JsonObject,
  mapping: FactMapping = itemIsFacts,
): Result<DecisionExplanation> {
  const compiled = compileTable(table);
  if (!compiled.ok) return compiled;
  const reader = factReader(compiled.value, mapping);
  if (!reader.ok) return reader;
  const values = reader.value.read(facts);
  if (!values.ok) return values;

  const positions = new Map(compiled.value.rows.map((row, index) => [row, index]));
  const rows = table.rows.map((row) =>
    explainRow(compiled.value, row, positions.get(row), values.value, reader.value.paths),
  );
  const deciding = rows.find((row) => row.matched);
  if (deciding !== undefined) deciding.decided = true;
  return { ok: true, value: { decidingRow: deciding?.row ?? null, rows } };
}

function explainRow(
  compiled: CompiledTable,
  row: TableRow,
  position: number | undefined,
  values: JsonValue[],
  paths: readonly string[],
): RowExplanation {
  const cells = compiled.columns.map(({ input, cells: parsed }, column): CellExplanation => {
    const written = Object.hasOwn(row.when, input.id) ? (row.when[input.id] as string).trim() : '';
    const value = values[column] ?? null;
    // A disabled row is not compiled, and its cells may be unfinished.
    const tests = position === undefined ? checkCell(written, input).tests : (parsed[position] as UnaryTests);
    const passed = matchesTests(tests, value, input.type);
    return { input: input.id, name: input.name, path: paths[column] as string, test: written || '-', value, passed };
  });
  const disabled = position === undefined;
  return { row: row.id, disabled, matched: !disabled && cells.every((cell) => cell.passed), decided: false, cells };
}
