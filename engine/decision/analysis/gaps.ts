import type { Finding, Region } from './analysis.ts';
import { type ClassSet, difference, intersection, intersects, isEmptySet, sameSet, union } from './class-set.ts';
import { exampleAt, matchesAt, type Point, pointOf } from './example.ts';
import { tellBox } from './region.ts';
import { defaultKey } from './order-of-decision.ts';
import type { Space } from './table-space.ts';
import type { Box, RowBox } from './box.ts';
import { type Budget, findUncovered } from './uncovered.ts';

/** What the search for gaps gave. */
export interface Gaps {
  findings: Finding[];
  /** True when all gaps are told: every point that no row matches lies in one of them. */
  exhaustive: boolean;
  /** True when the search ended for want of budget, or for rows or lists that could not be looked through. */
  undecided: boolean;
}

/**
 * Finds facts that no row matches, as few boxes as large as possible: first those without absent values, then what is
 * left. Empty for a table whose outputs have a default, and for `collect` with `count`, which then gives 0.
 * @param maxGaps most gaps of each kind
 */
export function findGaps(space: Space, maxGaps: number, budget: Budget): Gaps {
  const { table } = space;
  if (defaultKey(table) !== null || (table.hitPolicy === 'collect' && table.aggregation === 'count')) {
    return { findings: [], exhaustive: true, undecided: false };
  }
  const present = space.dimensions.map((dimension) => intersection(dimension.present, dimension.certain));
  const certain = space.dimensions.map((dimension) => dimension.certain);
  const covers = space.rows.map(({ box }) => box);
  const known = listGaps(space, 'gap', present, covers, maxGaps, budget);
  // Everything without an absent value is done with, told or not.
  const afterPresent = [
    ...covers,
    ...known.boxes,
    numbered(
      space,
      space.dimensions.map((dimension) => dimension.present),
    ),
  ];
  const absent = listGaps(space, 'gap_when_absent', certain, afterPresent, maxGaps, budget);
  const uncertain = space.uncertainInputs.length > 0 && hidesGap(space, [...afterPresent, ...absent.boxes], budget);
  return {
    findings: [...known.findings, ...absent.findings],
    exhaustive: known.exhaustive && absent.exhaustive && !uncertain,
    undecided: known.undecided || absent.undecided || uncertain,
  };
}

function listGaps(
  space: Space,
  code: 'gap' | 'gap_when_absent',
  within: Box,
  covers: readonly RowBox[],
  maxGaps: number,
  budget: Budget,
): Gaps & { boxes: RowBox[] } {
  const findings: Finding[] = [];
  const boxes: RowBox[] = [];
  let undecided = false;
  const pending: Box[] = [within];
  for (;;) {
    const part = pending.pop();
    if (part === undefined) return { findings, boxes, exhaustive: !undecided, undecided };
    const found = findUncovered(space.pools, part, [...covers, ...boxes], budget, undefined, pending);
    if (found === null) continue;
    if (found === undefined) return { findings, boxes, exhaustive: false, undecided: true };
    const last = findings.at(-1);
    if (findings.length >= maxGaps) {
      if (last !== undefined) last.params = { ...last.params, more: true };
      return { findings, boxes, exhaustive: false, undecided };
    }
    const { box, region } = tellBox(space, widened(space, found, covers), found);
    boxes.push(numbered(space, box));
    // Cells may not say all that was found.
    pending.push(found);
    const finding = gapFinding(space, code, box, region);
    if (finding === null) undecided = true;
    else findings.push(finding);
    // A gap that rows which could not be looked through may fill would be found again and again elsewhere.
    if (finding === null && boxes.length > maxGaps) return { findings, boxes, exhaustive: false, undecided };
  }
}

function gapFinding(space: Space, code: 'gap' | 'gap_when_absent', box: Box, region: Region | null): Finding | null {
  const point = pointOf(space, box);
  const example = point === null || opaqueMatch(space, point) ? null : exampleAt(space, point);
  if (point === null || example === null) return null;
  const columns = space.dimensions.flatMap(({ inputs, universe }, axis) =>
    sameSet(box[axis] as ClassSet, universe) ? [] : inputs.map(({ id }) => id),
  );
  return {
    code,
    severity: code === 'gap' ? 'warning' : 'information',
    rows: [],
    columns,
    example,
    // Rows that could not be put into a box may fill part of the gap: only the example is certain then.
    ...(region === null || space.opaqueRows.length > 0 ? {} : { region }),
    params: {},
  };
}

function opaqueMatch(space: Space, point: Point): boolean {
  return space.opaqueRows.some((row) => matchesAt(space, row, point));
}

/** Widens an uncovered box dimension by dimension, as far as no cover reaches in. */
function widened(space: Space, box: Box, covers: readonly RowBox[]): Box {
  const wide = [...box];
  for (const [axis, dimension] of space.dimensions.entries()) {
    let taken: ClassSet = difference(dimension.universe, dimension.universe);
    for (const cover of covers) {
      if (meetsBeside(space, wide, cover, axis))
        taken = union(taken, space.pools[axis]?.sets[cover[axis] as number] as ClassSet);
    }
    const free = intersection(difference(dimension.universe, taken), dimension.certain);
    const present = intersection(free, dimension.present);
    // Absent values have gaps of their own, but where nobody asks for the value at all.
    const own = wide[axis] as ClassSet;
    const withAbsent = sameSet(free, dimension.universe) || isEmptySet(intersection(own, dimension.present));
    wide[axis] = withAbsent ? free : present;
  }
  return wide;
}

/** True when a cover meets the box in all dimensions but one. */
function meetsBeside(space: Space, box: Box, cover: RowBox, beside: number): boolean {
  return space.pools.every(
    (pool, axis) => axis === beside || intersects(pool.sets[cover[axis] as number] as ClassSet, box[axis] as ClassSet),
  );
}

function numbered(space: Space, box: Box): RowBox {
  return Int32Array.from(box, (set, axis) => space.pools[axis]?.idOf(set) as number);
}

/** True when lists that could not be told apart may have a gap. */
function hidesGap(space: Space, covers: readonly RowBox[], budget: Budget): boolean {
  return (
    findUncovered(
      space.pools,
      space.dimensions.map(({ universe }) => universe),
      covers,
      budget,
    ) !== null
  );
}
