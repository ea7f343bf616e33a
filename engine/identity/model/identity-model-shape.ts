import type { JsonValue } from '../../json.ts';
import { listOf, matching, members, oneOf, recordOf, text, when, type Departure } from '../../json-shape.ts';
import { comparatorIds } from './identity-model.ts';
import { identityFeatures } from './identity-record.ts';

const named = when((value) => typeof value === 'string' && value !== '' && value.length <= 200);
const feature = oneOf(identityFeatures);
const features = (atLeast: number) => listOf(feature, atLeast, 10);
const numberOf = (holds: (value: number) => boolean) => when((value) => typeof value === 'number' && holds(value));
const wholeFrom = (least: number, most = Infinity) =>
  numberOf((value) => Number.isInteger(value) && value >= least && value <= most);
const between0And1 = numberOf((value) => value > 0 && value < 1);

const level = members(
  { id: named, m: between0And1, u: between0And1 },
  { atLeast: numberOf((value) => value >= 0 && value <= 1), termFrequencyOf: features(0) },
);
const comparison = members(
  { id: named, comparator: oneOf(comparatorIds), features: features(1), levels: listOf(level, 2, 30) },
  { insteadOf: listOf(named, 0, 10) },
);
const someLevels = { comparison: named, levels: listOf(named, 1, 30) };
const shared = members(
  { ...someLevels, of: listOf(named, 1, 40), atMostBits: numberOf((value) => value >= 0 && value <= 100) },
  { unless: members(someLevels) },
);
const key = members(
  { feature, take: oneOf(['whole', 'sound', 'start', 'end', 'year', 'day-month', 'local', 'domain']) },
  { length: wholeFrom(1, 50) },
);
const rule = members({ id: named, keys: listOf(key, 1, 6) });
const frequencies = members({
  total: wholeFrom(0),
  counts: recordOf(
    wholeFrom(1),
    when((name) => name !== '__proto__'),
  ),
  rest: numberOf((value) => value >= 0),
});
const provenance = members(
  {
    method: oneOf(['default', 'expectation-maximization', 'reviewed-pairs', 'expectation-maximization+reviewed-pairs']),
    trainedOn: when((value) => typeof value === 'string' && value.length <= 500),
  },
  {
    base: text,
    date: matching(/^\d{4}-\d{2}-\d{2}$/),
    records: wholeFrom(0),
    reviewedPairs: members({ same: wholeFrom(0), different: wholeFrom(0) }),
    iterations: wholeFrom(0),
  },
);

const model = members(
  {
    schemaVersion: oneOf([1]),
    id: named,
    name: named,
    kind: oneOf(['person', 'company']),
    version: named,
    comparisons: listOf(comparison, 1, 40),
    blocking: listOf(rule, 1, 100),
    priorMatch: between0And1,
    zones: members({ same: between0And1, ask: between0And1 }),
    guards: members({
      neverTogether: listOf(feature),
      limits: recordOf(wholeFrom(1), feature),
      maxBlockSize: wholeFrom(2, 100_000),
    }),
    provenance,
  },
  {
    $schema: text,
    wideBlocking: listOf(rule, 0, 100),
    shared: listOf(shared, 0, 10),
    termFrequencies: recordOf(frequencies, feature),
  },
);

/**
 * Where a value departs from the form of an identity model: what `parseIdentityModel` of `rules/` accepts. The engine asks it
 * of a model that stands in a setting of a step; `checkIdentityModel` says whether the model makes sense.
 * @returns the path of the first member that is missing, unknown or of a wrong form; null for a model
 * @example departureFromIdentityModel({ ...defaultIdentityModel('person'), priorMatch: 2 }) // ['priorMatch']
 * @source rules/schema/identity-model.schema.json; a test holds the two together
 */
export function departureFromIdentityModel(value: JsonValue | undefined): Departure {
  return model(value);
}
