import {
  blockingKeysOf,
  identityFields,
  normalizeRecord,
  type IdentityField,
  type IdentityKind,
  type IdentityModel,
  type MatchRecord,
} from '../../../engine/index.ts';
import type { RecordContent } from './identity.rows.ts';

/** A record as it came and as it is compared. */
export function contentOf(record: MatchRecord, region: string | undefined): RecordContent {
  const { id, source, updatedAt = null, values } = record;
  const compared: Partial<Record<IdentityField, string>> = {};
  for (const field of identityFields) {
    const value = values[field];
    if (value !== undefined && value !== '') compared[field] = value;
  }
  const normalized = normalizeRecord({ id, values: compared }, region === undefined ? {} : { region });
  return { id, source, updatedAt, values, normalized: normalized.values, setAside: normalized.setAside };
}

/** What the system's own id of a record is found by. */
export function recordLookup(
  lookupOf: (text: string) => string,
  kind: IdentityKind,
  { source, id }: Pick<MatchRecord, 'source' | 'id'>,
): string {
  return lookupOf(JSON.stringify(['identity-record', kind, source, id]));
}

/** A key by which records of one customer may find each other, and the rule that it comes from. */
export interface RecordKey {
  /** Keyed hash: a whole number below 2^53. */
  key: number;
  rule: string;
}

/**
 * The first 52 bits, which a number holds exactly. Keys that meet by chance (of a million records with thirty keys each a handful)
 * cost a comparison that says "different".
 */
const keyDigits = 13;

/** All keys of a record: one for each blocking rule of which it has every part. */
export function keysOf(
  lookupOf: (text: string) => string,
  model: IdentityModel,
  content: Pick<RecordContent, 'normalized'>,
): RecordKey[] {
  return blockingKeysOf(model, { values: content.normalized }).map((text) => ({
    key: Number.parseInt(lookupOf(JSON.stringify(['identity-key', model.kind, text])).slice(0, keyDigits), 16),
    rule: text.slice(0, text.indexOf('|')),
  }));
}
