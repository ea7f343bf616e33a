import type { JsonObject, JsonValue } from '../../json.ts';
import { codeOf, type CompiledColumn } from './compile-column.ts';
import type { Dimension } from './compile-dimensions.ts';
import type { CompiledTable } from './compile-table.ts';
import { fieldsOf, openContainers, readField, type Container, type FactField } from './fact-fields.ts';
import { firstRowIn } from './first-row.ts';
import { MaskSearch } from './mask-search.ts';
import { NameCodes } from './name-codes.ts';
import { stretchFrom, type NumberLine } from './number-line.ts';
import { rowChoiceOf, valueRefused, type RowChoice } from './row-choice.ts';

/** An input: where it stands, and where its code goes. */
interface Place {
  index: number;
  field: FactField;
  container: Container;
  column: CompiledColumn;
  /** The dimension that its code counts in, and how much. */
  dimension: number;
  stride: number;
  /** What absent counts. */
  absent: number;
}

interface NumberPlace extends Place {
  line: NumberLine;
}

interface TextPlace extends Place {
  names: NameCodes;
}

interface TruthPlace extends Place {
  whenTrue: number;
  whenFalse: number;
}

/** Reads facts into a search for matching rows: one for all evaluations of a table, one at a time. */
export class FactSearch {
  readonly search: MaskSearch;
  private readonly numbers: NumberPlace[] = [];
  private readonly texts: TextPlace[] = [];
  private readonly truths: TruthPlace[] = [];
  private readonly others: Place[] = [];
  private readonly places: Place[] = [];
  private readonly containers: Container[];
  /** By dimension, the hidden one of days left out: the sum of its columns' codes, and where that leads. */
  private readonly codes: Int32Array;
  private readonly offsets: Int32Array[];
  private readonly choice: RowChoice;
  /** The topmost row decides, and its masks have one block in four dimensions or less. */
  private readonly isPlain: boolean;

  constructor(compiled: CompiledTable) {
    const { columns, dimensions } = compiled;
    const { fields, containers } = fieldsOf(columns.map(({ input }) => input.path));
    this.containers = containers;
    for (const [index, column] of columns.entries()) {
      const field = fields[index] as FactField;
      this.add(placeOf(index, column, field, containers[field.container] as Container, dimensions));
    }
    this.offsets = dimensions.map(({ offsets }) => offsets);
    this.search = new MaskSearch(
      compiled,
      dimensions.map(({ blocks }) => blocks),
    );
    this.choice = rowChoiceOf(compiled);
    const { blocks, blockCount, keepsValues } = this.search;
    this.isPlain =
      this.choice === null && blocks.length === 4 && blockCount === 1 && !keepsValues && compiled.days === null;
    while (this.isPlain && this.offsets.length < 4) this.offsets.push(new Int32Array(1));
    this.codes = new Int32Array(this.offsets.length);
  }

  private add(place: Place): void {
    const { column, stride } = place;
    const { line, names } = column;
    this.places.push(place);
    if (column.input.type === 'number' && line !== null) this.numbers.push({ ...place, line });
    else if (column.input.type === 'string' && names !== null) {
      this.texts.push({ ...place, names: new NameCodes(names) });
    } else if (column.input.type === 'boolean' && names !== null) {
      const [whenTrue, whenFalse] = [(names.get(true) ?? 0) * stride, (names.get(false) ?? 0) * stride];
      this.truths.push({ ...place, whenTrue, whenFalse });
    } else this.others.push(place);
  }

  /**
   * The deciding row.
   * @param day `YYYY-MM-DD`
   */
  decidingRow(facts: JsonObject, day: string | undefined): number {
    if (this.isPlain) return this.readCodes(facts) ? this.firstRow() : valueRefused;
    if (!this.read(facts, day)) return valueRefused;
    return this.choice === null ? this.search.nextRow(0) : this.choice(this.search);
  }

  /**
   * Reads all inputs and looks their masks up, for `search`.
   * @param day `YYYY-MM-DD`
   * @returns false when a value is of a wrong type or may not occur
   */
  read(facts: JsonObject, day: string | undefined): boolean {
    if (!this.readCodes(facts)) return false;
    const { codes, offsets, search } = this;
    for (let at = 0; at < offsets.length; at++) {
      if (!search.look(at, offsets[at] as Int32Array, codes[at] as number)) return false;
    }
    if (search.keepsValues) this.keepValues();
    search.setDay(offsets.length, day);
    return true;
  }

