import {
  identityFields,
  keyName,
  keyPart,
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
  /** Keyed hash. */
  key: string;
  rule: string;
}

/** Of a key's hash; chosen: 96 bits, by which no two of a billion keys meet, in half of the room. */
const keyCharacters = 16;

/** All keys of a record: one for each blocking rule of which it has every part. */
export function keysOf(
  lookupOf: (text: string) => string,
  model: IdentityModel,
  content: Pick<RecordContent, 'normalized'>,
): RecordKey[] {
  const keys: RecordKey[] = [];
  for (const rule of model.blocking) {
    const parts = rule.keys.map((key) => [keyName(key), keyPart(key, content.normalized[key.feature] ?? '')]);
    if (parts.some(([, part]) => part === '')) continue;
    const text = JSON.stringify(['identity-key', model.kind, ...parts]);
    keys.push({ key: Buffer.from(lookupOf(text), 'hex').toString('base64url').slice(0, keyCharacters), rule: rule.id });
  }
  return keys;
}
