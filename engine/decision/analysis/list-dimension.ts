import type { JsonValue } from '../../json.ts';
import { formatUnaryTests } from '../cell/format-unary-tests.ts';
import { matchesTests } from '../cell/match-test.ts';
import type { Literal, UnaryTest, UnaryTests } from '../cell/unary-tests.ts';
import {
  addMember,
  type ClassSet,
  countOf,
  emptySet,
  hasMember,
  intersection,
  isWithin,
  rangeSet,
  sameSet,
} from './class-set.ts';
import { allowedRangeOf, type Column, namedLiterals } from './column.ts';
import type { Dimension } from './dimension.ts';
import { namedScale } from './named-scale.ts';
import { orderedScale } from './ordered-scale.ts';

/** Different answers of a list to the tests of its column. chosen: 1,024, what ten named members in any combination take. */
const maxClasses = 1_024;

/** Tests by which a gap may be said. chosen: 200, because a gap is said in words that somebody reads. */
const maxCandidates = 200;

/** A list by what its members pass. */
interface ListClass {
  members: JsonValue[];
  /** Texts of the tests that some member passes. */
  passed: ReadonlySet<number>;
}

/**
 * The dimension of a list. A list passes a test when some member does, so lists that pass the same tests are one class:
 * the members' answers are united in all combinations. Where these are too many, lists of one member or few are told
 * apart and one last, uncertain class stands for all others.
 * @param column of type list
 */
export function listDimension(column: Column): Dimension {
  const { input } = column;
  const cells = [...new Set(column.cells)];
  const tests = distinctTests(cells);
  const lists = listClasses(memberClasses(column, tests));
  // Class 0: absent. Last, when there are more than could be listed: every other list.
  const uncertain = lists.length > maxClasses ? lists.length : -1;
  if (uncertain !== -1) lists.length = maxClasses;
  const classCount = lists.length + (uncertain === -1 ? 1 : 2);
  const whole = rangeSet(classCount, input.required === true ? 1 : 0, classCount - 1);
  const listed = intersection(whole, rangeSet(classCount, 0, lists.length));
  const present = intersection(whole, rangeSet(classCount, 1, classCount - 1));

  const known = new Map<UnaryTests, ClassSet>();
  const setOfCell = (cell: UnaryTests): ClassSet => {
    let set = known.get(cell);
    if (set === undefined) known.set(cell, (set = intersection(passing(cell), whole)));
    return set;
  };
  const passing = (cell: UnaryTests): ClassSet => {
    if (cell.kind === 'any') return whole;
    const set = emptySet(classCount);
    if (matchesTests(cell, null, 'list')) addMember(set, 0);
    const indexes = cell.tests
      .filter((test) => !isAboutNull(test))
      .map((test) => tests.indexes.get(keyOf(test)) as number);
    const asksForList = cell.tests.some(
      (test) => isAboutNull(test) && test.kind === 'comparison' && test.operator === '!=',
    );
    for (const [index, { passed }] of lists.entries()) {
      if ((asksForList || indexes.some((test) => passed.has(test))) !== cell.negated) addMember(set, index + 1);
    }
    if (uncertain !== -1 && asksForList && !cell.negated) addMember(set, classCount - 1);
    return set;
  };

  return {
    inputs: [input],
    classCount,
    universe: whole,
    present,
    certain: listed,
    setOf: ([cell]) => setOfCell(cell as UnaryTests),
    valuesOf: (member) => [member === 0 ? null : (lists[member - 1]?.members ?? null)],
    express(set, around) {
      if (sameSet(set, whole)) return { set, cells: ['-'] };
      const candidates = [...cellCandidates(tests.tests.slice(0, maxCandidates)), ...cells]
        .map((cell) => ({ set: setOfCell(cell), cells: [formatUnaryTests(cell)] }))
        .filter((candidate) => hasMember(candidate.set, around) && isWithin(candidate.set, set));
      return candidates.sort((left, right) => countOf(right.set) - countOf(left.set))[0] ?? null;
    },
  };
}

interface DistinctTests {
  tests: UnaryTest[];
  indexes: Map<string, number>;
}

function keyOf(test: UnaryTest): string {
  return formatUnaryTests({ kind: 'tests', negated: false, tests: [test] });
}