  /** Adds up the codes of all inputs; false when a value is of a wrong type. */
  private readCodes(facts: JsonObject): boolean {
    const { numbers, texts, truths, others, codes } = this;
    openContainers(this.containers, facts);
    for (let at = 0; at < codes.length; at++) codes[at] = 0;
    // Kind by kind, so that the processor foresees which way each value goes.
    for (let at = 0; at < numbers.length; at++) {
      const place = numbers[at] as NumberPlace;
      const value = readField(place.field, place.container);
      let code = place.absent;
      // The difference is NaN for NaN and the infinities.
      if (typeof value === 'number' && value - value === 0) {
        // What `stretchOf` does, written out: a call would wrap the number in an object.
        const { line } = place;
        const { starts } = line;
        const lastBucket = starts.length - 2;
        const near = (value - line.min) * line.scale;
        const bucket = near >= lastBucket ? lastBucket : near > 0 ? near | 0 : 0;
        let stretch = starts[bucket] as number;
        if (stretch >= 0) stretch += Number((line.padded[stretch] as number) <= value) | 0;
        else stretch = stretchFrom(line, bucket, value);
        code = stretch * place.stride;
      } else if (value !== undefined && value !== null) return false;
      codes[place.dimension] = (codes[place.dimension] as number) + code;
    }
    for (let at = 0; at < texts.length; at++) {
      const place = texts[at] as TextPlace;
      const value = readField(place.field, place.container);
      let code = place.absent;
      if (typeof value === 'string') code = place.names.codeOf(value) * place.stride;
      else if (value !== undefined && value !== null) return false;
      codes[place.dimension] = (codes[place.dimension] as number) + code;
    }
    for (let at = 0; at < truths.length; at++) {
      const place = truths[at] as TruthPlace;
      const value = readField(place.field, place.container);
      let code = place.absent;
      if (value === true) code = place.whenTrue;
      else if (value === false) code = place.whenFalse;
      else if (value !== undefined && value !== null) return false;
      codes[place.dimension] = (codes[place.dimension] as number) + code;
    }
    for (let at = 0; at < others.length; at++) {
      const place = others[at] as Place;
      const value = readField(place.field, place.container);
      let code = place.absent;
      if (value !== undefined && value !== null) {
        const own = codeOfOther(place.column, value);
        if (own < 0) return false;
        code = own * place.stride;
      }
      codes[place.dimension] = (codes[place.dimension] as number) + code;
    }
    return true;
  }

  /** The topmost row of a plain table: straight from the codes. */
  private firstRow(): number {
    const { codes, offsets } = this;
    const { blocks } = this.search;
    const p0 = (offsets[0] as Int32Array)[codes[0] as number] as number;
    const p1 = (offsets[1] as Int32Array)[codes[1] as number] as number;
    const p2 = (offsets[2] as Int32Array)[codes[2] as number] as number;
    const p3 = (offsets[3] as Int32Array)[codes[3] as number] as number;
    if ((p0 | p1 | p2 | p3) < 0) return valueRefused;
    return firstRowIn(
      blocks[0] as Int32Array,
      p0,
      blocks[1] as Int32Array,
      p1,
      blocks[2] as Int32Array,
      p2,
      blocks[3] as Int32Array,
      p3,
    );
  }

  private keepValues(): void {
    for (const { index, field, container } of this.places) {
      this.search.values[index] = readField(field, container) ?? null;
    }
  }
}

/** The code of a value of a column of dates and the like, or of lists; below 0 when it is of a wrong type or may not occur. */
function codeOfOther(column: CompiledColumn, value: JsonValue): number {
  if (column.lists === null) return codeOf(column, value);
  return column.lists.read(value) === true ? 1 : -1;
}

function placeOf(
  index: number,
  column: CompiledColumn,
  field: FactField,
  container: Container,
  dimensions: readonly Dimension[],
): Place {
  const dimension = dimensions.findIndex(({ columns }) => columns.includes(index));
  const owner = dimensions[dimension];
  const stride = owner?.strides[owner.columns.indexOf(index)] ?? 0;
  return { index, field, container, column, dimension, stride, absent: (column.codeCount - 1) * stride };
}
