import { PreparedRecordsBuilder, type IdentityField, type IdentityRecord } from '../../../../engine/index.ts';
import { countFlaw, type FlawCount } from './open-rows.ts';

/** What is read of a row. */
export interface RowPlan {
  idAt: number;
  /** -1: nothing is kept beside the records. */
  truthAt: number;
  /** Which cell holds which field. */
  fields: readonly (readonly [IdentityField, number])[];
  /** Of national phone numbers and ambiguous dates. */
  region: string | undefined;
}

/** What was read beside the records themselves. */
export interface RowsRead {
  truths: string[];
  /** Rows without an id, which are left out; the line is that of the record, from 1. */
  nameless: FlawCount;
  /** Those without an id included. */
  rows: number;
}

/** For records as a plan reads them. */
export function builderFor({ region }: RowPlan): PreparedRecordsBuilder {
  return new PreparedRecordsBuilder(region === undefined ? {} : { region });
}

/** Puts rows into columns. `onRead` is told how many records there are so far. */
export async function prepareRows(
  batches: AsyncIterable<readonly (readonly string[])[]>,
  { idAt, truthAt, fields }: RowPlan,
  builder: PreparedRecordsBuilder,
  onRead: (count: number) => void = () => undefined,
): Promise<RowsRead> {
  const read: RowsRead = { truths: [], nameless: { count: 0, firstLine: 0 }, rows: 0 };
  for await (const batch of batches) {
    for (const row of batch) {
      read.rows += 1;
      const id = row[idAt] ?? '';
      if (id === '') {
        countFlaw(read.nameless, read.rows);
        continue;
      }
      builder.add(id, valuesOf(row, fields));
      if (truthAt >= 0) read.truths.push(row[truthAt] ?? '');
    }
    onRead(builder.count);
  }
  return read;
}

function valuesOf(row: readonly string[], fields: RowPlan['fields']): IdentityRecord['values'] {
  const values: Partial<Record<IdentityField, string>> = {};
  for (const [field, at] of fields) {
    const text = row[at];
    if (text !== undefined && text !== '') values[field] = text;
  }
  return values;
}
