import type { Aggregation, HitPolicy, ValueType } from '../model.ts';
import type { Spelling } from './read-number.ts';

/** What a column of a foreign spreadsheet is taken for. */
export const mappedKinds = ['condition', 'result', 'reason', 'source', 'annotation', 'row-id', 'ignore'] as const;
export type MappedKind = (typeof mappedKinds)[number];

export interface ColumnMapping {
  /** Column of the grid, from 0. */
  column: number;
  as: MappedKind;
  /** Of a condition, result or annotation; @default made of the name */
  id?: string;
  /** @default what stands in the header row */
  name?: string;
  /** Where a condition's value is in the facts; @default the id */
  path?: string;
  /** @default 'string' */
  type?: ValueType;
  unit?: string;
  allowed?: (string | number)[];
  /** How the column writes numbers and days; @default judged from the whole grid */
  spelling?: Spelling;
}

/** How a rectangle of a foreign spreadsheet becomes a table. Rows and columns count from 0. */
export interface GridMapping {
  /** Name of the sheet, for messages. @default 'Sheet' */
  sheet?: string;
  /** The row with the columns' names; null for none. */
  headerRow: number | null;
  firstRow: number;
  /** @default the last row of the grid */
  lastRow?: number;
  columns: ColumnMapping[];
  table: {
    id: string;
    name: string;
    /** @default '1' */
    version?: string;
    /** @default 'first', as people read a list from the top */
    hitPolicy?: HitPolicy;
    aggregation?: Aggregation;
  };
}
