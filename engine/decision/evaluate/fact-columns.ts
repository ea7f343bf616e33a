import type { JsonObject, JsonValue } from '../../json.ts';
import { isOrderedType, offsetOf, ordinalOf, textOfOrdinal, type OrderedType } from '../cell/ordinal.ts';
import { hasType } from '../cell/match-test.ts';
import type { DecisionTable, TableInput } from '../model.ts';
import { fieldsOf, openContainers, readField, type Container, type FactField } from './fact-fields.ts';

/** In ordered columns: NaN is absent, Infinity a value of a wrong type; in coded ones these codes. */
export const absentCode = 0;
export const wrongTypeCode = 1;

/**
 * One input of many facts.
 *
 * Ordered values stand as figures of `ordinalOf`; all others as codes, the values of which stand once in `values`. A fact
 * takes 8 bytes in an ordered column, 4 in a coded one.
 */
export type FactColumn =
  | {
      kind: 'ordered';
      type: OrderedType;
      figures: Float64Array;
      /** For times: 1 for a value without an offset from UTC, 2 for one with; null for other types. */
      offsets: Uint8Array | null;
    }
  | { kind: 'coded'; codes: Int32Array; values: JsonValue[] };

/** Many facts, column by column, for a table and every table with the same inputs. */
export interface FactColumns {
  /** How many facts. */
  count: number;
  /** What they were read for: ids, paths and types have to be those of the table that is evaluated. */
  inputs: readonly TableInput[];
  /** One per input, in order. */
  columns: readonly FactColumn[];
}

/**
 * Reads facts into columns, once; evaluations then run at memory speed.
 * @param table whose inputs are read, each at its path
 * @param facts one object after the other; an iterator of a file may give a million
 * @example evaluateColumns(compiled, factColumns(table, [{ amount: 12 }, { amount: 4000 }]))
 */
export function factColumns(table: DecisionTable, facts: Iterable<JsonObject>): FactColumns {
  const builder = new FactColumnsBuilder(table.inputs);
  for (const each of facts) builder.add(each);
  return builder.finish();
}

/** Takes facts one at a time, for callers that read them in batches. */
export class FactColumnsBuilder {
  private readonly inputs: readonly TableInput[];
  private readonly fields: FactField[];
  private readonly containers: Container[];
  private readonly writers: ColumnWriter[];
  private count = 0;
  private capacity = 1024;

  constructor(inputs: readonly TableInput[]) {
    this.inputs = inputs;
    const { fields, containers } = fieldsOf(inputs.map(({ path }) => path));
    this.fields = fields;
    this.containers = containers;
    this.writers = inputs.map(({ type }) =>
      isOrderedType(type) ? new OrderedWriter(type, this.capacity) : new CodedWriter(type, this.capacity),
    );
  }

  add(facts: JsonObject): void {
    openContainers(this.containers, facts);
    this.grow();
    for (let index = 0; index < this.writers.length; index++) {
      const field = this.fields[index] as FactField;
      const value = readField(field, this.containers[field.container] as Container) ?? null;
      (this.writers[index] as ColumnWriter).write(this.count, value);
    }
    this.count++;
  }

  /** Takes the values of one fact, one per input, for callers that read facts in their own way. */
  addValues(values: readonly JsonValue[]): void {
    this.grow();
    for (let index = 0; index < this.writers.length; index++) {
      (this.writers[index] as ColumnWriter).write(this.count, values[index] ?? null);
    }
    this.count++;
  }

  finish(): FactColumns {
    const { count, inputs } = this;
    return { count, inputs, columns: this.writers.map((writer) => writer.finish(count)) };
  }

  private grow(): void {
    if (this.count < this.capacity) return;
    this.capacity *= 2;
    for (const writer of this.writers) writer.grow(this.capacity);
  }
}

interface ColumnWriter {
  write(at: number, value: JsonValue): void;
  grow(capacity: number): void;
  finish(count: number): FactColumn;
}

class OrderedWriter implements ColumnWriter {
  private readonly type: OrderedType;
  private figures: Float64Array;
  private offsets: Uint8Array | null;

  constructor(type: OrderedType, capacity: number) {
    this.type = type;
    this.figures = new Float64Array(capacity);
    this.offsets = type === 'time' || type === 'date-time' ? new Uint8Array(capacity) : null;
  }

  write(at: number, value: JsonValue): void {
    this.figures[at] = value === null ? NaN : (ordinalOf(value, this.type) ?? Infinity);
    if (this.offsets === null) return;
    const offset = offsetOf(value, this.type);
    this.offsets[at] = offset === null ? 0 : offset === 'local' ? 1 : 2;
  }

  grow(capacity: number): void {
    this.figures = grown(this.figures, new Float64Array(capacity));
    if (this.offsets !== null) this.offsets = grown(this.offsets, new Uint8Array(capacity));
  }

  finish(count: number): FactColumn {
    const offsets = this.offsets === null ? null : this.offsets.slice(0, count);
    return { kind: 'ordered', type: this.type, figures: this.figures.slice(0, count), offsets };
  }
}

class CodedWriter implements ColumnWriter {
  private readonly type: TableInput['type'];
  private codes: Int32Array;
  private readonly values: JsonValue[] = [null, null];
  private readonly known = new Map<JsonValue, number>();

  constructor(type: TableInput['type'], capacity: number) {
    this.type = type;
    this.codes = new Int32Array(capacity);
  }

  write(at: number, value: JsonValue): void {
    this.codes[at] = value === null ? absentCode : hasType(value, this.type) ? this.codeOf(value) : wrongTypeCode;
  }

  private codeOf(value: JsonValue): number {
    const key = typeof value === 'object' ? JSON.stringify(value) : value;
    let code = this.known.get(key);
    if (code === undefined) {
      code = this.values.length;
      this.known.set(key, code);
      this.values.push(value);
    }
    return code;
  }

  grow(capacity: number): void {
    this.codes = grown(this.codes, new Int32Array(capacity));
  }

  finish(count: number): FactColumn {
    return { kind: 'coded', codes: this.codes.slice(0, count), values: this.values };
  }
}

function grown<Numbers extends Float64Array | Int32Array | Uint8Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

/** The value of a fact, null for absent or of a wrong type; a date or time in its canonical spelling. */
export function valueAt(column: FactColumn, fact: number): JsonValue {
  if (column.kind === 'coded') return column.values[column.codes[fact] as number] ?? null;
  const figure = column.figures[fact] as number;
  if (figure - figure !== 0) return null;
  return textOfOrdinal(figure, column.type, column.offsets?.[fact] === 2 ? 'offset' : 'local');
}
