import { formatUnaryTests } from '../cell/format-unary-tests.ts';
import { matchesTests } from '../cell/match-test.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';
import {
  addMember,
  type ClassSet,
  countOf,
  difference,
  emptySet,
  hasMember,
  intersection,
  isWithin,
  sameSet,
} from './class-set.ts';
import { type Column, namedLiterals, possibleSet, scaleOf } from './column.ts';
import type { Dimension, Expressed } from './dimension.ts';
import { jointCells } from './joint-cells.ts';
import { type JointClass, jointClasses } from './joint-classes.ts';
import { hasReference, scaleSet } from './scale.ts';

/**
 * Joint classes of columns that cells compare with one another. chosen: 20,000, which two numbers with 70 cut points take;
 * a table of 200 rows is then still analysed while one types.
 */
const maxClasses = 20_000;

/**
 * The dimension of inputs that cells compare with one another, such as `> limit`: its classes say where each value lies
 * and, where the cut points leave it open, which is larger.
 * @param variables the columns by what they read: those of one variable read the same field, and all have one type
 * @returns null where the classes are too many
 */
export function jointDimension(variables: readonly (readonly [Column, ...Column[]])[]): Dimension | null {
  const columns = variables.flat();
  const first = columns[0] as Column;
  const scale = scaleOf(first.input, namedLiterals(columns));
  const found = jointClasses(scale, variables.length, maxClasses);
  if (found === null) return null;
  const classes: readonly JointClass[] = found;
  const classCount = classes.length;
  const variableOf = variables.flatMap((sharers, variable) => sharers.map(() => variable));
  const possible = variables.map((sharers) =>
    sharers.map(({ input }) => possibleSet(scale, input)).reduce(intersection),
  );
  const universe = emptySet(classCount);
  const present = emptySet(classCount);
  for (const [index, { members }] of classes.entries()) {
    if (!members.every((member, variable) => hasMember(possible[variable] as ClassSet, member))) continue;
    addMember(universe, index);
    if (members.every((member) => member !== 0)) addMember(present, index);
  }

  const columnOf = new Map(columns.map(({ input }, index) => [input.id, index]));
  const known = columns.map(() => new Map<UnaryTests, ClassSet>());
  const setOfCell = (tests: UnaryTests, column: number): ClassSet => {
    const sets = known[column] as Map<UnaryTests, ClassSet>;
    let set = sets.get(tests);
    if (set === undefined)
      sets.set(tests, (set = hasReference(tests) ? compared(tests, column) : plain(tests, column)));
    return set;
  };
  const plain = (tests: UnaryTests, column: number): ClassSet => {
    const passed = scaleSet(scale, tests);
    return classSetWhere((members) => hasMember(passed, members[variableOf[column] as number] as number));
  };
  const compared = (tests: UnaryTests, column: number): ClassSet =>
    classSetWhere((_, index) => passes(tests, variableOf[column] as number, index));
  const classSetWhere = (holds: (members: number[], index: number) => boolean): ClassSet => {
    const set = emptySet(classCount);
    for (const [index, { members }] of classes.entries()) {
      if (hasMember(universe, index) && holds(members, index)) addMember(set, index);
    }
    return set;
  };

  return {
    inputs: columns.map(({ input }) => input),
    classCount,
    universe,
    present,
    certain: universe,
    setOf: (cells) => cells.map(setOfCell).reduce(intersection),
    valuesOf: (member) => variableOf.map((variable) => classes[member]?.values[variable] ?? null),
    express(set, around) {
      if (sameSet(set, universe)) return { set, cells: columns.map(() => '-') };
      const { members, values } = classes[around] as JointClass;
      const place = { ids: variables.map(([column]) => column.input.id), members, values, type: first.input.type };
      let best: Expressed | null = null;
      for (const cells of jointCells(scale, possible, place, withMembers(set))) {
        const told = classSetWhere((_, index) => cells.every((cell, variable) => passes(cell, variable, index)));
        if (!hasMember(told, around) || !isWithin(told, set)) continue;
        if (best === null || countOf(told) > countOf(best.set))
          best = { set: told, cells: cells.map(formatUnaryTests) };
      }
      // Of columns that read the same field the first says it.
      const cellsOf = (cells: string[]) =>
        variableOf.map((variable, column) =>
          variableOf.indexOf(variable) === column ? (cells[variable] ?? '-') : '-',
        );
      return best === null ? null : { set: best.set, cells: cellsOf(best.cells) };
    },
  };

  function passes(cell: UnaryTests, variable: number, index: number): boolean {
    const { values } = classes[index] as JointClass;
    const valueOf = (id: string) => values[variableOf[columnOf.get(id) ?? -1] ?? -1] ?? null;
    return matchesTests(cell, values[variable] ?? null, first.input.type, valueOf);
  }

  /** Says of a variable which of its classes lie in the set, whatever the others are; or with others where they stand. */
  function withMembers(set: ClassSet) {
    return (variable: number, fixed: (members: readonly number[]) => boolean): ClassSet => {
      const left = classSetWhere((members, index) => fixed(members) && !hasMember(set, index));
      const outside = emptySet(scale.classCount);
      for (const [index, { members }] of classes.entries())
        if (hasMember(left, index)) addMember(outside, members[variable] as number);
      return difference(possible[variable] as ClassSet, outside);
    };
  }
}
