import {
  compileModel,
  defaultIdentityModel,
  identityIndex,
  normalizeRecord,
  recordScorer,
  scorePair,
  type IdentityModel,
  type NormalizedRecord,
  type PreparedRecords,
} from '../../engine/index.ts';

export interface LookupBench {
  lookups: number;
  buildMs: number;
  p50Ms: number;
  p99Ms: number;
  /** Candidates of a lookup, on average. */
  candidates: number;
  /** Lookups that found somebody, by their probabilities. */
  found: number;
}

/** One record after another, normalized, looked up among known ones, weighed against each candidate, and explained against the best. */
export function benchLookups(
  prepared: PreparedRecords,
  asked: readonly { id: string; values: Parameters<typeof normalizeRecord>[0]['values'] }[],
): LookupBench {
  const model: IdentityModel = { ...defaultIdentityModel('person'), priorMatch: 1 / prepared.count };
  const compiled = compileModel(model);
  const begunAt = performance.now();
  const index = identityIndex(model, prepared);
  const scorer = recordScorer(compiled, prepared);
  const buildMs = performance.now() - begunAt;
  const times: number[] = [];
  let candidates = 0;
  let probable = 0;
  const { ask } = model.zones;
  const least = Math.log2(ask / (1 - ask));
  for (const record of asked) {
    const since = performance.now();
    const normalized = normalizeRecord(record, { region: 'US' });
    const { records } = index.near(normalized);
    scorer.take(normalized);
    let [best, bestBits] = [-1, -Infinity];
    for (const known of records) {
      const bits = scorer.bits(known, least);
      if (bits > bestBits) [best, bestBits] = [known, bits];
    }
    if (best >= 0) probable += scorePair(compiled, normalized, recordAt(prepared, best)).probability;
    times.push(performance.now() - since);
    candidates += records.length;
  }
  // The first lookups compile.
  const sorted = times.slice(Math.min(200, times.length >> 1)).sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  return {
    lookups: sorted.length,
    buildMs,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    candidates: candidates / asked.length,
    found: probable,
  };
}

/** A known record as it was normalized. */
function recordAt({ ids, columns }: PreparedRecords, record: number): NormalizedRecord {
  const values: Partial<Record<string, string>> = {};
  for (const [feature, { codes, values: texts }] of columns) {
    const code = codes[record] ?? 0;
    if (code !== 0) values[feature] = texts[code] ?? '';
  }
  return { id: ids[record] ?? '', values, setAside: [] };
}
