import type { DecisionTable } from '../../decision/model.ts';
import type { IdentityField } from './identity-record.ts';

/** How the one value of a field is chosen among a customer's records. */
export type SurvivorshipRule =
  | { by: 'most-recent' }
  | { by: 'most-trusted'; sources: readonly string[] }
  | { by: 'most-frequent' }
  | { by: 'longest' }
  /** Values from the most wanted to the least: for preferences the conservative one first, such as `no`, `yes`. */
  | { by: 'conservative'; order: readonly string[] }
  /** A decision table ranks each value by its `ClaimFacts`: the least of its result `rank` holds. */
  | { by: 'table'; table: DecisionTable };

/** What a survivorship table may look at, one value at a time. */
export interface ClaimFacts {
  field: string;
  value: string;
  /** The system that says so; null where it is not known. */
  source: string | null;
  /** Day of the record's last change, `YYYY-MM-DD`; null where it is not known. */
  updatedOn: string | null;
  /** The record is the customer's latest one that says anything of the field. */
  latest: boolean;
  /** How many of the customer's records say the same. */
  records: number;
}

export interface Survivorship {
  /** For fields that `fields` does not name. */
  otherwise: SurvivorshipRule;
  /** By name: an identity field, or any further field of the records such as `marketing_consent`. */
  fields: Readonly<Record<string, SurvivorshipRule>>;
}

/** A record with all its fields, those that identify and others. */
export interface SourceRecord {
  id: string;
  source?: string;
  /** ISO 8601. */
  updatedAt?: string;
  values: Readonly<Record<string, string>>;
}

export interface GoldenValue {
  value: string;
  /** Id of the record that it comes from. */
  from: string;
  source?: string;
  rule: SurvivorshipRule['by'];
}

/** Records disagree on a field that one customer has once. */
export interface GoldenConflict {
  field: string;
  /** The different values with the records that say so; the chosen one first. */
  values: readonly { value: string; records: readonly string[] }[];
}

/** What is known of a customer, each value with its source. */
export interface GoldenRecord {
  values: Readonly<Partial<Record<IdentityField, GoldenValue>> & Record<string, GoldenValue>>;
  conflicts: readonly GoldenConflict[];
}
