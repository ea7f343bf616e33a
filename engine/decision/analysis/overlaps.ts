import type { Finding } from './analysis.ts';
import { exampleIn } from './example.ts';
import type { Meetings } from './meeting-rows.ts';
import { commonBox, type Space, type SpaceRow } from './table-space.ts';

/**
 * Finds pairs of rows that match the same facts where the policy forbids it: any pair under `unique`, pairs with differing
 * results under `any`. Empty under every other policy.
 * @param maxFindings of how many pairs examples are made; the last finding says in `params.more` how many pairs are left out
 */
export function findContradictions(space: Space, meetings: Meetings, maxFindings: number): Finding[] {
  const { hitPolicy } = space.table;
  if (hitPolicy !== 'unique' && hitPolicy !== 'any') return [];
  const findings: Finding[] = [];
  let more = 0;
  for (const [place, row] of space.rows.entries()) {
    for (const other of meetings.of(place)) {
      if (other < place) continue;
      const second = space.rows[other] as SpaceRow;
      const agree = row.resultKey === second.resultKey;
      if (hitPolicy === 'any' && agree) continue;
      if (findings.length === maxFindings) {
        more++;
        continue;
      }
      const example = exampleIn(space, commonBox(space, row.box, second.box));
      const params = { agree };
      if (example !== null)
        findings.push({
          code: 'contradiction',
          severity: 'error',
          rows: [row.id, second.id],
          columns: [],
          example,
          params,
        });
    }
  }
  const last = findings.at(-1);
  if (last !== undefined && more > 0) last.params = { ...last.params, more };
  return findings;
}

/** So many rows are named in one finding. chosen: 20, beyond which nobody reads the list. */
const maxNamedRows = 20;

/**
 * Finds rows of which rows before them, with other results, decide a part, under `first` and `priority`: no mistake by
 * itself, but what one wants to know who moves rows. One finding per row, with the rows that
 * decide a part of it; `params.unnamed` says how many more there are.
 * @param ranked the rows in the order in which they decide
 * @param meetings by places in `ranked`
 * @param skip rows of which more is known: that they never decide
 */
export function findOverlaps(
  space: Space,
  ranked: readonly SpaceRow[],
  meetings: Meetings,
  skip: ReadonlySet<string>,
): Finding[] {
  return ranked.flatMap((row, place): Finding[] => {
    if (skip.has(row.id)) return [];
    const before = meetings
      .of(place)
      .filter((other) => other < place && ranked[other]?.resultKey !== row.resultKey)
      .map((other) => ranked[other] as SpaceRow);
    const [first] = before;
    if (first === undefined) return [];
    const example = exampleIn(space, commonBox(space, row.box, first.box));
    const rows = [row.id, ...before.slice(0, maxNamedRows).map(({ id }) => id)];
    const unnamed = before.length - maxNamedRows;
    return example === null
      ? []
      : [
          {
            code: 'overlap',
            severity: 'information',
            rows,
            columns: [],
            example,
            params: unnamed > 0 ? { unnamed } : {},
          },
        ];
  });
}

/** Finds rows whose conditions are, in effect, those of a row above. `params.agree`: whether the results are the same too. */
export function findDuplicates(space: Space, reachable: (row: SpaceRow) => boolean): Finding[] {
  const firsts = new Map<string, SpaceRow>();
  return space.rows.flatMap((row): Finding[] => {
    if (!reachable(row)) return [];
    const key = row.box.join();
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, row);
      return [];
    }
    const example = exampleIn(space, commonBox(space, row.box));
    const params = { agree: row.resultKey === first.resultKey };
    return [
      {
        code: 'duplicate',
        severity: 'warning',
        rows: [row.id, first.id],
        columns: [],
        ...(example === null ? {} : { example }),
        params,
      },
    ];
  });
}
