import type { Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { readPath } from '../facts/read-path.ts';
import type { DecisionTable, Outcome } from '../model.ts';
import { verdictReader, type CaseVerdict, type VerdictReader } from './verdict-reader.ts';

/** One side of a change: what a table makes of a case. */
export interface BacktestSide {
  /** Id of the deciding row; null when none matched, or the case could not be decided. */
  row: string | null;
  outcome: Outcome;
  /** Code of the issue when the case could not be decided. */
  error: string | null;
}

export interface BacktestExample {
  /** Place among all cases, from 0. */
  index: number;
  /** What stands at `idPath` in the case; null when there is none. */
  id: JsonValue;
  /** The case itself. */
  facts: JsonObject;
}

/** Cases that went from one row or outcome to another. */
export interface BacktestMove {
  from: BacktestSide;
  to: BacktestSide;
  count: number;
  /** The first of them. */
  examples: BacktestExample[];
}

/** How many cases before and after. */
export interface BacktestCount {
  before: number;
  after: number;
}

/** The cases that have one value at `segmentPath`. */
export interface BacktestSegment {
  /** Null for cases without one; `otherSegments` stands for all values beyond the first `maxSegments`. */
  value: JsonValue;
  cases: number;
  /** Cases whose outcome or error differs. */
  changed: number;
}

/** Which past cases a change of a table changes. */
export interface BacktestReport {
  cases: number;
  /** Cases whose outcome or error differs. */
  changed: number;
  /** Cases that another row decides, with the same outcome. */
  rowOnly: number;
  /** By row id, in the order of the next table, then rows that are gone; `row` null: no row matched. */
  rows: ({ row: string | null } & BacktestCount)[];
  /** By outcome, the most frequent first. */
  outcomes: ({ outcome: Outcome } & BacktestCount)[];
  /** Cases that could not be decided, by code of the first issue. */
  errors: ({ code: string } & BacktestCount)[];
  /** The most frequent first. */
  moved: BacktestMove[];
  /** Empty without `segmentPath`; the largest first. */
  segments: BacktestSegment[];
}

export interface BacktestOptions {
  /** The day on which all cases are decided, `YYYY-MM-DD`. */
  day?: string;
  /** Path of a field by whose values cases are counted apart. */
  segmentPath?: string;
  /** Path of a field that names a case in examples. */
  idPath?: string;
  /** Examples per move. @default 10 */
  examples?: number;
}

/** Values of a segment that are counted apart. chosen: 1,000; a field with more is no segment. */
export const maxSegments = 1_000;
export const otherSegments = 'other';

/** Moves that are told apart. chosen: 10,000; further ones count in the totals alone. */
const maxMoves = 10_000;

/**
 * Decides past cases by a table and by its next version, and says what changes, row by row, outcome by outcome, segment by
 * segment.
 * @param old the table as it is
 * @param next the table as it is to be
 * @param cases one object of facts after the other, the first time they are asked for; an iterator may read them from a file
 * @returns the report, or the errors of the first table that has some
 * @example backtestTables(table, edited, customers, { segmentPath: 'country' }).value.changed
 */
export function backtestTables(
  old: DecisionTable,
  next: DecisionTable,
  cases: Iterable<JsonObject>,
  options: BacktestOptions = {},
): Result<BacktestReport> {
  const comparison = openComparison(old, next, options);
  if (!comparison.ok) return comparison;
  for (const facts of cases) comparison.value.add(facts);
  return { ok: true, value: comparison.value.report() };
}

/**
 * The same for callers that have their cases in pieces: add them as they come. Memory does not grow with their number.
 * @returns the comparison, or the errors of the first table that has some
 */
export function openComparison(
  old: DecisionTable,
  next: DecisionTable,
  options: BacktestOptions = {},
): Result<TableComparison> {
  const before = verdictReader(old, options.day);
  if (!before.ok) return before;
  const after = verdictReader(next, options.day);
  if (!after.ok) return after;
  return { ok: true, value: new TableComparison([before.value, after.value], next, options) };
}

/** Counts what two tables make of the same cases. */
export class TableComparison {
  private readonly readers: readonly [VerdictReader, VerdictReader];
  private readonly next: DecisionTable;
  private readonly options: BacktestOptions;
  private readonly verdicts = new Map<CaseVerdict, BacktestCount>();
  private readonly moves = new Map<CaseVerdict, Map<CaseVerdict, BacktestMove>>();
  private moveCount = 0;
  private readonly segments = new Map<string, BacktestSegment>();
  private cases = 0;
  private changed = 0;
  private rowOnly = 0;

  constructor(readers: readonly [VerdictReader, VerdictReader], next: DecisionTable, options: BacktestOptions) {
    this.readers = readers;
    this.next = next;
    this.options = options;
  }

  /** Decides one case by both tables. */
  add(facts: JsonObject): void {
    const index = this.cases++;
    const before = this.readers[0].read(facts);
    const after = this.readers[1].read(facts);
    this.countOf(before).before++;
    this.countOf(after).after++;
    const isChanged = before.outcomeKey !== after.outcomeKey;
    if (isChanged) this.changed++;
    else if (before.row !== after.row) this.rowOnly++;
    if (isChanged || before.row !== after.row) this.countMove(before, after, facts, index);
    if (this.options.segmentPath !== undefined) this.countSegment(facts, this.options.segmentPath, isChanged);
  }

  private countOf(verdict: CaseVerdict): BacktestCount {
    let count = this.verdicts.get(verdict);
    if (count === undefined) this.verdicts.set(verdict, (count = { before: 0, after: 0 }));
    return count;
  }

  private countMove(before: CaseVerdict, after: CaseVerdict, facts: JsonObject, index: number): void {
    let from = this.moves.get(before);
    if (from === undefined) this.moves.set(before, (from = new Map()));
    let move = from.get(after);
    if (move === undefined) {
      if (this.moveCount === maxMoves) return;
      this.moveCount++;
      from.set(after, (move = { from: sideOf(before), to: sideOf(after), count: 0, examples: [] }));
    }
    move.count++;
    if (move.examples.length >= (this.options.examples ?? 10)) return;
    const { idPath } = this.options;
    move.examples.push({ index, id: idPath === undefined ? null : (readPath(facts, idPath) ?? null), facts });
  }

  private countSegment(facts: JsonObject, path: string, isChanged: boolean): void {
    const found = readPath(facts, path) ?? null;
    const isPlain = found === null || typeof found !== 'object';
    let key = isPlain ? JSON.stringify(found) : 'object';
    if (!this.segments.has(key) && this.segments.size >= maxSegments) key = otherSegments;
    let segment = this.segments.get(key);
    if (segment === undefined) {
      const value = isPlain && key !== otherSegments ? found : otherSegments;
      this.segments.set(key, (segment = { value, cases: 0, changed: 0 }));
    }
    segment.cases++;
    if (isChanged) segment.changed++;
  }

  /** What was counted so far. */
  report(): BacktestReport {
    const { cases, changed, rowOnly } = this;
    const moved = [...this.moves.values()].flatMap((from) => [...from.values()]);
    return {
      cases,
      changed,
      rowOnly,
      rows: this.byRow(),
      outcomes: this.byOutcome(),
      errors: this.byError(),
      moved: moved.sort((left, right) => right.count - left.count),
      segments: [...this.segments.values()].sort((left, right) => right.cases - left.cases),
    };
  }

  private byRow(): BacktestReport['rows'] {
    const rows = new Map<string | null, BacktestCount>(
      this.next.rows.map(({ id }) => [id, { before: 0, after: 0 }] as const),
    );
    for (const [{ row, error }, count] of this.verdicts) if (error === null) addTo(rows, row, count);
    return [...rows].map(([row, count]) => ({ row, ...count }));
  }

  private byOutcome(): BacktestReport['outcomes'] {
    const outcomes = new Map<string, BacktestCount>();
    const values = new Map<string, Outcome>();
    for (const [{ outcome, outcomeKey, error }, count] of this.verdicts) {
      if (error !== null) continue;
      values.set(outcomeKey, outcome);
      addTo(outcomes, outcomeKey, count);
    }
    const listed = [...outcomes].map(([key, count]) => ({ outcome: values.get(key) ?? null, ...count }));
    return listed.sort((left, right) => right.before + right.after - left.before - left.after);
  }

  private byError(): BacktestReport['errors'] {
    const errors = new Map<string, BacktestCount>();
    for (const [{ error }, count] of this.verdicts) if (error !== null) addTo(errors, error, count);
    return [...errors].map(([code, count]) => ({ code, ...count }));
  }
}

function addTo<Key>(counts: Map<Key, BacktestCount>, key: Key, { before, after }: BacktestCount): void {
  const known = counts.get(key);
  if (known === undefined) counts.set(key, { before, after });
  else {
    known.before += before;
    known.after += after;
  }
}

function sideOf({ row, outcome, error }: CaseVerdict): BacktestSide {
  return { row, outcome, error };
}
