import type { DecisionTable, JsonObject, JsonValue, TableRow, UnaryTests } from '../../../../engine/index.ts';
import { parseUnaryTests } from '../../../../engine/index.ts';
import { matchesTests } from '../../../../engine/decision/cell/match-test.ts';

/** Values by input id, absent ones null; `day` where rows have days of validity. */
export interface Point {
  values: Record<string, JsonValue>;
  day?: string;
}

/** True when a row matches a point: cell by cell, nothing put into classes. */
export function rowMatches(
  table: DecisionTable,
  row: Pick<TableRow, 'when' | 'validFrom' | 'validUntil'>,
  point: Point,
): boolean {
  const day = point.day ?? '';
  if (row.validFrom !== undefined && day < row.validFrom) return false;
  if (row.validUntil !== undefined && day > row.validUntil) return false;
  return table.inputs.every(({ id, type }) => {
    const cell = readCell(row.when[id] ?? '-');
    return matchesTests(cell, point.values[id] ?? null, type, (other) => point.values[other] ?? null);
  });
}

/** Cells may name the one input that others are compared with. */
const readCells = new Map<string, UnaryTests>();

function readCell(text: string): UnaryTests {
  let tests = readCells.get(text);
  if (tests === undefined) {
    const parsed = parseUnaryTests(text, ['number', 'other']);
    if (!parsed.ok) throw new Error(text);
    readCells.set(text, (tests = parsed.value));
  }
  return tests;
}

/** Which rows of a table match which of some points. */
export class MatchTable {
  readonly rows: TableRow[];
  /** By point, then by row. */
  readonly matches: boolean[][];
  private readonly table: DecisionTable;

  constructor(table: DecisionTable, readonlyPoints: readonly Point[]) {
    this.table = table;
    this.rows = table.rows.filter((row) => row.disabled !== true);
    this.matches = readonlyPoints.map((point) => this.rows.map((row) => rowMatches(table, row, point)));
  }

  /** The outcome at a point by the policy, as text; rows may be left out, or have a column treated as `-` by `matches`. */
  outcome(matches: readonly boolean[]): string {
    const { hitPolicy, aggregation, outputs } = this.table;
    const hits = this.rows.filter((_, index) => matches[index] === true);
    const result = (row: TableRow) => JSON.stringify(outputs.map(({ id }) => row.then[id] ?? null));
    const noMatch = outputs.some((output) => output.default !== undefined)
      ? JSON.stringify(outputs.map((output) => output.default ?? null))
      : null;
    if (hitPolicy === 'collect' && aggregation === 'count')
      return hits.length === 0 && noMatch !== null ? noMatch : `[${hits.length}]`;
    const first = hits[0];
    switch (hitPolicy) {
      case 'unique':
        return hits.length > 1 ? 'error' : first === undefined ? String(noMatch) : result(first);
      case 'any':
        return new Set(hits.map(result)).size > 1 ? 'error' : first === undefined ? String(noMatch) : result(first);
      case 'first':
        return first === undefined ? String(noMatch) : result(first);
      case 'priority': {
        const best = byPriority(this.table, hits)[0];
        return best === undefined ? String(noMatch) : result(best);
      }
      case 'rule-order':
      case 'output-order':
      case 'collect':
        break;
    }
    if (first === undefined) return aggregation === undefined && noMatch !== null ? `[${noMatch}]` : String(noMatch);
    if (aggregation === undefined)
      return `[${(hitPolicy === 'output-order' ? byPriority(this.table, hits) : hits).map(result).join()}]`;
    const figures = hits.map((row) => Number(row.then[outputs[0]?.id ?? '']));
    const figure =
      aggregation === 'sum'
        ? figures.reduce((sum, value) => sum + value, 0)
        : Math[aggregation as 'min' | 'max'](...figures);
    return JSON.stringify([figure]);
  }
}

/** Rows in the order in which they count under `priority`. */
export function byPriority({ outputs }: DecisionTable, rows: readonly TableRow[]): TableRow[] {
  const place = (row: TableRow) =>
    outputs.flatMap(({ id, allowed }) =>
      allowed === undefined
        ? []
        : [(allowed.indexOf(row.then[id] as string) + allowed.length + 1) % (allowed.length + 1)],
    );
  return [...rows].sort((left, right) => {
    const [own, other] = [place(left), place(right)];
    const at = own.findIndex((value, index) => value !== other[index]);
    return at === -1 ? 0 : (own[at] as number) - (other[at] as number);
  });
}

/** All combinations of values. */
export function pointsOf(values: Record<string, readonly JsonValue[]>, days: readonly string[] = []): Point[] {
  let points: Point[] = [{ values: {} }];
  for (const [id, own] of Object.entries(values)) {
    points = points.flatMap((point) => own.map((value) => ({ values: { ...point.values, [id]: value } })));
  }
  return days.length === 0 ? points : points.flatMap((point) => days.map((day) => ({ ...point, day })));
}

/** The point of an example; inputs read a field of their own name. */
export function pointAt(table: DecisionTable, facts: JsonObject, day?: string): Point {
  const values = Object.fromEntries(table.inputs.map(({ id, path }) => [id, facts[path] ?? null]));
  return day === undefined ? { values } : { values, day };
}
