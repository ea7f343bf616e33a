import type { JsonObject, JsonValue } from '../../json.ts';
import { codeOf, type CompiledColumn } from './compile-column.ts';
import type { Dimension } from './compile-dimensions.ts';
import type { CompiledTable } from './compile-table.ts';
import { fieldsOf, openContainers, readField, type Container, type FactField } from './fact-fields.ts';
import { MaskSearch } from './mask-search.ts';
import { stretchOf, type NumberLine } from './number-line.ts';

/** A column, and what its code counts in which dimension. */
interface Place {
  index: number;
  field: FactField;
  column: CompiledColumn;
  line: NumberLine;
  names: Map<string | boolean, number>;
  /** The names by code, for a column of few. */
  few: string[] | null;
  trueCode: number;
  falseCode: number;
  absentCode: number;
  dimension: number;
  stride: number;
}

/** Names that are compared one by one. chosen: 8, because up to about so many that is faster than a Map. */
const fewNames = 8;

const noLine: NumberLine = {
  cuts: new Float64Array(0),
  padded: new Float64Array(1),
  starts: new Int32Array(2),
  min: 0,
  scale: 0,
};
const noNames = new Map<string | boolean, number>();

/** Reads facts into a search for matching rows: one for all evaluations of a table, one at a time. */
export class FactSearch {
  private readonly places: Place[];
  private readonly numbers: Place[];
  private readonly texts: Place[];
  private readonly truths: Place[];
  private readonly others: Place[];
  /** By dimension, the hidden one of days left out: the sum of its columns' codes, and where that leads. */
  private readonly codes: Int32Array;
  private readonly offsets: Int32Array[];
  private readonly containers: Container[];
  readonly search: MaskSearch;

  constructor(compiled: CompiledTable) {
    const { columns, dimensions } = compiled;
    const { fields, containers } = fieldsOf(columns.map(({ input }) => input.path));
    this.containers = containers;
    this.places = columns.map((column, index) => placeOf(column, fields[index] as FactField, dimensions));
    this.numbers = this.places.filter(({ column }) => column.input.type === 'number');
    this.texts = this.places.filter(({ column }) => column.input.type === 'string');
    this.truths = this.places.filter(({ column }) => column.input.type === 'boolean');
    const known = new Set([...this.numbers, ...this.texts, ...this.truths]);
    this.others = this.places.filter((place) => !known.has(place));
    this.codes = new Int32Array(dimensions.length);
    this.offsets = dimensions.map((dimension) => dimension.offsets);
    this.search = new MaskSearch(
      compiled,
      dimensions.map(({ blocks }) => blocks),
    );
  }

  /**
   * Reads all inputs and looks their masks up.
   * @param day `YYYY-MM-DD`
   * @returns false when a value is of a wrong type or may not occur
   */
  read(facts: JsonObject, day: string | undefined): boolean {
    const { numbers, texts, truths, others, offsets, codes, containers, search } = this;
    openContainers(containers, facts);
    for (let at = 0; at < codes.length; at++) codes[at] = 0;
    // Kind by kind, so that the processor foresees which way each value goes.
    for (let at = 0; at < numbers.length; at++) {
      const place = numbers[at] as Place;
      const value = readField(place.field, containers[place.field.container] as Container);
      let code = place.absentCode;
      // The difference is NaN for NaN and the infinities.
      if (typeof value === 'number' && value - value === 0) code = stretchOf(place.line, value);
      else if (value !== undefined && value !== null) return false;
      codes[place.dimension] = (codes[place.dimension] as number) + code * place.stride;
    }
    for (let at = 0; at < texts.length; at++) {
      const place = texts[at] as Place;
      const value = readField(place.field, containers[place.field.container] as Container);
      let code = place.absentCode;
      if (typeof value === 'string')
        code = place.few === null ? (place.names.get(value) ?? 0) : codeOfFew(place.few, value);
      else if (value !== undefined && value !== null) return false;
      codes[place.dimension] = (codes[place.dimension] as number) + code * place.stride;
    }
    for (let at = 0; at < truths.length; at++) {
      const place = truths[at] as Place;
      const value = readField(place.field, containers[place.field.container] as Container);
      let code = place.absentCode;
      if (value === true) code = place.trueCode;
      else if (value === false) code = place.falseCode;
      else if (value !== undefined && value !== null) return false;
      codes[place.dimension] = (codes[place.dimension] as number) + code * place.stride;
    }
    for (let at = 0; at < others.length; at++) {
      const place = others[at] as Place;
      const value = readField(place.field, containers[place.field.container] as Container);
      const code = value === undefined || value === null ? place.absentCode : codeOfOther(place.column, value);
      if (code < 0) return false;
      codes[place.dimension] = (codes[place.dimension] as number) + code * place.stride;
    }
    for (let at = 0; at < offsets.length; at++) {
      if (!search.look(at, offsets[at] as Int32Array, codes[at] as number)) return false;
    }
    if (search.keepsValues) this.keepValues();
    search.setDay(offsets.length, day);
    return true;
  }

  private keepValues(): void {
    for (const { index, field } of this.places) {
      this.search.values[index] = readField(field, this.containers[field.container] as Container) ?? null;
    }
  }
}

function codeOfFew(names: readonly string[], value: string): number {
  for (let code = 1; code < names.length; code++) if (names[code] === value) return code;
  return 0;
}

/** The code of a value of a column that holds neither numbers nor texts; below 0 when it is of a wrong type or may not occur. */
function codeOfOther(column: CompiledColumn, value: JsonValue): number {
  if (column.lists === null) return codeOf(column, value);
  return column.lists.read(value) === true ? 1 : -1;
}

function placeOf(column: CompiledColumn, field: FactField, dimensions: readonly Dimension[]): Place {
  const dimension = dimensions.findIndex(({ columns }) => columns.includes(field.index));
  const owner = dimensions[dimension];
  const names = [...(column.names?.keys() ?? [])];
  return {
    index: field.index,
    field,
    column,
    line: column.line ?? noLine,
    names: column.names ?? noNames,
    few: names.length > fewNames ? null : ['', ...names.map(String)],
    trueCode: column.names?.get(true) ?? 0,
    falseCode: column.names?.get(false) ?? 0,
    absentCode: column.codeCount - 1,
    dimension,
    stride: owner?.strides[owner.columns.indexOf(field.index)] ?? 0,
  };
}
