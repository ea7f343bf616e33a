import { ordinalOf, textOfOrdinal, type DecisionTable } from '../../../engine/index.ts';

/** Days on which validity begins or ends, with the day before and after; a table without such days needs none. */
export function turningDays(table: DecisionTable): string[] {
  const tables = [table, ...(table.uses ?? [])];
  const named = tables.flatMap((one) =>
    [one, ...one.rows].flatMap(({ validFrom, validUntil }) => [validFrom, validUntil].flatMap((day) => day ?? [])),
  );
  const days = new Set<string>();
  for (const day of named) {
    const ordinal = ordinalOf(day, 'date');
    for (const beside of [-1, 0, 1]) {
      const text = ordinal === null ? null : textOfOrdinal(ordinal + beside, 'date');
      if (typeof text === 'string') days.add(text);
    }
  }
  return [...days].sort();
}
