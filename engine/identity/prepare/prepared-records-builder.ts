import { normalizeRecord } from '../fields/normalize-record.ts';
import {
  identityFeatures,
  type IdentityFeature,
  type IdentityRecord,
  type NormalizedRecord,
  type NormalizeOptions,
} from '../model/identity-record.ts';
import type { PreparedColumn, PreparedRecords } from '../model/prepared-records.ts';
import { ColumnBuilder } from './column-builder.ts';
import { rememberedNormalize } from './remembered-normalize.ts';

type SetAsideCount = {
  -readonly [Key in keyof PreparedRecords['setAside'][number]]: PreparedRecords['setAside'][number][Key];
};

/**
 * Puts records into columns one by one, as they are read, so that none needs to stay in memory.
 * @example
 * const builder = new PreparedRecordsBuilder({ region: 'DE' });
 * for await (const row of rows) builder.add(row.id, row.values);
 * const prepared = builder.finish();
 */
export class PreparedRecordsBuilder {
  readonly #options: NormalizeOptions | undefined;
  readonly #normalize = rememberedNormalize();
  readonly #ids: string[] = [];
  readonly #columns = new Map<IdentityFeature, ColumnBuilder>();
  readonly #setAside = new Map<string, SetAsideCount>();

  constructor(options?: NormalizeOptions) {
    this.#options = options;
  }

  /** Records added so far. */
  get count(): number {
    return this.#ids.length;
  }

  /**
   * Normalizes a record and adds it.
   * @param id kept as it is, whether another record has it or not
   * @param values texts as they came, by field
   */
  add(id: string, values: IdentityRecord['values']): void {
    this.addNormalized(normalizeRecord({ id, values }, this.#options, this.#normalize));
  }

  /** Adds a record that is normalized already. */
  addNormalized({ id, values, setAside }: NormalizedRecord): void {
    const record = this.#ids.length;
    this.#ids.push(ownText(id));
    for (const name in values) {
      const feature = name as IdentityFeature;
      const value = values[feature];
      if (value === undefined || value === '') continue;
      const column = this.#columnOf(feature);
      column.set(record, column.codeOf(value));
    }
    for (const { field, reason } of setAside) this.#countSetAside(field, reason, 1);
  }

  /**
   * Adds records that were put into columns elsewhere, such as by another thread, as if each had been added here.
   * @param part prepared with the same options; not needed afterwards
   * @example
   * for (const part of parts) builder.addPrepared(part); // the same as all records at once, wherever they were parted
   */
  addPrepared({ ids, columns, setAside }: PreparedRecords): void {
    const from = this.#ids.length;
    for (const id of ids) this.#ids.push(id);
    for (const [feature, column] of columns) this.#columnOf(feature).append(from, column);
    for (const { field, reason, count } of setAside) this.#countSetAside(field, reason, count);
  }

  /** Closes the columns; the builder is of no use afterwards. */
  finish(): PreparedRecords {
    const columns = new Map<IdentityFeature, PreparedColumn>();
    for (const feature of identityFeatures) {
      const column = this.#columns.get(feature);
      if (column !== undefined) columns.set(feature, column.finish(this.#ids.length));
      this.#columns.delete(feature);
    }
    return { count: this.#ids.length, ids: this.#ids, columns, setAside: [...this.#setAside.values()] };
  }

  #columnOf(feature: IdentityFeature): ColumnBuilder {
    let column = this.#columns.get(feature);
    if (column === undefined) this.#columns.set(feature, (column = new ColumnBuilder()));
    return column;
  }

  #countSetAside(field: SetAsideCount['field'], reason: SetAsideCount['reason'], count: number): void {
    const name = `${field} ${reason}`;
    const known = this.#setAside.get(name);
    if (known === undefined) this.#setAside.set(name, { field, reason, count });
    else known.count += count;
  }
}

/**
 * Puts records into columns.
 * @param records as they came; none need be kept afterwards
 * @param options how national numbers and ambiguous dates are read
 * @returns each value once per feature, in the order in which records have it first
 * @example prepareRecords([{ id: '1', values: { email: 'Ada@Example.com' } }]).columns.get('email')?.values // ['', 'ada@example.com']
 */
export function prepareRecords(records: readonly IdentityRecord[], options?: NormalizeOptions): PreparedRecords {
  const builder = new PreparedRecordsBuilder(options);
  for (const { id, values } of records) builder.add(id, values);
  return builder.finish();
}

/**
 * The same of records that are normalized already.
 * @example prepareNormalized([normalizeRecord(one), normalizeRecord(other)]).count // 2
 */
export function prepareNormalized(records: readonly NormalizedRecord[]): PreparedRecords {
  const builder = new PreparedRecordsBuilder();
  for (const record of records) builder.addNormalized(record);
  return builder.finish();
}

/** A text that was cut out of a longer one would keep all of that, such as a whole file, in memory. */
function ownText(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
