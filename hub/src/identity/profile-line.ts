import {
  displayName,
  customerRecord,
  type GoldenRecord,
  type SourceRecord,
  type Survivorship,
} from '../../../engine/index.ts';
import type { StoredLink, StoredProfile, StoredRecord } from './identity.rows.ts';
import { probabilityOfJoin } from './weakest-join.ts';

/** What a profile is looked for by. */
const searchedFields = ['given_name', 'family_name', 'full_name', 'company', 'email', 'phone', 'customer_number'];

/** chosen: a profile of hundreds of records is found by its first thousand words. */
const longestSearchText = 8_000;

/** The records of a profile as the golden record takes them. */
export function sourceRecords(records: readonly StoredRecord[]): SourceRecord[] {
  return records.map(({ id, content }) => ({
    id,
    source: content.source,
    ...(content.updatedAt !== null && { updatedAt: content.updatedAt }),
    values: content.values,
  }));
}

export function goldenOf(records: readonly StoredRecord[], survivorship: Survivorship): GoldenRecord {
  return customerRecord(sourceRecords(records), survivorship);
}

/** A profile with what a list shows of it, computed from its records. */
export function withRecords(
  profile: StoredProfile,
  records: readonly StoredRecord[],
  { links, survivorship, at }: { links: readonly StoredLink[]; survivorship: Survivorship; at: string },
): StoredProfile {
  const { values } = goldenOf(records, survivorship);
  const texts = Object.fromEntries(Object.entries(values).map(([field, { value }]) => [field, value]));
  return {
    ...profile,
    title: displayName(texts).slice(0, 200),
    searchText: searchTextOf(records),
    records: records.length,
    sources: [...new Set(records.map(({ content }) => content.source))].sort(),
    probability: probabilityOfJoin(
      records.map(({ id }) => id),
      links,
    ),
    changedAt: at,
    mergedInto: null,
  };
}

/** A profile whose records went elsewhere; what they were called goes with them. */
export function withoutRecords(profile: StoredProfile, mergedInto: string | null, at: string): StoredProfile {
  const nothing = { title: '', searchText: '', records: 0, sources: [], probability: 1 };
  return { ...profile, ...nothing, changedAt: at, mergedInto };
}

function searchTextOf(records: readonly StoredRecord[]): string {
  const texts = new Set<string>();
  for (const { content } of records) {
    texts.add(content.id);
    const { given_name: given, family_name: family } = content.values;
    if (given && family) texts.add(`${given} ${family}`);
    for (const field of searchedFields) {
      const raw = content.values[field];
      if (raw) texts.add(raw);
      const normalized = content.normalized[field as keyof typeof content.normalized];
      if (normalized) texts.add(normalized);
    }
  }
  return asSearched([...texts].join('\n')).slice(0, longestSearchText);
}

/** Small letters without accents, so that "Müller" is found as "muller". */
export function asSearched(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
}
