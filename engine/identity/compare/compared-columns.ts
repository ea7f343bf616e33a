import type { PreparedColumn, PreparedRecords } from '../model/prepared-records.ts';
import type { Comparator } from './comparator.ts';
import type { ValuePairs } from './compared-values.ts';
import type { CompiledComparison, CompiledModel } from './compiled-comparison.ts';
import { NumberPairs } from './number-pairs.ts';
import { sketchOf, sketchWords } from './value-sketch.ts';

/**
 * What a model's comparisons look at, record by record. It depends on comparators and features alone, not on weights, so that a
 * model that is measured anew goes on with it; plain data, which threads can share.
 */
export interface ComparedColumns {
  /** Comparisons whose features the records have, in the order of the model. */
  parts: readonly ComparedPart[];
  /** By record: a code for each part, 0 where it has nothing to compare, then the sketches: `rows[record * width + part]`. */
  rows: Int32Array;
  width: number;
}

export interface ComparedPart {
  /** Index of the comparison in the model. */
  index: number;
  /** Where its sketch begins in a row; -1: it has none. */
  sketch: number;
  /** Of a comparison of two features; null: of one, whose column's codes are its codes. */
  pairs: ValuePairs | null;
}

/** Reads what is compared: each different value is prepared once, and a few bits of it are kept. */
export function comparedColumns(
  { comparisons }: CompiledModel,
  prepared: Pick<PreparedRecords, 'count' | 'columns'>,
): ComparedColumns {
  const usable = [...comparisons.entries()].filter(([, { comparison }]) =>
    comparison.features.every((feature) => prepared.columns.has(feature)),
  );
  let width = usable.length;
  const places = usable.map(([, { comparison }]) => {
    const words = sketchWords[comparison.comparator];
    width += words;
    return words === 0 ? -1 : width - words;
  });
  const rows = new Int32Array(prepared.count * width);
  const parts = usable.map(([index, compiled], part): ComparedPart => {
    const sketch = places[part] as number;
    return { index, sketch, pairs: writePart(compiled, prepared, { rows, width, part, sketch }) };
  });
  return { parts, rows, width };
}

interface Place {
  rows: Int32Array;
  width: number;
  part: number;
  sketch: number;
}

function writePart(
  { comparison, comparator }: CompiledComparison,
  { columns, count }: Pick<PreparedRecords, 'count' | 'columns'>,
  { rows, width, part, sketch }: Place,
): ValuePairs | null {
  const features = comparison.features.map((feature) => columns.get(feature) as PreparedColumn);
  const read = features.map((column, position) => readValues(comparator, column, position));
  const [first, second] = features as [PreparedColumn, PreparedColumn | undefined];
  const [firstRead, secondRead] = read as [ReadValues, ReadValues];
  const numbers = second === undefined ? null : new NumberPairs();
  for (let record = 0; record < count; record++) {
    const one = first.codes[record] as number;
    if (firstRead.says[one] !== 1) continue;
    let code = one;
    const row = record * width;
    if (second !== undefined && numbers !== null) {
      const other = second.codes[record] as number;
      if (secondRead.says[other] !== 1) continue;
      code = numbers.numberOf(one, other);
      if (sketch !== -1) copySketch(secondRead, other, rows, row + sketch + firstRead.words);
    }
    rows[row + part] = code;
    if (sketch !== -1) copySketch(firstRead, one, rows, row + sketch);
  }
  return numbers === null
    ? null
    : { firsts: numbers.firsts.slice(0, numbers.count), seconds: numbers.seconds.slice(0, numbers.count) };
}

/** By code of a column. */
interface ReadValues {
  /** 1 where the comparator can make something of the value. */
  says: Uint8Array;
  sketches: Int32Array;
  /** Numbers of a sketch. */
  words: number;
}

function readValues(comparator: Comparator<unknown>, { values }: PreparedColumn, position: number): ReadValues {
  const says = new Uint8Array(values.length);
  let sketches = new Int32Array(0);
  let words = 0;
  for (let code = 1; code < values.length; code++) {
    const prepared = comparator.prepare(values[code] as string, position);
    if (prepared === null) continue;
    says[code] = 1;
    const sketch = sketchOf(comparator.id, position, prepared);
    words = sketch.length;
    if (sketches.length === 0) sketches = new Int32Array(values.length * words);
    for (let word = 0; word < words; word++) sketches[code * words + word] = sketch[word] as number;
  }
  return { says, sketches, words };
}

function copySketch({ sketches, words }: ReadValues, code: number, rows: Int32Array, at: number): void {
  for (let word = 0; word < words; word++) rows[at + word] = sketches[code * words + word] as number;
}
