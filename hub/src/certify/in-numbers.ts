import {
  formatUnaryTests,
  offsetOf,
  operandsOf,
  ordinalOf,
  parseUnaryTests,
  readPath,
  writePath,
  type DecisionTable,
  type JsonObject,
  type Operand,
  type OrderedType,
  type TableInput,
  type UnaryTest,
  type UnaryTests,
} from '../../../engine/index.ts';

/** A table for json-rules-engine, and what becomes of the facts for it. */
export interface InNumbers {
  table: DecisionTable;
  /** Ids of the columns that are compared as numbers. */
  columns: string[];
  facts(facts: JsonObject): JsonObject;
}

const durations: readonly string[] = ['day-time-duration', 'year-month-duration'];
const withOffsets: readonly string[] = ['time', 'date-time'];

/**
 * Writes durations, and times with an offset, as the numbers that order them, in cells and facts alike: json-rules-engine
 * compares texts and numbers, and the same duration has several texts. Steward still decides by the table as it is.
 */
export function inNumbers(table: DecisionTable): InNumbers {
  const types = new Set(table.inputs.filter((input) => isWritten(table, input)).map(({ type }) => type));
  const converted = table.inputs.filter(({ type }) => types.has(type));
  const columns = converted.map(({ id }) => id);
  if (columns.length === 0) return { table, columns, facts: (facts) => facts };
  return {
    columns,
    table: {
      ...table,
      inputs: table.inputs.map((input) => (columns.includes(input.id) ? asNumber(input) : input)),
      rows: table.rows.map((row) => ({
        ...row,
        when: Object.fromEntries(
          Object.entries(row.when).map(([id, cell]) => [id, columns.includes(id) ? cellInNumbers(cell, table) : cell]),
        ),
      })),
    },
    facts(facts) {
      const copy = structuredClone(facts);
      for (const { path, type } of converted) {
        const ordinal = ordinalOf(readPath(copy, path) ?? null, type as OrderedType);
        if (ordinal !== null) writePath(copy, path, ordinal);
      }
      return copy;
    },
  };
}

function isWritten(table: DecisionTable, { id, type }: TableInput): boolean {
  if (durations.includes(type)) return true;
  if (!withOffsets.includes(type)) return false;
  return table.rows.some(({ when }) =>
    operandsOf(parsed(when[id] ?? '-', table)).some(
      (operand) => operand.kind === 'literal' && offsetOf(operand.value, type) === 'offset',
    ),
  );
}

/** What may occur is checked by Steward before any row is asked. */
function asNumber({ allowed: _, allowedRange: __, ...input }: TableInput): TableInput {
  return { ...input, type: 'number' };
}

function cellInNumbers(cell: string, table: DecisionTable): string {
  const tests = parsed(cell, table);
  return formatUnaryTests(tests.kind === 'any' ? tests : { ...tests, tests: tests.tests.map(testInNumbers) });
}

function parsed(cell: string, table: DecisionTable): UnaryTests {
  const tests = parseUnaryTests(
    cell,
    table.inputs.map(({ id }) => id),
  );
  // The table has been checked; a disabled row may hold anything.
  return tests.ok ? tests.value : { kind: 'any' };
}

function testInNumbers(test: UnaryTest): UnaryTest {
  switch (test.kind) {
    case 'comparison':
      return { ...test, operand: operandInNumbers(test.operand) };
    case 'interval':
      return { ...test, low: operandInNumbers(test.low), high: operandInNumbers(test.high) };
    case 'list':
      return { ...test, members: test.members.map(operandInNumbers) };
  }
}

function operandInNumbers<Kind extends Operand>(operand: Kind): Kind {
  if (operand.kind === 'reference' || operand.type === 'null') return operand;
  const ordinal = ordinalOf(operand.value, operand.type as OrderedType);
  return ordinal === null ? operand : { ...operand, type: 'number', value: ordinal };
}
