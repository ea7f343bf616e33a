import type { IdentityFeature, NormalizedRecord, PreparedRecords } from '../../../../engine/index.ts';

/** A record out of its columns. */
export function normalizedAt({ ids, columns }: PreparedRecords, record: number): NormalizedRecord {
  const values: Partial<Record<IdentityFeature, string>> = {};
  for (const [feature, { codes, values: texts }] of columns) {
    const text = texts[codes[record] ?? 0];
    if (text !== undefined && text !== '') values[feature] = text;
  }
  return { id: ids[record] ?? '', values, setAside: [] };
}
