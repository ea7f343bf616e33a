import type { ClassSet } from './class-set.ts';

/** A set of points: per dimension the classes that they may have. */
export type Box = ClassSet[];

/** A box of a row: per dimension the number of a set in the dimension's pool. */
export type RowBox = Int32Array;
