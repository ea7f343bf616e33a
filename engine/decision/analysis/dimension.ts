import type { JsonValue } from '../../json.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';
import type { TableInput } from '../model.ts';
import type { ClassSet } from './class-set.ts';

/** A part of a set that cells can say. */
export interface Expressed {
  set: ClassSet;
  /** One cell per input of the dimension. */
  cells: string[];
}

/**
 * One axis of a table: an input, the inputs that cells compare with one another, or the day. Its values fall into
 * classes: no cell of the table tells two values of one class apart, so that one of them stands for all.
 */
export interface Dimension {
  /** Empty for the day. */
  inputs: readonly TableInput[];
  classCount: number;
  /** The classes that may occur: of the type, allowed, not absent where the input is required. */
  universe: ClassSet;
  /** Those of the universe in which no input is absent. */
  present: ClassSet;
  /** Those of the universe of which it is known which cells they pass; the others stand for values too many to tell apart. */
  certain: ClassSet;
  /** The classes that pass a row's cells, one per input of the dimension; only those that certainly do. */
  setOf(cells: readonly UnaryTests[]): ClassSet;
  /** One value of the class per input; null for absent. */
  valuesOf(member: number): JsonValue[];
  /** The largest part of the set around one of its members that cells can say; null when they can say none. */
  express(set: ClassSet, around: number): Expressed | null;
}
