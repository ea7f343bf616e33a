import type { ClaimFacts, SourceRecord, SurvivorshipRule } from '../model/golden-record.ts';
import { permissionOf } from './permission-fields.ts';
import { rankByTable } from './rank-by-table.ts';

/** What one record says of one field. */
export interface Claim {
  record: SourceRecord;
  value: string;
  /** Equal for values that say the same. */
  key: string;
}

/**
 * Puts claims in order, the one that survives first. Ties go to the latest record, then to what most records say, to the
 * longest value, to the alphabetically first, and to the lowest record id, so that the order of records never matters.
 * @param field name, which tells what `yes` means in a field of permissions
 */
export function orderClaims(field: string, claims: readonly Claim[], rule: SurvivorshipRule): Claim[] {
  const counts = new Map<string, number>();
  for (const { key } of claims) counts.set(key, (counts.get(key) ?? 0) + 1);
  const count = ({ key }: Claim): number => counts.get(key) ?? 0;
  const latest = Math.max(...claims.map(({ record }) => momentOf(record)));
  const placed = claims.map((claim) => {
    const seen = { field, records: count(claim), latest: momentOf(claim.record) === latest };
    return { claim, place: placeBy(claim, rule, seen) };
  });
  placed.sort(
    (one, other) =>
      one.place - other.place ||
      momentOf(other.claim.record) - momentOf(one.claim.record) ||
      count(other.claim) - count(one.claim) ||
      lengthOf(other.claim) - lengthOf(one.claim) ||
      compareTexts(one.claim.value, other.claim.value) ||
      compareTexts(one.claim.record.id, other.claim.record.id),
  );
  return placed.map(({ claim }) => claim);
}

/** The lower, the more wanted. */
function placeBy(claim: Claim, rule: SurvivorshipRule, seen: Pick<ClaimFacts, 'field' | 'records' | 'latest'>): number {
  switch (rule.by) {
    case 'most-recent':
      return 0;
    case 'most-frequent':
      return -seen.records;
    case 'longest':
      return -lengthOf(claim);
    case 'most-trusted':
      return placeIn(rule.sources, claim.record.source ?? '');
    case 'conservative':
      return rule.order.length === 0 ? permissionOf(seen.field, claim.value) : placeIn(rule.order, claim.value);
    case 'table':
      return rankByTable(rule.table, { ...seen, value: claim.value, ...originOf(claim.record) });
  }
}

function originOf({ source, updatedAt }: SourceRecord): Pick<ClaimFacts, 'source' | 'updatedOn'> {
  const isMoment = updatedAt !== undefined && isoMoment.test(updatedAt);
  return { source: source ?? null, updatedOn: isMoment ? updatedAt.slice(0, 10) : null };
}

/** What the list does not name comes after all that it names. */
function placeIn(list: readonly string[], text: string): number {
  const wanted = text.trim().toLowerCase();
  const place = list.findIndex((entry) => entry.trim().toLowerCase() === wanted);
  return place === -1 ? list.length : place;
}

function lengthOf({ value }: Claim): number {
  return Array.from(value).length;
}

const isoMoment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Milliseconds; a moment without an offset is read as UTC, and what is no moment is older than all. */
function momentOf({ updatedAt }: SourceRecord): number {
  if (updatedAt === undefined || !isoMoment.test(updatedAt)) return -8.64e15;
  const zoned = updatedAt.includes('T') && !/(Z|[+-]\d{2}:?\d{2})$/.test(updatedAt) ? `${updatedAt}Z` : updatedAt;
  const moment = Date.parse(zoned);
  return Number.isNaN(moment) ? -8.64e15 : moment;
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
