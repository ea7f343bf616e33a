import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { DecisionTable, TableRow } from '../model.ts';
import { ColumnSearch } from './column-search.ts';
import { cellOf, compileTable, type CompiledTable } from './compile-table.ts';
import type { FactColumn, FactColumns } from './fact-columns.ts';
import { cellFilter, keepDiffering, keepPassing, type Selection } from './fact-filter.ts';
import { rowChanges, type RowChange } from './row-changes.ts';
import { conflictVerdict, noRowVerdict, refusedVerdict, Verdicts } from './verdicts.ts';
import { noRow, rowsConflict } from './row-choice.ts';

/** Facts that went from one verdict to another. */
export interface MovedFacts {
  /** Verdicts; `Backtest.rowsOf` names their rows. */
  from: number;
  to: number;
  count: number;
  /** The first of the facts, by index; at most `maxExamples`. */
  examples: number[];
}

/** What an edit changed. */
export interface BacktestChange {
  moved: MovedFacts[];
  /** How many facts were looked at. */
  visited: number;
}

/** Examples that are kept for each way from one verdict to another. chosen: 10, more than anybody reads at once. */
export const maxExamples = 10;

/**
 * Evaluates a table on many facts, and goes along with its edits.
 * @param table the table as it is now
 * @param facts from `factColumns`, for a table with the same inputs
 * @param day `YYYY-MM-DD` on which all facts are decided
 * @returns the backtest; or the errors of `compileTable`, or `facts_of_other_inputs`
 * @example const backtest = openBacktest(table, facts); backtest.value.change(edited).value.moved
 */
export function openBacktest(table: DecisionTable, facts: FactColumns, day?: string): Result<Backtest> {
  const compiled = compileFor(table, facts);
  return compiled.ok ? { ok: true, value: new Backtest(compiled.value, facts, day) } : compiled;
}

function compileFor(table: DecisionTable, facts: FactColumns): Result<CompiledTable> {
  const { inputs } = table;
  const isSame = (index: number) => {
    const [now, then] = [inputs[index], facts.inputs[index]];
    return now?.path === then?.path && now?.type === then?.type && now?.from === then?.from;
  };
  if (inputs === facts.inputs || (inputs.length === facts.inputs.length && inputs.every((_, index) => isSame(index)))) {
    return compileTable(table);
  }
  const issue: Issue = errorIssue('facts_of_other_inputs', ['inputs'], { table: table.name });
  return { ok: false, issues: [issue] };
}

/**
 * The verdict about each of many facts under a table that is being edited. Takes 8 bytes per fact beside the columns.
 *
 * Under policies that take several rows (`rule-order`, `output-order`, `collect`) a verdict is the set of all rows that
 * match, else the deciding row.
 */
export class Backtest {
  readonly facts: FactColumns;
  /** By fact. */
  readonly verdicts: Int32Array;
  private readonly day: string | undefined;
  private readonly known = new Verdicts();
  private readonly selected: Int32Array;
  private compiled: CompiledTable;
  /** By verdict: how many facts. */
  private counts: number[] = [];

  constructor(compiled: CompiledTable, facts: FactColumns, day: string | undefined) {
    this.compiled = compiled;
    this.facts = facts;
    this.day = day;
    this.verdicts = new Int32Array(facts.count);
    this.selected = new Int32Array(facts.count);
    this.evaluateAll(this.verdicts);
    this.counts = countVerdicts(this.verdicts, this.known.count);
  }

  /** The table as it is now. */
  get table(): DecisionTable {
    return this.compiled.table;
  }

  /** Ids of the rows of a verdict, in no order; empty for `noRowVerdict`, `conflictVerdict` and `refusedVerdict`. */
  rowsOf(verdict: number): string[] {
    return this.known.rowsOf(verdict);
  }

  /** The verdicts that facts have, with how many have them. */
  countsByVerdict(): { verdict: number; count: number }[] {
    return this.counts.map((count, verdict) => ({ verdict, count: count ?? 0 })).filter(({ count }) => count > 0);
  }

