import type { IdentityFeature } from './identity-record.ts';

/** Whom a model recognizes. */
export type IdentityKind = 'person' | 'company';

/**
 * How a customer is recognized: a Fellegi–Sunter model as one JSON document.
 *
 * Two records are compared by several comparisons. Each finds one level of agreement, with the probability `m` of seeing that
 * level for records of one customer, and `u` for records of two. The weight of a level is log2(m / u) bits; a comparison
 * with a missing value weighs nothing. The sum, with the prior, gives the probability that both are one customer.
 */
export interface IdentityModel {
  schemaVersion: 1;
  id: string;
  name: string;
  kind: IdentityKind;
  /** Grows with every training. */
  version: string;
  comparisons: readonly IdentityComparison[];
  /** What people share who are not one customer, such as a household. */
  shared?: readonly SharedEvidence[];
  /** Pairs that agree on all keys of at least one rule are compared. */
  blocking: readonly BlockingRule[];
  /** Further rules for data of moderate size, too wide for a million records: `planCandidates` says up to how many. */
  wideBlocking?: readonly BlockingRule[];
  /** The probability that two records drawn at random are one customer, where the data at hand does not tell. */
  priorMatch: number;
  zones: Zones;
  guards: IdentityGuards;
  /** How often values occur in the data that trained it, by feature; agreement on a rare value weighs more. */
  termFrequencies?: Readonly<Partial<Record<IdentityFeature, TermFrequencies>>>;
  provenance: ModelProvenance;
}

export interface IdentityComparison {
  /** Unique in the model, kebab-case. */
  id: string;
  comparator: ComparatorId;
  /** What it looks at, in the order that the comparator expects. */
  features: readonly IdentityFeature[];
  /**
   * Ids of comparisons that stand before this one: it takes part only where none of them could compare, because a value was
   * missing. So the family name alone is compared where there is no given name, and no evidence counts twice.
   */
  insteadOf?: readonly string[];
  /** Best first; the last is `differs` and catches all. */
  levels: readonly ComparisonLevel[];
}

export const comparatorIds = [
  /** Given and family name together: equal, swapped, nicknames, initials, spelling. */
  'person-name',
  /** One name or word by spelling. */
  'text',
  /** Legal form apart. */
  'company',
  'birth-date',
  'email',
  /** The domain counts, unless it is a provider's. */
  'company-email',
  'phone',
  /** House number and street. */
  'street',
  /** Postcode and city together: the one nearly gives the other. */
  'place',
  'postcode',
  /** Equal or not. */
  'exact',
] as const;
export type ComparatorId = (typeof comparatorIds)[number];

export interface ComparisonLevel {
  /** Known to the comparator: what makes the level. */
  id: string;
  /** Probabilities above 0 and below 1; the `m`, and the `u`, of a comparison add up to 1. */
  m: number;
  u: number;
  /** The least similarity, 0 to 1, for levels that have one. */
  atLeast?: number;
  /** The weight depends on how rare the agreeing values are: the values of these features. */
  termFrequencyOf?: readonly IdentityFeature[];
}

/**
 * Evidence that people of one household share, or colleagues. The weights of a model hold for strangers, among whom agreement on an
 * address is rare; between a sister and a brother it is not. So where the names say that there are two, contact details that
 * agree count for little, unless the birth date agrees as well.
 */
export interface SharedEvidence {
  /** Id of the comparison, and those of its levels, that say that there are two. */
  comparison: string;
  levels: readonly string[];
  /** Ids of the comparisons whose agreement then says little. */
  of: readonly string[];
  /** Evidence for, in bits, that they have together at most. */
  atMostBits: number;
  /** Unless this comparison found one of these levels, which says that it is one all the same. */
  unless?: { comparison: string; levels: readonly string[] };
}

export interface BlockingRule {
  id: string;
  /** Both records must have all, and agree on all. */
  keys: readonly BlockingKey[];
}

export interface BlockingKey {
  feature: IdentityFeature;
  /** What of the value. `sound`: how it is said; `start`: the first `length` characters; `year`, `day-month`: of a date; `domain`, `local`: of an e-mail; `end`: the last `length`. */
  take: 'whole' | 'sound' | 'start' | 'end' | 'year' | 'day-month' | 'local' | 'domain';
  length?: number;
}

/** Where certainty ends, as probabilities. */
export interface Zones {
  /** At and above: the same customer. */
  same: number;
  /** At and above, below `same`: a person is asked. Below: two customers. */
  ask: number;
}

export interface IdentityGuards {
  /** Two different values of these never belong to one customer, such as two national ids. */
  neverTogether: readonly IdentityFeature[];
  /** The most different values of a feature that one customer may have. */
  limits: Readonly<Partial<Record<IdentityFeature, number>>>;
  /** A block of more records than this is split by further keys, and what cannot be split is reported. */
  maxBlockSize: number;
}

export interface TermFrequencies {
  /** Values counted. */
  total: number;
  /** The most frequent values with their counts; others count as `rest`. */
  counts: Readonly<Record<string, number>>;
  rest: number;
}

export interface ModelProvenance {
  method: 'default' | 'expectation-maximization' | 'reviewed-pairs' | 'expectation-maximization+reviewed-pairs';
  /** What it was trained on, in words. */
  trainedOn: string;
  /** The model that it started from, `id@version`. */
  base?: string;
  /** YYYY-MM-DD. */
  date?: string;
  records?: number;
  reviewedPairs?: { same: number; different: number };
  iterations?: number;
}
