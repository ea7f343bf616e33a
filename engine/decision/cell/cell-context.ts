import type { ValueType } from '../model.ts';

/** What is known about a cell besides its text. */
export interface CellContext {
  /** Ids of the table's inputs: a bare word among them is a reference. */
  inputs: ReadonlySet<string>;
  /** Type of the column, which decides what a slip was meant to be; unknown when left out. */
  type?: ValueType;
}
