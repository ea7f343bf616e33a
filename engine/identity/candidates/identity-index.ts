import type { IdentityModel } from '../model/identity-model.ts';
import type { NormalizedRecord } from '../model/identity-record.ts';
import type { PreparedRecords } from '../model/prepared-records.ts';
import { keyName, keyPart } from '../prepare/key-part.ts';
import { TextNumbers } from '../prepare/text-numbers.ts';
import { keyColumns, type KeyColumn } from './key-columns.ts';

/** Known records, found by what one record has in common with them. */
export interface IdentityIndex {
  /**
   * The known records worth comparing with a record: those that agree with it on all keys of at least one rule.
   * @param record normalized as the known ones were
   * @returns `records`: indexes, ascending. `skipped`: how many more a rule found than the model's `maxBlockSize`, which agree with
   *   the record on no further key
   */
  near(record: Pick<NormalizedRecord, 'values'>): { records: Int32Array; skipped: number };
}

/** One key of the known records: who has which part. */
interface Postings {
  column: KeyColumn;
  numbers: TextNumbers;
  /** Records, part after part. */
  order: Int32Array;
  /** By part: where its records begin; one more at the end. */
  starts: Int32Array;
}

/** A key that the record at hand has in common with some known ones. */
interface FoundKey {
  postings: Postings;
  code: number;
  count: number;
}

/**
 * Readies known records so that one record can be looked up among 1,000,000 in about a millisecond.
 * @param model with its blocking rules
 * @param prepared the known records in columns
 * @returns an index of some 12 bytes per record and key; it stays as it is when the records grow
 * @example identityIndex(model, prepared).near(normalizeRecord(record)).records
 */
export function identityIndex(model: IdentityModel, prepared: PreparedRecords): IdentityIndex {
  const ofKey = new Map<string, Postings>();
  for (const column of keyColumns(model.blocking, prepared)) ofKey.set(column.name, postingsOf(column));
  // 1 where the record at hand has found a known one already.
  const isFound = new Uint8Array(prepared.count);
  return {
    near(record) {
      const keys = new Map<string, FoundKey>();
      for (const [name, postings] of ofKey) {
        const found = findKey(postings, record);
        if (found !== null) keys.set(name, found);
      }
      const records: number[] = [];
      let skipped = 0;
      for (const rule of model.blocking) {
        const found = rule.keys.map((key) => keys.get(keyName(key)) ?? null);
        if (found.length === 0 || !found.every((key) => key !== null)) continue;
        skipped += addRecords(found, [...keys.values()], model.guards.maxBlockSize, records, isFound);
      }
      for (const each of records) isFound[each] = 0;
      return { records: Int32Array.from(records).sort(), skipped };
    },
  };
}

function postingsOf(column: KeyColumn): Postings {
  const { codes, parts, counts } = column;
  const starts = new Int32Array(parts.length + 1);
  for (let code = 1; code < parts.length; code++) {
    starts[code + 1] = (starts[code] as number) + (counts[code] as number);
  }
  const next = starts.slice();
  const order = new Int32Array(starts[parts.length] as number);
  for (let record = 0; record < codes.length; record++) {
    const code = codes[record] as number;
    if (code !== 0) order[(next[code] as number)++] = record;
  }
  return { column, numbers: new TextNumbers(parts), order, starts };
}

function findKey(postings: Postings, { values }: Pick<NormalizedRecord, 'values'>): FoundKey | null {
  const { key, counts } = postings.column;
  const part = keyPart(key, values[key.feature] ?? '');
  const code = part === '' ? 0 : postings.numbers.numberOf(part);
  return code === 0 ? null : { postings, code, count: counts[code] as number };
}

/**
 * Adds those that agree on all keys.
 * @returns how many were left out because there were too many
 */
function addRecords(
  keys: readonly FoundKey[],
  all: readonly FoundKey[],
  limit: number,
  records: number[],
  isFound: Uint8Array,
): number {
  const [rarest, ...others] = keys.toSorted((one, other) => one.count - other.count) as [FoundKey, ...FoundKey[]];
  const { order, starts } = rarest.postings;
  const end = starts[rarest.code + 1] as number;
  const agreeing: number[] = [];
  for (let at = starts[rarest.code] as number; at < end; at++) {
    const record = order[at] as number;
    if (others.every(({ postings, code }) => postings.column.codes[record] === code)) agreeing.push(record);
  }
  const chosen = agreeing.length <= limit ? agreeing : withMostInCommon(agreeing, keys, all, limit);
  for (const record of chosen) {
    if (isFound[record] === 1) continue;
    isFound[record] = 1;
    records.push(record);
  }
  return agreeing.length - chosen.length;
}

/** The records of too large a block that agree on most further keys, at most as many as the limit. */
function withMostInCommon(
  records: readonly number[],
  keys: readonly FoundKey[],
  all: readonly FoundKey[],
  limit: number,
): number[] {
  const further = all.filter((key) => !keys.includes(key));
  const byCount: number[][] = Array.from({ length: further.length + 1 }, () => []);
  for (const record of records) {
    let agreed = 0;
    for (const { postings, code } of further) if (postings.column.codes[record] === code) agreed++;
    byCount[agreed]?.push(record);
  }
  return byCount.reverse().flat().slice(0, limit);
}
