import { matchesTests } from '../cell/match-test.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';
import type { JsonValue } from '../../json.ts';
import type { TableInput } from '../model.ts';
import { hasReference, namedSetOf, rangesOf } from './cell-sets.ts';
import { absentCode, wrongTypeCode, type FactColumn } from './fact-columns.ts';

/** Says which facts of a column may pass a cell: those for which it says false do not. Values of a wrong type never pass. */
export type CellFilter =
  { kind: 'all' } | { kind: 'figures'; ranges: number[]; absent: boolean } | { kind: 'codes'; passes: Uint8Array };

/**
 * Makes a cell ready for a column of facts.
 * @param cell of a row; null for a row that there is not, which nothing passes
 * @returns the filter; `all` for a cell that anything passes, or that compares with other inputs, so that only a look at
 *   the whole fact can tell
 */
export function cellFilter(cell: UnaryTests | null, input: TableInput, column: FactColumn): CellFilter {
  if (cell !== null && (cell.kind === 'any' || hasReference(cell))) return { kind: 'all' };
  const absent = cell !== null && matchesTests(cell, null, input.type);
  if (column.kind === 'ordered') {
    return { kind: 'figures', ranges: cell === null ? [] : rangesOf(cell, column.type), absent };
  }
  const passes = Uint8Array.from(column.values, () => 0);
  if (cell === null) return { kind: 'codes', passes };
  const passesValue = valueTest(cell, input);
  for (const [code, value] of column.values.entries()) {
    const isPassed = code === absentCode ? absent : code !== wrongTypeCode && passesValue(value);
    passes[code] = isPassed ? 1 : 0;
  }
  return { kind: 'codes', passes };
}

function valueTest(cell: UnaryTests, { type }: TableInput): (value: JsonValue) => boolean {
  if (type !== 'string' && type !== 'boolean') return (value) => matchesTests(cell, value, type);
  const { others, named } = namedSetOf(cell, type);
  return (value) => others !== named.has(value as string | boolean);
}

/** Facts by index: the first `count` of `facts`. */
export interface Selection {
  facts: Int32Array;
  count: number;
}

/** Keeps the facts that may pass a cell. */
export function keepPassing(selection: Selection, column: FactColumn, filter: CellFilter): void {
  if (filter.kind === 'all') return;
  const { facts } = selection;
  let kept = 0;
  if (filter.kind === 'codes' && column.kind === 'coded') {
    const { passes } = filter;
    const { codes } = column;
    for (let at = 0; at < selection.count; at++) {
      const fact = facts[at] as number;
      facts[kept] = fact;
      kept += passes[codes[fact] as number] as number;
    }
  } else if (filter.kind === 'figures' && column.kind === 'ordered') {
    const { ranges, absent } = filter;
    const { figures } = column;
    if (ranges.length <= 4 && !absent) {
      // No number reaches NaN. Without a branch per fact, which a processor could not foresee.
      const [from = NaN, until = NaN, again = NaN, end = NaN] = ranges;
      for (let at = 0; at < selection.count; at++) {
        const fact = facts[at] as number;
        const figure = figures[fact] as number;
        facts[kept] = fact;
        kept += (Number(figure >= from) & Number(figure < until)) | (Number(figure >= again) & Number(figure < end));
      }
    } else {
      for (let at = 0; at < selection.count; at++) {
        const fact = facts[at] as number;
        facts[kept] = fact;
        if (passesFigure(ranges, absent, figures[fact] as number)) kept++;
      }
    }
  }
  selection.count = kept;
}

/** Keeps the facts about which an old and a new cell may differ. */
export function keepDiffering(selection: Selection, column: FactColumn, old: CellFilter, next: CellFilter): void {
  if (old.kind === 'all' && next.kind === 'all') return;
  if (column.kind === 'coded') {
    const passes = Uint8Array.from(column.values, (_, code) =>
      passesCode(old, code) !== passesCode(next, code) ? 1 : 0,
    );
    keepPassing(selection, column, { kind: 'codes', passes });
    return;
  }
  const was = old.kind === 'figures' ? old : everything;
  const is = next.kind === 'figures' ? next : everything;
  const ranges = symmetricDifference(was.ranges, is.ranges);
  keepPassing(selection, column, { kind: 'figures', ranges, absent: was.absent !== is.absent });
}

const everything = { ranges: [-Infinity, Infinity], absent: true };

/** The stretches that are in one of two sets of ranges and not in both: every bound opens or closes one, but for bounds of both. */
function symmetricDifference(left: readonly number[], right: readonly number[]): number[] {
  const [ofLeft, ofRight] = [new Set(left), new Set(right)];
  const bounds = [...left.filter((bound) => !ofRight.has(bound)), ...right.filter((bound) => !ofLeft.has(bound))];
  return bounds.sort((one, other) => (one < other ? -1 : 1));
}
function passesCode(filter: CellFilter, code: number): boolean {
  return code !== wrongTypeCode && (filter.kind !== 'codes' || filter.passes[code] === 1);
}

function passesFigure(ranges: readonly number[], absent: boolean, figure: number): boolean {
  if (figure !== figure) return absent;
  for (let at = 0; at < ranges.length; at += 2) {
    if (figure >= (ranges[at] as number) && figure < (ranges[at + 1] as number)) return true;
  }
  return false;
}
