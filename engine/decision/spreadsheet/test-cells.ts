import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
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
    column.kind === 'fact' ? writeValue(valueAt(test.facts, column.path), column.type) : null,
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

/** The object that cells of facts describe; a path that another one has filled otherwise is left out. */
export function readFacts(cells: readonly (CellValue | undefined)[], columns: readonly TestColumn[]): JsonObject {
  const facts: JsonObject = {};
  for (const [index, column] of columns.entries()) {
    if (column.kind !== 'fact') continue;
    const value = readValue(cells[index], column.type);
    if (value !== undefined) place(facts, column.path.split('.'), value);
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

function valueAt(facts: JsonObject, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = facts;
  for (const segment of path.split('.')) {
    if (!isJsonObject(value) || !Object.hasOwn(value, segment)) return undefined;
    value = value[segment];
  }
  return value;
}

function place(facts: JsonObject, segments: string[], value: JsonValue): void {
  const last = segments.pop() as string;
  let at = facts;
  for (const segment of segments) {
    const inner = Object.hasOwn(at, segment) ? at[segment] : define(at, segment, {});
    if (!isJsonObject(inner)) return;
    at = inner;
  }
  if (!Object.hasOwn(at, last)) define(at, last, value);
}

/** An own member whatever its name: assigning `__proto__` would change the object's kind instead. */
function define(object: JsonObject, key: string, value: JsonValue): JsonValue {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  return value;
}
