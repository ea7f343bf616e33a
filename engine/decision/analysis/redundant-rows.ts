import type { JsonValue } from '../../json.ts';
import type { Finding } from './analysis.ts';
import { exampleIn } from './example.ts';
import type { Meetings } from './meeting-rows.ts';
import { isRedundant, noneUncovered, type RowStanding } from './precedence.ts';
import { defaultKey, hasPrecedence } from './order-of-decision.ts';
import { commonBox, type Space, type SpaceRow } from './table-space.ts';
import type { Budget } from './uncovered.ts';

/** Rows without which every outcome is the same, and rows of which that could not be found out. */
export interface RedundantRows {
  findings: Finding[];
  undecided: string[];
}

/**
 * Finds rows that can be left out, one at a time: without the row every outcome is the same. A row that contradicts another
 * is not among them, nor one that is `shadowed` or `unreachable`, which says more.
 * @param ranked the rows in the order in which they decide
 * @param known what `standings` says of each; only for `first` and `priority`
 */
export function findRedundant(
  space: Space,
  ranked: readonly SpaceRow[],
  meetings: Meetings,
  known: readonly RowStanding[],
  reachable: (row: SpaceRow) => boolean,
  budget: Budget,
): RedundantRows {
  const undecided: string[] = [];
  const findings = ranked.flatMap((row, place): Finding[] => {
    if (!reachable(row)) return [];
    const decides = known[place]?.decides;
    if (decides === null) return [];
    const redundant =
      decides === undefined
        ? hasPrecedence(space.table)
          ? undefined
          : isRedundantAmong(space, ranked, meetings, place, budget)
        : isRedundant(space, ranked, meetings, place, decides, budget);
    if (redundant === undefined) undecided.push(row.id);
    if (redundant !== true) return [];
    const example = exampleIn(space, commonBox(space, row.box));
    return [
      {
        code: 'row_changes_nothing',
        severity: 'information',
        rows: [row.id],
        columns: [],
        ...(example === null ? {} : { example }),
        params: {},
      },
    ];
  });
  return { findings, undecided };
}

/** The same under policies by which all matching rows count. */
function isRedundantAmong(
  space: Space,
  rows: readonly SpaceRow[],
  meetings: Meetings,
  place: number,
  budget: Budget,
): boolean | undefined {
  const { table } = space;
  const row = rows[place] as SpaceRow;
  const met = meetings.of(place).map((other) => rows[other] as SpaceRow);
  const isDefault = defaultKey(table) === row.resultKey;
  const uncertain = space.uncertainInputs.length > 0 || space.opaqueRows.length > 0;
  const certainly = (answer: boolean | undefined) => (answer === true && uncertain ? undefined : answer);
  const coveredBy = (covers: readonly SpaceRow[]) =>
    certainly(noneUncovered(space, [[commonBox(space, row.box), covers.map(({ box }) => box)]], budget));
  if (table.hitPolicy === 'any') {
    if (met.some(({ resultKey }) => resultKey !== row.resultKey)) return false;
    return isDefault ? certainly(true) : coveredBy(met);
  }
  if (table.hitPolicy !== 'collect' || table.aggregation === undefined)
    return isDefault && met.length === 0 ? certainly(true) : false;
  const figure = row.results[0];
  if (table.aggregation === 'count') return met.length === 0 && defaultKey(table) === '[1]' ? certainly(true) : false;
  if (typeof figure !== 'number') return false;
  const figures = met.filter(({ results }) => typeof results[0] === 'number');
  if (table.aggregation === 'sum') {
    if (figure !== 0) return isDefault && met.length === 0 ? certainly(true) : false;
    return isDefault ? certainly(true) : coveredBy(figures);
  }
  const stronger = figures.filter(({ results }) =>
    isStronger(table.aggregation as 'min' | 'max', results[0] ?? null, figure),
  );
  if (!isDefault) return coveredBy(stronger);
  const weaker = met.filter((other) => !stronger.includes(other));
  const boxes = stronger.map(({ box }) => box);
  return certainly(
    noneUncovered(
      space,
      weaker.map((other) => [commonBox(space, row.box, other.box), boxes]),
      budget,
    ),
  );
}

/** True when a figure makes another one have no say. */
export function isStronger(aggregation: 'min' | 'max', figure: JsonValue, than: number): boolean {
  if (typeof figure !== 'number') return false;
  return aggregation === 'min' ? figure <= than : figure >= than;
}
