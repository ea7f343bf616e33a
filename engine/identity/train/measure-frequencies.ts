import type { IdentityModel, TermFrequencies } from '../model/identity-model.ts';
import type { IdentityFeature } from '../model/identity-record.ts';
import type { PreparedColumn, PreparedRecords } from '../model/prepared-records.ts';

/** Values kept by feature. chosen: 2,000, because the two thousandth name of a country is already as rare as those that follow it. */
const mostValues = 2000;

/**
 * Counts how often values occur in the data at hand, for the features whose rarity the model weighs.
 * @param model says which features
 * @param prepared the records
 * @param customerOf by record: records of one number count a value once, so that a name is not common because one customer has
 *   many records; absent: each record counts
 * @returns by feature the most frequent values (ties: in alphabetical order) that occur twice or more; `rest` is the mean count of the others
 * @example measureFrequencies(defaultIdentityModel('person'), prepared).family_name?.counts
 */
export function measureFrequencies(
  model: IdentityModel,
  prepared: PreparedRecords,
  customerOf?: Int32Array,
): Partial<Record<IdentityFeature, TermFrequencies>> {
  const measured: Partial<Record<IdentityFeature, TermFrequencies>> = {};
  const wanted = new Set(
    model.comparisons.flatMap(({ levels }) => levels.flatMap(({ termFrequencyOf }) => termFrequencyOf ?? [])),
  );
  for (const feature of wanted) {
    const column = prepared.columns.get(feature);
    if (column !== undefined && column.values.length > 1) {
      measured[feature] = frequenciesOf(
        column.values,
        customerOf ? countsOfCustomers(column, customerOf) : column.counts,
      );
    }
  }
  return measured;
}

/** By code: how many customers have it. */
function countsOfCustomers({ codes, values }: PreparedColumn, customerOf: Int32Array): Uint32Array {
  const counts = new Uint32Array(values.length);
  const seen = new Set<number>();
  for (let record = 0; record < codes.length; record++) {
    const code = codes[record] as number;
    const key = (customerOf[record] as number) * values.length + code;
    if (code === 0 || seen.has(key)) continue;
    seen.add(key);
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}

function frequenciesOf(values: readonly string[], counts: Uint32Array): TermFrequencies {
  const count = (code: number): number => counts[code] as number;
  const codes = Array.from({ length: values.length - 1 }, (_, index) => index + 1).filter((code) => count(code) > 0);
  const order = codes
    .filter((code) => count(code) > 1)
    .sort((a, b) => count(b) - count(a) || ((values[a] as string) < (values[b] as string) ? -1 : 1));
  const kept = order.slice(0, mostValues);
  const total = codes.reduce((sum, code) => sum + count(code), 0);
  const others = total - kept.reduce((sum, code) => sum + count(code), 0);
  const otherValues = codes.length - kept.length;
  return {
    total,
    counts: Object.fromEntries(kept.map((code) => [values[code] as string, count(code)])),
    rest: otherValues > 0 ? others / otherValues : 1,
  };
}