  /** How many facts each row decides, or counts for where several rows do; by row id, rows without facts included. */
  countsByRow(): Map<string, number> {
    const counts = new Map(this.compiled.rows.map(({ id }) => [id, 0]));
    for (const { verdict, count } of this.countsByVerdict()) {
      for (const row of this.rowsOf(verdict)) counts.set(row, (counts.get(row) ?? 0) + count);
    }
    return counts;
  }

  /**
   * Goes over to an edited table. Of facts only those are looked at that a changed row selected before, or selects now.
   * @param next the edited table; rows, inputs and outputs that did not change are best the same objects
   * @returns what changed; or the errors of `compileTable`, or `facts_of_other_inputs` for inputs with other paths or types
   *   than those that the facts were read by: then everything stays as it was
   */
  change(next: DecisionTable): Result<BacktestChange> {
    const compiled = compileFor(next, this.facts);
    if (!compiled.ok) return compiled;
    const old = this.compiled;
    this.compiled = compiled.value;
    const changes = rowChanges(old, compiled.value);
    const moves = new Moves();
    const visited = changes === null ? this.changeAll(moves) : this.changeSome(old, changes, moves);
    return { ok: true, value: { moved: moves.list(), visited } };
  }

  private changeAll(moves: Moves): number {
    const next = new Int32Array(this.facts.count);
    this.evaluateAll(next);
    for (let fact = 0; fact < next.length; fact++) this.move(fact, next[fact] as number, moves);
    return next.length;
  }

  private changeSome(old: CompiledTable, changes: readonly RowChange[], moves: Moves): number {
    if (changes.length === 0) return 0;
    const search = new ColumnSearch(this.compiled, this.facts, this.day);
    const toVerdict = this.verdictOf(search);
    let visited = 0;
    for (const change of changes) {
      const selection = this.select(old, change, changes);
      visited += selection.count;
      for (let at = 0; at < selection.count; at++) {
        const fact = selection.facts[at] as number;
        this.move(fact, toVerdict(fact), moves);
      }
    }
    return visited;
  }

  /** The facts that a change may concern: every one that it does, and as few others as can be told without evaluating. */
  private select(old: CompiledTable, change: RowChange, changes: readonly RowChange[]): Selection {
    const selection = this.selectByVerdict(change, changes, old);
    const { columns } = this.facts;
    const inputs = this.compiled.table.inputs;
    const filterOf = (compiled: CompiledTable, row: number, column: number) => {
      const cell = row === -1 ? null : cellOf(compiled, row, column);
      return cellFilter(cell, inputs[column] as (typeof inputs)[number], columns[column] as FactColumn);
    };
    const [only] = change.columns;
    const differs = change.columns.length === 1 && !change.unclear && !change.moved ? only : undefined;
    if (differs !== undefined) {
      const [was, is] = [filterOf(old, change.old, differs), filterOf(this.compiled, change.next, differs)];
      keepDiffering(selection, columns[differs] as FactColumn, was, is);
    }
    for (let column = 0; column < columns.length; column++) {
      if (change.columns.includes(column)) continue;
      const filter =
        change.next === -1 ? filterOf(old, change.old, column) : filterOf(this.compiled, change.next, column);
      keepPassing(selection, columns[column] as FactColumn, filter);
    }
    return selection;
  }

