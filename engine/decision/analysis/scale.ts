import type { JsonValue } from '../../json.ts';
import { operandsOf } from '../cell/operands.ts';
import type { Literal, UnaryTest, UnaryTests } from '../cell/unary-tests.ts';
import { addRange, type ClassSet, difference, emptySet, rangeSet, union } from './class-set.ts';

/**
 * The values of one column, cut where its cells cut them. Class 0 is the absent value; every other class is a point, one
 * value that a cell names, or a stretch, the values between two points (of texts: all that no cell names).
 */
export interface Scale {
  classCount: number;
  isStretch(member: number): boolean;
  /** True when the class has a value at all. */
  isPossible(member: number): boolean;
  /** So many distinct values of the class, ascending; null when it has no such number of them. */
  valuesIn(member: number, count: number): JsonValue[] | null;
  /** A figure by which values compare as cells compare them; `ordered` false: by equality alone. */
  ordinalOf(value: JsonValue): number | null;
  ordered: boolean;
  /** The class of a literal that is no null: `none` for one that equals no value of the column, `mixed` for one that cannot even be compared. */
  pointOf(literal: Literal): number | 'none' | 'mixed';
  /** The largest part of a set around one of its members that a cell can say, null for none; `universe`: what may occur. */
  express(set: ClassSet, universe: ClassSet, around: number): { set: ClassSet; cell: string } | null;
}

/** The classes of a scale that pass a cell without references. */
export function scaleSet(scale: Scale, tests: UnaryTests): ClassSet {
  const { classCount } = scale;
  const last = classCount - 1;
  if (tests.kind === 'any') return rangeSet(classCount, 0, last);
  let passed = emptySet(classCount);
  for (const test of tests.tests) passed = union(passed, testSet(scale, test));
  return tests.negated ? difference(rangeSet(classCount, 1, last), passed) : passed;
}

/** The classes of a scale that pass one test without references. */
export function testSet(scale: Scale, test: UnaryTest): ClassSet {
  const { classCount } = scale;
  switch (test.kind) {
    case 'list':
      return test.members.reduce((set, member) => union(set, comparedSet(scale, '=', member)), emptySet(classCount));
    case 'interval': {
      if (test.low.kind === 'reference' || test.high.kind === 'reference') return emptySet(classCount);
      const above = comparedSet(scale, test.lowIncluded ? '>=' : '>', test.low);
      const below = comparedSet(scale, test.highIncluded ? '<=' : '<', test.high);
      return above.map((bits, word) => bits & (below[word] as number));
    }
    case 'comparison':
      return test.operand.kind === 'reference' ? emptySet(classCount) : comparedSet(scale, test.operator, test.operand);
  }
}

function comparedSet(scale: Scale, operator: string, literal: Literal): ClassSet {
  const { classCount } = scale;
  const last = classCount - 1;
  if (literal.value === null) {
    if (operator === '=') return rangeSet(classCount, 0, 0);
    return operator === '!=' ? rangeSet(classCount, 1, last) : emptySet(classCount);
  }
  const point = scale.pointOf(literal);
  if (point === 'mixed') return emptySet(classCount);
  if (point === 'none') return operator === '!=' ? rangeSet(classCount, 1, last) : emptySet(classCount);
  switch (operator) {
    case '=':
      return rangeSet(classCount, point, point);
    case '!=':
      return addRange(rangeSet(classCount, 1, point - 1), point + 1, last);
    default:
      if (!scale.ordered) return emptySet(classCount);
  }
  const from = operator === '>' ? point + 1 : operator === '>=' ? point : 1;
  const to = operator === '<' ? point - 1 : operator === '<=' ? point : last;
  return rangeSet(classCount, from, to);
}

/** True when a cell compares with another input. */
export function hasReference(tests: UnaryTests): boolean {
  return operandsOf(tests).some((operand) => operand.kind === 'reference');
}
