import type { JsonValue } from '../../json.ts';
import type { TableRow } from '../model.ts';
import { codeOf, wrongType, type CompiledColumn } from './compile-column.ts';
import type { CompiledTable } from './compile-table.ts';
import { MaskSearch } from './mask-search.ts';

/** Finds the rows that match values which were read before: one for all decisions of a table, one at a time. */
export class ValueSearch {
  private readonly compiled: CompiledTable;
  private readonly search: MaskSearch;

  constructor(compiled: CompiledTable) {
    this.compiled = compiled;
    this.search = new MaskSearch(
      compiled,
      compiled.dimensions.map(({ blocks }) => blocks),
    );
  }

  /**
   * The rows that match, top down.
   * @param values one per input, in order; null for absent; each of its column's type and among its allowed values
   * @param day `YYYY-MM-DD`; without one the rows that have days of validity do not match
   */
  rows(values: readonly JsonValue[], day: string | undefined): TableRow[] {
    const { compiled, search } = this;
    const { dimensions, columns } = compiled;
    for (let at = 0; at < dimensions.length; at++) {
      const { columns: members, strides, offsets } = dimensions[at] as (typeof dimensions)[number];
      let code = 0;
      for (let member = 0; member < members.length; member++) {
        const column = members[member] as number;
        const own = codeOrMask(columns[column] as CompiledColumn, values[column] ?? null);
        if (own < 0) return [];
        code += own * (strides[member] as number);
      }
      if (!search.look(at, offsets, code)) return [];
    }
    if (search.keepsValues)
      for (let index = 0; index < values.length; index++) search.values[index] = values[index] ?? null;
    search.setDay(dimensions.length, day);
    const found: TableRow[] = [];
    for (let row = search.nextRow(0); row !== -1; row = search.nextRow(row + 1))
      found.push(compiled.rows[row] as TableRow);
    return found;
  }
}

/** The code of a value; a list writes its mask instead. */
function codeOrMask(column: CompiledColumn, value: JsonValue): number {
  if (column.lists === null || value === null) return codeOf(column, value);
  return column.lists.read(value) === true ? 1 : wrongType;
}
