import type { Finding } from './analysis.ts';
import { sameSet } from './class-set.ts';
import { exampleIn, holdsPoint, type Point, pointOf } from './example.ts';
import type { Meetings } from './meeting-rows.ts';
import { defaultKey } from './order-of-decision.ts';
import { commonBox, type Space, type SpaceRow } from './table-space.ts';
import type { Box, RowBox } from './box.ts';
import { type Budget, findUncovered } from './uncovered.ts';

/** What is known about a row where one of several decides. */
export interface RowStanding {
  /** A point that the row decides; null for none; undefined when that could not be found out. */
  decides: Point | null | undefined;
}

/**
 * Finds for each row a point that it decides: one that it matches and no row before it does.
 * @param ranked the rows in the order in which they decide
 * @param meetings by places in `ranked`
 */
export function standings(
  space: Space,
  ranked: readonly SpaceRow[],
  meetings: Meetings,
  budget: Budget,
): RowStanding[] {
  return ranked.map((row, place) => ({
    decides: decidedPoint(space, row, coversBefore(ranked, meetings, place), budget),
  }));
}

function decidedPoint(
  space: Space,
  row: SpaceRow,
  covers: readonly RowBox[],
  budget: Budget,
): Point | null | undefined {
  const own = commonBox(space, row.box);
  const certain = own.map((set, axis) =>
    set.map((bits, word) => bits & (space.dimensions[axis]?.certain[word] as number)),
  );
  const found = findUncovered(space.pools, certain, covers, budget);
  if (found === undefined) return undefined;
  if (found !== null) return pointOf(space, found) ?? undefined;
  if (space.uncertainInputs.length === 0) return null;
  // A list that could not be told apart from others may pass a cell on it.
  const asksUncertain = space.dimensions.some(
    ({ certain, universe }, axis) => !sameSet(certain, universe) && row.box[axis] !== 0,
  );
  return !asksUncertain && findUncovered(space.pools, own, covers, budget) === null ? null : undefined;
}

function coversBefore(ranked: readonly SpaceRow[], meetings: Meetings, place: number): RowBox[] {
  return meetings.of(place).flatMap((other) => (other < place ? [(ranked[other] as SpaceRow).box] : []));
}

/** A proof that needs more rows is told with all that it used. chosen: 12, beyond which nobody reads the list. */
const maxReducedRows = 12;

/** Finds rows that never decide; the finding names rows before them that together decide all, none of which can be left out. */
export function findShadowed(
  space: Space,
  ranked: readonly SpaceRow[],
  meetings: Meetings,
  known: readonly RowStanding[],
  reachable: (row: SpaceRow) => boolean,
  budget: Budget,
): Finding[] {
  return ranked.flatMap((row, place): Finding[] => {
    if (known[place]?.decides !== null || !reachable(row)) return [];
    const before = meetings.of(place).filter((other) => other < place);
    const needed = reduced(
      space,
      row,
      before.map((other) => ranked[other] as SpaceRow),
      budget,
    );
    const example = exampleIn(space, commonBox(space, row.box));
    const rows = [row.id, ...needed.map(({ id }) => id)];
    return [
      {
        code: 'shadowed',
        severity: 'warning',
        rows,
        columns: [],
        ...(example === null ? {} : { example }),
        params: {},
      },
    ];
  });
}

/** Rows that cover a row, without those that are not needed for it. */
function reduced(space: Space, row: SpaceRow, covers: readonly SpaceRow[], budget: Budget): SpaceRow[] {
  const box = commonBox(space, row.box);
  const coreOf = (rows: readonly SpaceRow[]): SpaceRow[] | null => {
    const used = new Set<number>();
    const boxes = rows.map((cover) => cover.box);
    return findUncovered(space.pools, box, boxes, budget, used) === null ? rows.filter((_, at) => used.has(at)) : null;
  };
  let core = coreOf(covers) ?? [...covers];
  if (core.length > maxReducedRows) return core;
  for (const cover of [...core].reverse()) {
    if (core.length > 1 && core.includes(cover)) core = coreOf(core.filter((other) => other !== cover)) ?? core;
  }
  return core;
}

/**
 * True when leaving out a row that decides something changes no outcome: wherever it decides, the next row that matches has
 * the same results, or the defaults are the same.
 * @returns undefined when that could not be found out
 */
export function isRedundant(
  space: Space,
  ranked: readonly SpaceRow[],
  meetings: Meetings,
  place: number,
  decides: Point,
  budget: Budget,
): boolean | undefined {
  const row = ranked[place] as SpaceRow;
  const fallback = defaultKey(space.table);
  if (space.uncertainInputs.length > 0 || space.opaqueRows.length > 0) return undefined;
  const next = ranked.find((other, at) => at > place && holdsPoint(space, other, decides));
  if ((next === undefined ? fallback : next.resultKey) !== row.resultKey) return false;
  const met = meetings.of(place);
  const before = met.filter((other) => other < place);
  const after = met.filter((other) => other > place);
  const boxOf = (other: number) => (ranked[other] as SpaceRow).box;
  const agrees = (other: number) => ranked[other]?.resultKey === row.resultKey;
  return noneUncovered(space, questions(), budget);

  function* questions(): Generator<[Box, RowBox[]]> {
    const agreeing: RowBox[] = before.map(boxOf);
    for (const other of after) {
      if (agrees(other)) agreeing.push(boxOf(other));
      else yield [commonBox(space, row.box, boxOf(other)), agreeing];
    }
    if (fallback !== row.resultKey) yield [commonBox(space, row.box), met.map(boxOf)];
  }
}

/** True when each box is covered by its covers. */
export function noneUncovered(space: Space, questions: Iterable<[Box, RowBox[]]>, budget: Budget): boolean | undefined {
  for (const [box, covers] of questions) {
    const found = findUncovered(space.pools, box, covers, budget);
    if (found === undefined) return undefined;
    if (found !== null) return false;
  }
  return true;
}
