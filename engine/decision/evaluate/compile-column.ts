import { isOrderedType, offsetOf, ordinalOf, type OrderedType } from '../cell/ordinal.ts';
import { matchesTests } from '../cell/match-test.ts';
import { parseUnaryTests } from '../cell/parse-unary-tests.ts';
import type { OffsetKind } from '../cell/temporal-text.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';
import type { JsonValue } from '../../json.ts';
import type { TableInput } from '../model.ts';
import { hasReference, namedSetOf, rangesOf, type NamedSet } from './cell-sets.ts';
import { ListMasks } from './list-masks.ts';
import type { MaskLayout } from './mask-blocks.ts';
import { MaskSweep } from './mask-sweep.ts';
import { stretchOf, type NumberLine } from './number-line.ts';

/** The code of a value of another type than its column. */
export const wrongType = -1;

/**
 * One column of conditions, made ready. A value becomes a code; all values of a code pass the same rows.
 *
 * | column | code |
 * | --- | --- |
 * | number, date, time, duration | stretch of the number line, by `line` |
 * | text, truth value | entry of `names`; those that no cell names share the code 0 |
 * | list | none: `lists` makes the mask of each list |
 *
 * The last code, `codeCount - 1`, stands for absent.
 */
export interface CompiledColumn {
  input: TableInput;
  /** The parsed cells, one per row that is not disabled. */
  cells: UnaryTests[];
  codeCount: number;
  line: NumberLine | null;
  names: Map<string | boolean, number> | null;
  lists: ListMasks | null;
  /** For times: whether they have offsets from UTC; a value that differs in that is of a wrong type. Null where nothing says it. */
  offset: OffsetKind | null;
  /** Where the masks of the codes are in `blocks`: `blockCount` numbers per code; `refused` for a value that may not occur. */
  offsets: Int32Array;
  blocks: Int32Array;
}

/**
 * Makes a column ready: every value that a cell names cuts the column, and the masks between the cuts are swept together.
 * Cells with references pass for every value here; `compileTable` keeps them aside, to be looked at one by one.
 * @param input the column
 * @param cells one per row that is not disabled
 * @param offset whether times of the column have offsets from UTC; null where nothing says it
 * @param layout of the masks of the table
 */
export function compileColumn(
  input: TableInput,
  cells: UnaryTests[],
  offset: OffsetKind | null,
  layout: MaskLayout,
): CompiledColumn {
  const sweep = new MaskSweep(layout);
  const made =
    input.type === 'list'
      ? { line: null, names: null, lists: new ListMasks(input, cells, layout), offsets: sweep.begin(1) }
      : isOrderedType(input.type)
        ? compileOrdered(input, input.type, cells, sweep)
        : compileNamed(input, input.type, cells, sweep);
  const codeCount = made.offsets.length / layout.blockCount;
  sweep.clear();
  for (const [row, tests] of cells.entries()) {
    if (hasReference(tests) || matchesTests(tests, null, input.type)) sweep.toggle(row);
  }
  sweep.keep(codeCount - 1, input.required !== true);
  const { line, names, lists, offsets } = made;
  return { input, cells, codeCount, line, names, lists, offset, offsets, blocks: sweep.blocks.finish() };
}

/** A column but for its last code, absent. */
type Made = Pick<CompiledColumn, 'line' | 'names' | 'lists' | 'offsets'>;

function compileOrdered(input: TableInput, type: OrderedType, cells: UnaryTests[], sweep: MaskSweep): Made {
  const ranges = cells.map((tests) => (hasReference(tests) ? [-Infinity, Infinity] : rangesOf(tests, type)));
  const { line, offsets } = sweep.line(ranges, allowedRanges(input, type), 1);
  return { line, names: null, lists: null, offsets };
}

function compileNamed(input: TableInput, type: 'string' | 'boolean', cells: UnaryTests[], sweep: MaskSweep): Made {
  const sets = cells.map((tests) =>
    hasReference(tests) ? namedSetOf({ kind: 'any' }, type) : namedSetOf(tests, type),
  );
  const names = new Map<string | boolean, number>();
  const nameOf = (value: string | boolean) => {
    const known = names.get(value);
    if (known !== undefined) return known;
    names.set(value, names.size + 1);
    return names.size;
  };
  const allowed = allowedNames(input, type);
  const allowedCodes = new Set([...allowed.named].map(nameOf));
  const coded = sets.map(({ others, named }) => ({ others, codes: [...named].map(nameOf) }));
  const offsets = sweep.names(coded, names.size, (code) => allowed.others !== (code !== 0 && allowedCodes.has(code)));
  return { line: null, names, lists: null, offsets };
}

function allowedNames(input: TableInput, type: 'string' | 'boolean'): NamedSet {
  if (input.allowed !== undefined) return { others: false, named: new Set(input.allowed.filter(isText)) };
  const parsed = parseUnaryTests(input.allowedRange ?? '-');
  return namedSetOf(parsed.ok ? parsed.value : { kind: 'any' }, type);
}

function isText(value: string | number): value is string {
  return typeof value === 'string';
}

/** Where the values of an ordered column may lie; null when anywhere. */
function allowedRanges(input: TableInput, type: OrderedType): number[] | null {
  if (input.allowed !== undefined) {
    const tests = input.allowed.map((value) => ordinalOf(value, type)).filter((value) => value !== null);
    return tests.sort((left, right) => left - right).flatMap((value) => rangesOf(equalTo(value), 'number'));
  }
  if (input.allowedRange === undefined) return null;
  const parsed = parseUnaryTests(input.allowedRange);
  return parsed.ok ? rangesOf(parsed.value, type) : null;
}

function equalTo(value: number): UnaryTests {
  const operand = { kind: 'literal', type: 'number', value, start: 0, end: 0 } as const;
  return { kind: 'tests', negated: false, tests: [{ kind: 'comparison', operator: '=', operand, start: 0, end: 0 }] };
}

/**
 * The code of a value of a column that is no list.
 * @param value null for absent
 * @returns the code, or `wrongType`
 */
export function codeOf(column: CompiledColumn, value: JsonValue): number {
  if (value === null) return column.codeCount - 1;
  const { line, names, input } = column;
  if (line !== null) {
    if (typeof value === 'number') {
      return input.type === 'number' && Number.isFinite(value) ? stretchOf(line, value) : wrongType;
    }
    const ordinal = input.type === 'number' ? null : ordinalOf(value, input.type as OrderedType);
    if (ordinal === null || (column.offset !== null && offsetOf(value, input.type) !== column.offset)) return wrongType;
    return stretchOf(line, ordinal);
  }
  if (names === null || typeof value !== input.type) return wrongType;
  return names.get(value as string | boolean) ?? 0;
}
