import type { JsonValue } from '../../../../engine/index.ts';
import { matchesTests } from '../../../../engine/decision/cell/match-test.ts';
import { parseUnaryTests } from '../../../../engine/decision/cell/parse-unary-tests.ts';
import type { DecisionTable } from '../../../../engine/decision/model.ts';

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
