import { identityFeatures, type IdentityFeature, type NormalizedRecord } from '../model/identity-record.ts';
import type { PreparedColumn, PreparedRecords } from '../model/prepared-records.ts';
import { ColumnBuilder } from './column-builder.ts';

/**
 * Puts records that are normalized already into columns.
 * @param records ids differ
 * @returns the same as `prepareRecords` of what they were normalized from
 * @example prepareNormalized([normalizeRecord(one), normalizeRecord(other)]).columns.get('email')?.values
 */
export function prepareNormalized(records: readonly NormalizedRecord[]): PreparedRecords {
  const builders = new Map<IdentityFeature, ColumnBuilder>();
  const setAside = new Map<
    string,
    {
      field: PreparedRecords['setAside'][number]['field'];
      reason: PreparedRecords['setAside'][number]['reason'];
      count: number;
    }
  >();
  for (const [index, record] of records.entries()) {
    for (const feature of identityFeatures) {
      const value = record.values[feature];
      if (value === undefined || value === '') continue;
      let builder = builders.get(feature);
      if (builder === undefined) builders.set(feature, (builder = new ColumnBuilder()));
      builder.set(index, builder.codeOf(value));
    }
    for (const { field, reason } of record.setAside) {
      const known = setAside.get(`${field} ${reason}`);
      if (known === undefined) setAside.set(`${field} ${reason}`, { field, reason, count: 1 });
      else known.count++;
    }
  }
  const columns = new Map<IdentityFeature, PreparedColumn>();
  for (const [feature, builder] of builders) columns.set(feature, builder.finish(records.length));
  return { count: records.length, ids: records.map(({ id }) => id), columns, setAside: [...setAside.values()] };
}
