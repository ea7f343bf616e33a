import type { JsonValue } from '../../json.ts';
import type { TableOutput, TableRow } from '../model.ts';

/**
 * The result of a row for an output; null where it has none.
 * @example resultOf(row, output)
 */
export function resultOf(row: TableRow, { id }: Pick<TableOutput, 'id'>): JsonValue {
  return Object.hasOwn(row.then, id) ? (row.then[id] ?? null) : null;
}
