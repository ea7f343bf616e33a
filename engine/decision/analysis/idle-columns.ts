import { referencesOf } from '../cell/operands.ts';
import type { Finding } from './analysis.ts';
import { type ClassSet, difference, isEmptySet, membersOf } from './class-set.ts';
import { holdsPoint, type Point, pointOf } from './example.ts';
import { noneUncovered } from './precedence.ts';
import { defaultKey } from './order-of-decision.ts';
import { isStronger } from './redundant-rows.ts';
import { commonBox, type Space, type SpaceRow } from './table-space.ts';
import type { Box, RowBox } from './box.ts';
import type { Budget } from './uncovered.ts';

/** Columns without which every outcome is the same, and columns of which that could not be found out. */
export interface IdleColumns {
  findings: Finding[];
  undecided: string[];
}

/** Values tried per row before the proof is begun. chosen: 4, ends and neighbours of a row's own values. */
const triedValues = 4;

/**
 * Finds columns that decide nothing: whatever their value, the outcome is the same. A column whose cells are all `-` is one,
 * unless other cells compare with it. Where the policy lists or adds up all matching rows, no other column is looked for,
 * since leaving out conditions would let more rows match.
 * @param ranked reachable rows in the order in which they decide
 * @param points for each row a point that it decides, where one is known
 * @param contradicts whether rows contradict one another: then only columns of `-` are told
 */
export function findIdleColumns(
  space: Space,
  ranked: readonly SpaceRow[],
  points: readonly (Point | null | undefined)[],
  contradicts: boolean,
  budget: Budget,
): IdleColumns {
  const undecided: string[] = [];
  const all = [...space.rows, ...space.opaqueRows];
  const referred = new Set(
    all.flatMap(({ cells }) => cells.flatMap((cell) => referencesOf(cell).map(({ input }) => input))),
  );
  const findings = space.table.inputs.flatMap((input, column): Finding[] => {
    if (all.length === 0 || referred.has(input.id)) return [];
    const axis = space.dimensions.findIndex(({ inputs }) => inputs.length === 1 && inputs[0] === input);
    const untested = all.every(({ cells }) => cells[column]?.kind === 'any');
    const idle = untested || (axis === -1 || contradicts ? false : isIdle(space, ranked, points, axis, budget));
    if (idle === undefined) undecided.push(input.id);
    if (idle !== true) return [];
    return [
      { code: 'column_decides_nothing', severity: 'warning', rows: [], columns: [input.id], params: { untested } },
    ];
  });
  return { findings, undecided };
}

function isIdle(
  space: Space,
  ranked: readonly SpaceRow[],
  points: readonly (Point | null | undefined)[],
  axis: number,
  budget: Budget,
): boolean | undefined {
  const { hitPolicy, aggregation } = space.table;
  const limited = ranked.filter(({ box }) => box[axis] !== 0);
  const uncertain = space.uncertainInputs.length > 0 || space.opaqueRows.length > 0;
  if (limited.length === 0) return space.opaqueRows.length > 0 ? undefined : true;
  if (hitPolicy === 'rule-order' || hitPolicy === 'output-order') return false;
  if (hitPolicy !== 'collect') {
    if (someValueMatters(space, ranked, points, axis)) return false;
    return uncertain ? undefined : noneUncovered(space, differences(space, ranked, axis), budget);
  }
  if (aggregation !== 'min' && aggregation !== 'max') return false;
  if (limited.some(({ results }) => typeof results[0] !== 'number')) return false;
  const questions = limited.map((row): [Box, RowBox[]] => {
    const stronger = ranked.filter(
      (other) => other !== row && isStronger(aggregation, other.results[0] ?? null, row.results[0] as number),
    );
    return [elsewhere(space, row, axis), stronger.map(({ box }) => box)];
  });
  return uncertain ? undefined : noneUncovered(space, questions, budget);
}

/** A quick look: does another value of the column, at a point that a row decides, give other results? */
function someValueMatters(
  space: Space,
  ranked: readonly SpaceRow[],
  points: readonly (Point | null | undefined)[],
  axis: number,
): boolean {
  const fallback = defaultKey(space.table);
  return ranked.some((row, place) => {
    const point = points[place] ?? null;
    if (point === null || row.box[axis] === 0) return false;
    const others = membersOf(elsewhere(space, row, axis)[axis] as ClassSet);
    const tried =
      others.length <= triedValues
        ? others
        : [0, 1, others.length >>> 1, others.length - 1].map((at) => others[at] as number);
    return tried.some((member) => {
      const moved = point.with(axis, member);
      const decider = ranked.find((other) => holdsPoint(space, other, moved));
      return (decider?.resultKey ?? fallback) !== row.resultKey;
    });
  });
}

/**
 * The questions whether leaving out the column makes a difference: where a row would decide then, and does not now since the
 * value is none of its own, does a row with other results decide, or none?
 */
function* differences(space: Space, ranked: readonly SpaceRow[], axis: number): Generator<[Box, RowBox[]]> {
  const fallback = defaultKey(space.table);
  const before: RowBox[] = [];
  for (const [place, row] of ranked.entries()) {
    if (row.box[axis] !== 0) {
      const outside = elsewhere(space, row, axis);
      const agreeing: RowBox[] = [];
      for (const other of ranked.slice(place + 1)) {
        if (other.resultKey === row.resultKey) agreeing.push(other.box);
        else {
          const box = commonBox(space, row.box.with(axis, 0), other.box);
          box[axis] = difference(box[axis] as ClassSet, ownSet(space, row, axis));
          if (!box.some(isEmptySet)) yield [box, [...before, ...agreeing]];
        }
      }
      if (fallback !== row.resultKey) yield [outside, [...before, ...ranked.slice(place + 1).map(({ box }) => box)]];
    }
    before.push(row.box.with(axis, 0));
  }
}

/** A row's box with the values of one dimension that are not its own. */
function elsewhere(space: Space, row: SpaceRow, axis: number): Box {
  const box = commonBox(space, row.box);
  const universe = space.dimensions[axis]?.universe as ClassSet;
  return box.with(axis, difference(universe, ownSet(space, row, axis)));
}

function ownSet(space: Space, row: SpaceRow, axis: number): ClassSet {
  return space.pools[axis]?.sets[row.box[axis] as number] as ClassSet;
}

/** For each row some point of its box: what it decides where rows do not overlap, or agree where they do. */
export function anyPoints(space: Space, rows: readonly SpaceRow[]): (Point | null)[] {
  return rows.map((row) => pointOf(space, commonBox(space, row.box)));
}
