import type { DecisionTable, TableRow } from '../model.ts';
import type { Finding } from './analysis.ts';
import { type ClassSet, firstMember, intersects, sameSet, union } from './class-set.ts';
import type { Meetings } from './meeting-rows.ts';
import type { Space, SpaceRow } from './table-space.ts';

/**
 * Finds rows with the same results, reason and source that differ in one column alone and can be one row: the first of
 * them, with a cell that says all of theirs. A row is part of one such finding at most.
 * @param ranked reachable rows in the order in which they decide
 * @param meetings by places in `ranked`
 */
export function findMergeable(space: Space, ranked: readonly SpaceRow[], meetings: Meetings): Finding[] {
  const taken = new Set<SpaceRow>();
  const findings: Finding[] = [];
  for (const [axis, { inputs }] of space.dimensions.entries()) {
    const [input, more] = inputs;
    if (input === undefined || more !== undefined) continue;
    for (const group of alikeBut(space, ranked, axis)) {
      const merged = mergedFrom(
        space,
        ranked,
        meetings,
        group.filter((place) => !taken.has(ranked[place] as SpaceRow)),
        axis,
      );
      if (merged === null) continue;
      const rows = merged.places.map((place) => ranked[place] as SpaceRow);
      for (const row of rows) taken.add(row);
      const first = space.table.rows[rows[0]?.index as number] as TableRow;
      const { [input.id]: _, ...rest } = first.when;
      const when = merged.cell === '-' ? rest : { ...rest, [input.id]: merged.cell };
      findings.push({
        code: 'mergeable',
        severity: 'information',
        rows: rows.map(({ id }) => id),
        columns: [input.id],
        region: { when, ...daysOf(first) },
        params: { cell: merged.cell },
      });
    }
  }
  return findings;
}

/** Places of rows that are the same in all but one dimension. */
function alikeBut({ table }: Space, ranked: readonly SpaceRow[], axis: number): number[][] {
  const groups = new Map<string, number[]>();
  for (const [place, { box, resultKey, index }] of ranked.entries()) {
    const { reason, source } = table.rows[index] as TableRow;
    const key = JSON.stringify([box.with(axis, 0).join(), resultKey, reason ?? null, source ?? null]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function mergedFrom(
  space: Space,
  ranked: readonly SpaceRow[],
  meetings: Meetings,
  group: readonly number[],
  axis: number,
): { places: number[]; cell: string } | null {
  const [first] = group;
  if (first === undefined) return null;
  const places = [first];
  const setAt = (place: number) => space.pools[axis]?.sets[ranked[place]?.box[axis] as number] as ClassSet;
  let set = setAt(first);
  for (const place of group.slice(1)) {
    if (
      !mayJoin(space.table, ranked, meetings, places, place) ||
      (countsTwice(space.table) && intersects(set, setAt(place)))
    )
      continue;
    // A row whose values are all among the others' is a duplicate or shadowed, not half of a row.
    if (sameSet(union(set, setAt(place)), set)) continue;
    set = union(set, setAt(place));
    places.push(place);
  }
  if (places.length < 2) return null;
  const told = space.dimensions[axis]?.express(set, firstMember(set)) ?? null;
  return told !== null && sameSet(told.set, set) ? { places, cell: told.cells[0] as string } : null;
}

/** True when matching two rows is more than matching one. */
function countsTwice({ hitPolicy, aggregation }: DecisionTable): boolean {
  return (hitPolicy === 'collect' && aggregation !== 'min' && aggregation !== 'max') || isOrdered({ hitPolicy });
}

function isOrdered({ hitPolicy }: Pick<DecisionTable, 'hitPolicy'>): boolean {
  return hitPolicy === 'rule-order' || hitPolicy === 'output-order';
}

/** True when the row at a place can move up to the first of those it joins: nothing on the way minds. */
function mayJoin(
  { hitPolicy, aggregation }: DecisionTable,
  ranked: readonly SpaceRow[],
  meetings: Meetings,
  places: readonly number[],
  place: number,
): boolean {
  if (hitPolicy === 'unique' || hitPolicy === 'any' || aggregation !== undefined) return true;
  const row = ranked[place] as SpaceRow;
  const between = meetings
    .of(place)
    .filter((other) => other > (places[0] as number) && other < place && !places.includes(other));
  const lists = hitPolicy === 'collect' || isOrdered({ hitPolicy });
  return between.every((other) => !lists && ranked[other]?.resultKey === row.resultKey);
}

function daysOf({ validFrom, validUntil }: TableRow) {
  return { ...(validFrom === undefined ? {} : { validFrom }), ...(validUntil === undefined ? {} : { validUntil }) };
}
