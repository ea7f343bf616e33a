import { identityFields } from '../model/identity-record.ts';
import type {
  GoldenConflict,
  GoldenRecord,
  GoldenValue,
  SourceRecord,
  Survivorship,
  SurvivorshipRule,
} from '../model/golden-record.ts';
import { addressFields, claimsOfOneAddress, wholeAddresses } from './address-claims.ts';
import { orderClaims, type Claim } from './claims.ts';
import { defaultSurvivorship } from './default-survivorship.ts';
import { isPermissionField } from './permission-fields.ts';

export interface GoldenOptions {
  /** Equal texts for values that say the same. @default letter case and spaces do not count */
  keyOf?: (field: string, value: string) => string;
  /** Whether a value says anything; a placeholder such as test@test.com does not. @default all that is not blank */
  counts?: (field: string, value: string) => boolean;
}

/** Identity fields that a customer has once: two different values are a conflict. Names change, addresses and phones are several. */
const onceFields: ReadonlySet<string> = new Set(['birth_date', 'national_id']);

/**
 * Makes one record of a customer's records, each value with its source.
 *
 * The rule that `survivorship` names for a field decides. Of fields that say what a customer allows (consent, opt-in, do not
 * contact), if it names none, the answer that forbids wins. An address survives as a whole, by the rule of `otherwise`, unless
 * one of its fields has a rule of its own. Ties go to the latest record, then to what most say; the order of records never matters.
 * @param records of one customer; blank values say nothing
 * @returns identity fields first, then others by name; conflicts where records disagree on what a customer has once: birth date,
 *   national id, permissions, and fields with a conservative rule
 * @example goldenRecord(records).values.email // { value: 'ann@example.com', from: 'crm-7', source: 'crm', rule: 'most-recent' }
 */
export function goldenRecord(
  records: readonly SourceRecord[],
  survivorship: Survivorship = defaultSurvivorship,
  options: GoldenOptions = {},
): GoldenRecord {
  const all = claimsByField(records, options);
  const claims = new Map<string, readonly Claim[]>(all);
  if (!addressFields.some((field) => Object.hasOwn(survivorship.fields, field))) {
    const best = orderClaims('address', wholeAddresses(all), survivorship.otherwise)[0]?.record;
    if (best !== undefined) for (const [field, kept] of claimsOfOneAddress(all, best)) claims.set(field, kept);
  }
  const values: Record<string, GoldenValue> = {};
  const conflicts: GoldenConflict[] = [];
  for (const field of orderOfFields(all)) {
    const rule = ruleOf(field, survivorship);
    const ordered = orderClaims(field, claims.get(field) ?? [], rule);
    const first = ordered[0];
    if (first === undefined) continue;
    const { record, value } = first;
    setOwn(values, field, {
      value,
      from: record.id,
      ...(record.source === undefined ? {} : { source: record.source }),
      rule: rule.by,
    });
    const conflict = onceFields.has(field) || rule.by === 'conservative' ? conflictOf(field, ordered) : null;
    if (conflict !== null) conflicts.push(conflict);
  }
  return { values, conflicts };
}

/** An empty order stands for what is known of permissions in general. */
function ruleOf(field: string, { fields, otherwise }: Survivorship): SurvivorshipRule {
  const own = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (own !== undefined) return own;
  return isPermissionField(field) ? { by: 'conservative', order: [] } : otherwise;
}

function claimsByField(records: readonly SourceRecord[], options: GoldenOptions): Map<string, Claim[]> {
  const { keyOf = (_field, value) => plainKey(value), counts = () => true } = options;
  const claims = new Map<string, Claim[]>();
  for (const record of records) {
    for (const [field, raw] of Object.entries(record.values)) {
      const value = raw.trim();
      if (value === '' || !counts(field, value)) continue;
      const claim = { record, value, key: keyOf(field, value) };
      const others = claims.get(field);
      if (others === undefined) claims.set(field, [claim]);
      else others.push(claim);
    }
  }
  return claims;
}

function plainKey(value: string): string {
  return value.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ');
}

function orderOfFields(claims: ReadonlyMap<string, unknown>): string[] {
  const known: readonly string[] = identityFields;
  const others = [...claims.keys()].filter((field) => !known.includes(field)).sort();
  return [...known.filter((field) => claims.has(field)), ...others];
}

/** The different values in the order of claims, each in the form of its first claim. */
function conflictOf(field: string, ordered: readonly Claim[]): GoldenConflict | null {
  const byKey = new Map<string, { value: string; records: string[] }>();
  for (const { key, value, record } of ordered) {
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { value, records: [record.id] });
    else known.records.push(record.id);
  }
  if (byKey.size < 2) return null;
  for (const { records } of byKey.values()) records.sort();
  return { field, values: [...byKey.values()] };
}

/** A column may be called `__proto__`. */
function setOwn<T>(into: Record<string, T>, name: string, value: T): void {
  Object.defineProperty(into, name, { value, enumerable: true, writable: true, configurable: true });
}
