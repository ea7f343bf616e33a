import type { UnaryTests } from '../cell/unary-tests.ts';
import { type ClassSet, intersection, rangeSet, sameSet } from './class-set.ts';
import { type Column, firstValue, namedLiterals, possibleSet, scaleOf } from './column.ts';
import type { Dimension } from './dimension.ts';
import { scaleSet } from './scale.ts';

/**
 * The dimension of one value that no cell compares with another: usually one column, or several that read the same field.
 * @param columns of one path and one type, at least one, none of them a list
 */
export function singleDimension(columns: readonly [Column, ...Column[]]): Dimension {
  const scale = scaleOf(columns[0].input, namedLiterals(columns));
  const { classCount } = scale;
  const universe = columns.map(({ input }) => possibleSet(scale, input)).reduce(intersection);
  const present = intersection(universe, rangeSet(classCount, 1, classCount - 1));
  const known = new Map<UnaryTests, ClassSet>();
  const setOfCell = (tests: UnaryTests): ClassSet => {
    let set = known.get(tests);
    if (set === undefined) known.set(tests, (set = intersection(scaleSet(scale, tests), universe)));
    return set;
  };
  return {
    inputs: columns.map(({ input }) => input),
    classCount,
    universe,
    present,
    certain: universe,
    setOf: (cells) => cells.map(setOfCell).reduce(intersection),
    valuesOf: (member) => columns.map(() => firstValue(scale, member)),
    express(set, around) {
      const rest = columns.slice(1).map(() => '-');
      if (sameSet(set, universe)) return { set, cells: ['-', ...rest] };
      const told = scale.express(set, universe, around);
      return told === null ? null : { set: told.set, cells: [told.cell, ...rest] };
    },
  };
}
