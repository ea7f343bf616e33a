import type { DecisionTable, TableRow } from '../../../../engine/index.ts';

/** Why a row does not count on a day, in words; null when it does, or when its days are none. */
export function notValidOn(
  { validFrom, validUntil }: Pick<TableRow, 'validFrom' | 'validUntil'>,
  day: string,
): string | null {
  // Days of ISO 8601 have the order of their texts.
  if (validFrom !== undefined && day < validFrom) return `Not yet valid: from ${validFrom}`;
  return validUntil !== undefined && day > validUntil ? `No longer valid: until ${validUntil}` : null;
}

/** How many rows do not count on a day, though they are switched on. */
export function countNotValid({ rows }: DecisionTable, day: string): number {
  return rows.filter((row) => row.disabled !== true && notValidOn(row, day) !== null).length;
}

/** True when a table, or one that it uses, decides by the day; its tests have to name one then. */
export function needsDay(table: DecisionTable): boolean {
  const has = ({ validFrom, validUntil }: Pick<TableRow, 'validFrom' | 'validUntil'>) =>
    validFrom !== undefined || validUntil !== undefined;
  return [table, ...(table.uses ?? [])].some((one) => has(one) || one.rows.some(has));
}