  /** Under `first` a row concerns only facts that no row above it decides; a value that is refused stays refused. */
  private selectByVerdict(change: RowChange, changes: readonly RowChange[], old: CompiledTable): Selection {
    const concerned = new Uint8Array(this.known.count).fill(1);
    concerned[refusedVerdict] = 0;
    if (this.compiled.table.hitPolicy === 'first') {
      const places = new Map(this.compiled.rows.map(({ id }, index) => [id, index]));
      const touched = new Set(changes.map((each) => (each.old === -1 ? '' : (old.rows[each.old] as TableRow).id)));
      for (let verdict = 0; verdict < concerned.length; verdict++) {
        const [row] = this.rowsOf(verdict);
        if (row === undefined || touched.has(row)) continue;
        if (change.next === -1 || (places.get(row) ?? Infinity) < change.next) concerned[verdict] = 0;
      }
      if (change.next === -1) concerned[noRowVerdict] = 0;
    }
    const { verdicts, selected: facts } = this;
    let count = 0;
    for (let fact = 0; fact < verdicts.length; fact++) {
      facts[count] = fact;
      count += concerned[verdicts[fact] as number] as number;
    }
    return { facts, count };
  }

  private move(fact: number, to: number, moves: Moves): void {
    const from = this.verdicts[fact] as number;
    if (from === to) return;
    this.verdicts[fact] = to;
    this.add(from, -1);
    this.add(to, 1);
    moves.add(from, to, fact);
  }

  private add(verdict: number, count: number): void {
    while (this.counts.length <= verdict) this.counts.push(0);
    this.counts[verdict] = (this.counts[verdict] as number) + count;
  }

  private evaluateAll(into: Int32Array): void {
    const search = new ColumnSearch(this.compiled, this.facts, this.day);
    if (takesSeveral(this.compiled.table)) {
      const toVerdict = this.verdictOf(search);
      for (let fact = 0; fact < into.length; fact++) into[fact] = toVerdict(fact);
      return;
    }
    search.decideAll(into);
    const ofRows = this.verdictsOfRows();
    for (let fact = 0; fact < into.length; fact++) into[fact] = ofRows[(into[fact] as number) + rowless] as number;
  }

  private verdictOf(search: ColumnSearch): (fact: number) => number {
    if (!takesSeveral(this.compiled.table)) {
      const ofRows = this.verdictsOfRows();
      return (fact) => ofRows[search.decidingRow(fact) + rowless] as number;
    }
    const ids = this.compiled.rows.map(({ id }) => id);
    return (fact) => {
      const rows = search.matchedRows(fact);
      return rows === null ? refusedVerdict : this.known.ofRows(rows.map((row) => ids[row] as string));
    };
  }

  /** The verdicts of the codes of rows: `valueRefused`, `rowsConflict`, `noRow`, and the rows themselves. */
  private verdictsOfRows(): Int32Array {
    const verdicts = new Int32Array(this.compiled.rows.length + rowless).fill(refusedVerdict);
    verdicts[rowsConflict + rowless] = conflictVerdict;
    verdicts[noRow + rowless] = noRowVerdict;
    for (const [row, { id }] of this.compiled.rows.entries()) verdicts[row + rowless] = this.known.ofRow(id);
    return verdicts;
  }
}

/** How many facts have each verdict. */
function countVerdicts(verdicts: Int32Array, verdictCount: number): number[] {
  const counts = new Int32Array(verdictCount);
  for (let fact = 0; fact < verdicts.length; fact++) {
    const verdict = verdicts[fact] as number;
    counts[verdict] = (counts[verdict] as number) + 1;
  }
  return [...counts];
}

/** How many codes there are below 0. */
const rowless = 3;

function takesSeveral({ hitPolicy }: DecisionTable): boolean {
  return hitPolicy === 'rule-order' || hitPolicy === 'output-order' || hitPolicy === 'collect';
}

/** Counts ways from one verdict to another. */
class Moves {
  private readonly byWay = new Map<number, MovedFacts>();

  add(from: number, to: number, fact: number): void {
    const way = from * 2 ** 26 + to;
    const known = this.byWay.get(way);
    if (known === undefined) this.byWay.set(way, { from, to, count: 1, examples: [fact] });
    else {
      known.count++;
      if (known.examples.length < maxExamples) known.examples.push(fact);
    }
  }

  list(): MovedFacts[] {
    return [...this.byWay.values()].sort((left, right) => right.count - left.count);
  }
}
