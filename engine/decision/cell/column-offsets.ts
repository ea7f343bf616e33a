import { errorIssue, type Issue } from '../../issue.ts';
import type { TableInput } from '../model.ts';
import { formatLiteral } from './format-unary-tests.ts';
import { literalsOf, referencesOf } from './operands.ts';
import { offsetOf } from './ordinal.ts';
import { parseUnaryTests } from './parse-unary-tests.ts';
import type { OffsetKind } from './temporal-text.ts';
import type { Literal, UnaryTests } from './unary-tests.ts';

/** Whether the times of each column have an offset from UTC. Indexes are those of the inputs. */
export interface ColumnOffsets {
  /** What the cells of the column, and of those it is compared with, ask for; null where they name no time. */
  kinds: (OffsetKind | null)[];
  /** Columns that are compared with one another share a number: their facts have to be of one kind, also where `kinds` is null. */
  groups: number[];
  /** `mixed_offsets`: one per cell that differs from the first that names a time. */
  problems: { row: number; input: number; issue: Issue }[];
}

/** Where a kind was first seen, for the message. */
interface Seen {
  kind: OffsetKind;
  text: string;
}

/**
 * Says whether the times of a cell have an offset.
 * @returns null for a cell that names no time; `mixed` for one that names both kinds
 * @example offsetKindOf(parsed) // 'offset' for `> time("08:30:00Z")`
 */
export function offsetKindOf(tests: UnaryTests): OffsetKind | 'mixed' | null {
  const kinds = new Set(literalsOf(tests).flatMap((literal) => offsetOf(literal.value, literal.type) ?? []));
  return kinds.size > 1 ? 'mixed' : ([...kinds][0] ?? null);
}

/**
 * Holds the times of a table's columns against one another: those with an offset from UTC and those without cannot be
 * compared, within a column and between columns that cells compare.
 * @param inputs the columns
 * @param rows the parsed cells: by row, then by column
 * @returns the kind of each column, which its facts have to share, and the cells that break it
 * @example checkColumnOffsets(table.inputs, cells).problems // [{ row: 3, input: 0, issue: … }]
 * @source DMN 1.5, 10.3.2.3.5 (times with and without an offset have no common order)
 */
export function checkColumnOffsets(inputs: readonly TableInput[], rows: readonly UnaryTests[][]): ColumnOffsets {
  const timed = inputs.map(({ type }) => type === 'time' || type === 'date-time');
  if (!timed.includes(true)) return { kinds: inputs.map(() => null), groups: [...inputs.keys()], problems: [] };
  const groups = groupColumns(inputs, rows, timed);
  const seen = new Map<number, Seen>();
  for (const [column, input] of inputs.entries()) {
    if (!timed[column]) continue;
    for (const value of ownLiterals(input)) see(seen, groups[column] as number, value);
  }
  const problems: ColumnOffsets['problems'] = [];
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (!timed[column]) continue;
      const issue = checkAgainst(seen, groups[column] as number, cell);
      if (issue !== null) problems.push({ row, input: column, issue });
    }
  }
  return {
    kinds: groups.map((group, column) => (timed[column] ? (seen.get(group)?.kind ?? null) : null)),
    groups,
    problems,
  };
}

function checkAgainst(seen: Map<number, Seen>, group: number, cell: UnaryTests): Issue | null {
  for (const literal of literalsOf(cell)) {
    const first = see(seen, group, literal);
    const own = offsetOf(literal.value, literal.type);
    if (first === undefined || own === null || own === first.kind) continue;
    return errorIssue('mixed_offsets', [], { found: write(literal), other: first.text });
  }
  return null;
}

/** Notes the kind of a literal where it is the first of its group. */
function see(seen: Map<number, Seen>, group: number, literal: Pick<Literal, 'type' | 'value'>): Seen | undefined {
  const known = seen.get(group);
  if (known !== undefined) return known;
  const kind = offsetOf(literal.value, literal.type);
  if (kind === null) return undefined;
  const first = { kind, text: write(literal) };
  seen.set(group, first);
  return first;
}

function write({ type, value }: Pick<Literal, 'type' | 'value'>): string {
  return formatLiteral(value, type);
}

/** Times that the column itself names. */
function ownLiterals(input: TableInput): Pick<Literal, 'type' | 'value'>[] {
  const type = input.type as Literal['type'];
  const range = input.allowedRange === undefined ? null : parseUnaryTests(input.allowedRange);
  const allowed = (input.allowed ?? []).map((value) => ({ type, value }));
  return [...allowed, ...(range?.ok === true ? literalsOf(range.value) : [])];
}

/** The columns that cells compare with one another, each named by its first column. */
function groupColumns(inputs: readonly TableInput[], rows: readonly UnaryTests[][], timed: boolean[]): number[] {
  const groups = [...inputs.keys()];
  const positions = new Map(inputs.map(({ id }, index) => [id, index]));
  for (const cells of rows) {
    for (const [column, cell] of cells.entries()) {
      if (!timed[column]) continue;
      for (const { input } of referencesOf(cell)) {
        const from = groups[column] as number;
        const to = groups[positions.get(input) ?? column] as number;
        if (from === to) continue;
        for (const [index, group] of groups.entries()) {
          if (group === Math.max(from, to)) groups[index] = Math.min(from, to);
        }
      }
    }
  }
  return groups;
}