function distinctTests(cells: readonly UnaryTests[]): DistinctTests {
  const indexes = new Map<string, number>();
  const tests: UnaryTest[] = [];
  for (const test of cells.flatMap((cell) => (cell.kind === 'any' ? [] : cell.tests))) {
    const key = keyOf(test);
    if (isAboutNull(test) || indexes.has(key)) continue;
    indexes.set(key, tests.length);
    tests.push(test);
  }
  return { tests, indexes };
}

function isAboutNull(test: UnaryTest): boolean {
  return test.kind === 'comparison' && test.operand.kind === 'literal' && test.operand.value === null;
}

/** Members that differ in the tests they pass, one of each kind; the first is one that passes none, if there is such. */
function memberClasses({ input, cells }: Column, { tests }: DistinctTests): ListClass[] {
  const literals = namedLiterals([{ input, cells }]);
  const found = new Map<string, ListClass>();
  for (const value of input.allowed ?? memberValues(literals)) {
    if (!matchesTests(allowedRangeOf(input), [value], 'list')) continue;
    const single = (test: UnaryTest): UnaryTests => ({ kind: 'tests', negated: false, tests: [test] });
    const passed = tests.flatMap((test, index) => (matchesTests(single(test), [value], 'list') ? [index] : []));
    const key = passed.join();
    if (!found.has(key)) found.set(key, { members: [value], passed: new Set(passed) });
    // The lists of one member alone are more than can be told apart then.
    if (found.size > maxClasses) break;
  }
  return [...found.values()];
}

/** One value of each kind that cells can tell apart: numbers, texts (dates among them), truth values. */
function memberValues(literals: readonly Literal[]): JsonValue[] {
  const scales = [
    namedScale('string', literals),
    orderedScale('number', literals),
    namedScale('boolean', literals),
    ...(['date', 'time', 'date-time', 'day-time-duration', 'year-month-duration'] as const)
      .map((type) => ({ type, own: literals.filter((literal) => literal.type === type) }))
      .filter(({ own }) => own.length > 0)
      .map(({ type, own }) => orderedScale(type, own)),
  ];
  return scales.flatMap((scale) =>
    Array.from({ length: scale.classCount - 1 }, (_, index) => scale.valuesIn(index + 1, 1)?.[0]).filter(
      (value): value is Exclude<JsonValue, null> => value !== undefined && value !== null,
    ),
  );
}

/** All unions of the members' answers, the empty list first, then by the number of members; one more than `maxClasses` at most. */
function listClasses(members: readonly ListClass[]): ListClass[] {
  const found = new Map<string, ListClass>([['', { members: [], passed: new Set() }]]);
  let newest: ListClass[] = [...found.values()];
  while (newest.length > 0) {
    const next: ListClass[] = [];
    for (const list of newest) {
      for (const member of members) {
        const passed = new Set([...list.passed, ...member.passed]);
        const key = [...passed].sort((left, right) => left - right).join();
        if (found.has(key)) continue;
        const grown = { members: [...list.members, ...member.members], passed };
        found.set(key, grown);
        next.push(grown);
        if (found.size > maxClasses) return [...found.values()];
      }
    }
    newest = next;
  }
  return [...found.values()];
}

/** Cells that a gap may be said with: none of the tests, one of them, all but one. */
function cellCandidates(tests: readonly UnaryTest[]): UnaryTests[] {
  const nothing: UnaryTest = { kind: 'comparison', operator: '!=', operand: nullOperand, start: 0, end: 0 };
  const absent: UnaryTest = { kind: 'comparison', operator: '=', operand: nullOperand, start: 0, end: 0 };
  const base: UnaryTests[] = [
    { kind: 'tests', negated: false, tests: [absent] },
    { kind: 'tests', negated: false, tests: [nothing] },
  ];
  if (tests.length === 0) return base;
  return [
    ...base,
    { kind: 'tests', negated: true, tests: [...tests] },
    ...tests.map((test): UnaryTests => ({ kind: 'tests', negated: false, tests: [test] })),
    ...tests.map((test): UnaryTests => ({ kind: 'tests', negated: true, tests: [test] })),
  ];
}

const nullOperand: Literal = { kind: 'literal', type: 'null', value: null, start: 0, end: 0 };
