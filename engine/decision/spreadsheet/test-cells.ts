import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import { readPath } from '../facts/read-path.ts';
import { writePath } from '../facts/write-path.ts';
import type { DecisionTable, TableTest, ValueType } from '../model.ts';
import { readValue, writeValue } from './exact-cell.ts';
import { dayField, textField, type Field } from './record-fields.ts';
import { factPaths, reservedWords } from './layout.ts';
import { sameJson } from '../../same-json.ts';
import type { CellValue } from './sheets.ts';

/** What stands under `Outcome` when no row may match. */
export const noMatch = 'no match';

export const testFields: Field[] = [
  textField('name', 'Test', reservedWords),
  dayField('day', 'Day'),
  textField('row', 'Decides'),
];

/** A column of the tests' sheet that shows a part of the facts, or of the outcome. */
export type TestColumn =
  { kind: 'fact'; path: string; type: ValueType } | { kind: 'outcome'; output: string; type: ValueType };

/** The columns that a table's tests have between their own members and `Facts`, `Outcome` and `More`. */
export function testColumns(table: Pick<DecisionTable, 'inputs' | 'outputs' | 'uses'>): TestColumn[] {
  const inputs = [table, ...(table.uses ?? [])].flatMap((one) => one.inputs);
  return [
    ...factPaths(inputs).map((fact) => ({ kind: 'fact' as const, ...fact })),
    ...table.outputs.map(({ id, type }) => ({ kind: 'outcome' as const, output: id, type })),
  ];
}

/** The header of a test column: `Given order.amount`, `Expect status`. */
export function testColumnLabel(column: TestColumn): string {
  return column.kind === 'fact' ? `Given ${column.path}` : `Expect ${column.output}`;
}

/** Cells for facts and outcome; `facts` and `outcome` hold as JSON what the columns cannot say. */
export function writeTest(
  test: TableTest,
  columns: readonly TestColumn[],
): { cells: CellValue[]; facts: CellValue; outcome: CellValue } {
  const factCells = columns.map((column) =>
    column.kind === 'fact' ? writeValue(readPath(test.facts, column.path), column.type) : null,
  );
  const factsFit = sameJson(readFacts(factCells, columns), test.facts);
  const outcomeCells = columns.map((column) =>
    column.kind === 'outcome' && isJsonObject(test.outcome) && Object.hasOwn(test.outcome, column.output)
      ? writeValue(test.outcome[column.output], column.type)
      : null,
  );
  const outcomeFits = sameJson(readOutcome(outcomeCells, columns), test.outcome);
  return {
    cells: columns.map((column, index) => {
      const fits = column.kind === 'fact' ? factsFit : outcomeFits;
      return fits ? ((column.kind === 'fact' ? factCells : outcomeCells)[index] ?? null) : null;
    }),
    facts: factsFit ? null : JSON.stringify(test.facts),
    outcome: outcomeFits ? null : test.outcome === null ? noMatch : JSON.stringify(test.outcome),
  };
}

/** The object that cells of facts describe; where two of their paths meet, the later one stands. */
export function readFacts(cells: readonly (CellValue | undefined)[], columns: readonly TestColumn[]): JsonObject {
  const facts: JsonObject = {};
  for (const [index, column] of columns.entries()) {
    if (column.kind !== 'fact') continue;
    const value = readValue(cells[index], column.type);
    if (value !== undefined) writePath(facts, column.path, value);
  }
  return facts;
}

/** The outcome that cells describe: an object, also where all are empty. */
export function readOutcome(cells: readonly (CellValue | undefined)[], columns: readonly TestColumn[]): JsonObject {
  const entries: [string, JsonValue][] = [];
  for (const [index, column] of columns.entries()) {
    const value = column.kind === 'outcome' ? readValue(cells[index], column.type) : undefined;
    if (column.kind === 'outcome' && value !== undefined) entries.push([column.output, value]);
  }
  return Object.fromEntries(entries);
}
