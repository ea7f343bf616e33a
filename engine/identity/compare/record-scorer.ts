import type { IdentityFeature, NormalizedRecord } from '../model/identity-record.ts';
import type { PreparedColumn, PreparedRecords } from '../model/prepared-records.ts';
import { TextNumbers } from '../prepare/text-numbers.ts';
import { comparedColumns, type ComparedColumns, type ComparedPart } from './compared-columns.ts';
import type { CompiledComparison, CompiledModel } from './compiled-comparison.ts';
import { NumberPairs } from './number-pairs.ts';
import { ColumnScorer } from './pair-scorer.ts';
import { sketchOf } from './value-sketch.ts';

/** Weighs one record after another against known ones. */
export interface RecordScorer {
  /**
   * Takes the record that is weighed next.
   * @param record normalized as the known ones were
   */
  take(record: Pick<NormalizedRecord, 'values'>): void;
  /**
   * Bits of the record that was taken, against a known one, as `scorePair` gives them.
   * @param known index of the known record
   * @param atLeast fewer need not be weighed to the end
   * @returns the bits; -Infinity where they are below `atLeast`
   */
  bits(known: number, atLeast?: number): number;
}

/**
 * Readies known records so that one record can be weighed against hundreds of them within a millisecond: in columns, with a place
 * for one record more, whose values change.
 * @example
 * const scorer = recordScorer(compileModel(model), prepared);
 * scorer.take(record);
 * scorer.bits(17, 0) // 21.4
 */
export function recordScorer(compiled: CompiledModel, known: PreparedRecords): RecordScorer {
  return new OneMoreRecord(compiled, known);
}

interface OpenColumn extends PreparedColumn {
  values: string[];
  numbers: TextNumbers;
}

class OneMoreRecord implements RecordScorer {
  readonly #compiled: CompiledModel;
  /** Index of the record that changes. */
  readonly #own: number;
  readonly #columns: ReadonlyMap<IdentityFeature, OpenColumn>;
  readonly #compared: ComparedColumns;
  /** By part of two features: the numbers of their pairs; null: of one. */
  readonly #pairs: readonly (NumberPairs | null)[];
  readonly #scorer: ColumnScorer;

  constructor(compiled: CompiledModel, { count, columns }: PreparedRecords) {
    this.#compiled = compiled;
    this.#own = count;
    this.#columns = new Map([...columns].map(([feature, column]) => [feature, openColumn(column)]));
    const open = { count: count + 1, columns: this.#columns };
    const { parts, rows, width } = comparedColumns(compiled, open);
    this.#pairs = parts.map(({ pairs }) => (pairs === null ? null : numbered(pairs)));
    this.#compared = { parts: parts.map(withOneMore), rows, width };
    this.#scorer = new ColumnScorer(compiled, open, this.#compared);
  }

  take({ values }: Pick<NormalizedRecord, 'values'>): void {
    for (const [feature, { codes, values: texts, numbers }] of this.#columns) {
      const text = values[feature] ?? '';
      const last = texts.length - 1;
      const code = text === '' ? 0 : numbers.numberOf(text) || last;
      if (code === last) texts[last] = text;
      codes[this.#own] = code;
    }
    this.#scorer.renewLast({ columns: this.#columns });
    const { rows, width, parts } = this.#compared;
    rows.fill(0, this.#own * width);
    for (const [place, part] of parts.entries()) this.#write(place, part);
  }

  bits(known: number, atLeast?: number): number {
    return this.#scorer.bits(known, this.#own, atLeast);
  }

  /** Writes a part of the row of the record at hand: its code, and its sketch. */
  #write(place: number, { index, sketch, pairs }: ComparedPart): void {
    const { comparison, comparator } = this.#compiled.comparisons[index] as CompiledComparison;
    const sketches: number[] = [];
    const codes: number[] = [];
    for (const [position, feature] of comparison.features.entries()) {
      const column = this.#columns.get(feature) as OpenColumn;
      const code = column.codes[this.#own] as number;
      const prepared = code === 0 ? null : comparator.prepare(column.values[code] as string, position);
      if (prepared === null) return;
      codes.push(code);
      sketches.push(...sketchOf(comparator.id, position, prepared));
    }
    const { rows, width } = this.#compared;
    const row = this.#own * width;
    rows[row + place] = pairs === null ? (codes[0] as number) : this.#pairNumber(place, pairs, codes);
    if (sketch !== -1) rows.set(sketches, row + sketch);
  }

  #pairNumber(
    place: number,
    { firsts, seconds }: NonNullable<ComparedPart['pairs']>,
    codes: readonly number[],
  ): number {
    const [first, second] = codes as [number, number];
    const known = this.#pairs[place]?.known(first, second) ?? 0;
    if (known !== 0) return known;
    const last = firsts.length - 1;
    firsts[last] = first;
    seconds[last] = second;
    return last;
  }
}

/** A column with room for a record, and for a value, more. */
function openColumn({ codes, values, counts }: PreparedColumn): OpenColumn {
  const open = new Int32Array(codes.length + 1);
  open.set(codes);
  return { codes: open, values: [...values, ''], counts, numbers: new TextNumbers(values) };
}

function withOneMore(part: ComparedPart): ComparedPart {
  if (part.pairs === null) return part;
  const [firsts, seconds] = [part.pairs.firsts, part.pairs.seconds].map((codes) => {
    const open = new Int32Array(codes.length + 1);
    open.set(codes);
    return open;
  }) as [Int32Array, Int32Array];
  return { ...part, pairs: { firsts, seconds } };
}

function numbered({ firsts, seconds }: NonNullable<ComparedPart['pairs']>): NumberPairs {
  const numbers = new NumberPairs();
  for (let number = 1; number < firsts.length; number++) {
    numbers.numberOf(firsts[number] as number, seconds[number] as number);
  }
  return numbers;
}
