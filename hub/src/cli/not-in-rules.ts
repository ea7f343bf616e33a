import type { DecisionTable } from '../../../engine/index.ts';

/** What of a table rules of json-rules-engine have no place for, as remarks; empty when they say all of it. */
export function notInRules(table: DecisionTable, day: string): string[] {
  const { inputs, outputs, rows } = table;
  const columns = [...inputs, ...outputs];
  const kinds: [string, boolean][] = [
    ['names and types of columns', true],
    ['allowed values', columns.some(({ allowed }) => allowed !== undefined)],
    ['allowed ranges', inputs.some(({ allowedRange }) => allowedRange !== undefined)],
    ['required inputs', inputs.some(({ required }) => required === true)],
    ['results when no row matches', outputs.some((output) => output.default !== undefined)],
    ['disabled rows', rows.some(({ disabled }) => disabled === true)],
    ['reasons', rows.some(({ reason }) => reason !== undefined)],
    ['annotations', rows.some(({ annotations }) => annotations !== undefined)],
    ['sources', (table.sources ?? []).length > 0],
    ['assumptions', (table.assumptions ?? []).length > 0],
    ['tests', (table.tests ?? []).length > 0],
  ];
  const lost = kinds.filter(([, isThere]) => isThere).map(([kind]) => kind);
  const isDated = [table, ...rows].some(
    ({ validFrom, validUntil }) => validFrom !== undefined || validUntil !== undefined,
  );
  return [
    `rules have no place for: ${lost.join(', ')}. Keep the table.`,
    ...(isDated ? [`these are the rules of ${day}; on other days other rows may be valid.`] : []),
  ];
}
