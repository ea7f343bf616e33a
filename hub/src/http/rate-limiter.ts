/** What requests are counted as; each kind has a limit of its own. */
export const rateKinds = ['read', 'write', 'append', 'sign-in', 'unknown'] as const;
export type RateKind = (typeof rateKinds)[number];

/** Requests per minute and caller; 0: no limit. */
export type RateLimits = Readonly<Record<RateKind, number>>;

export const defaultRateLimits: RateLimits = {
  // chosen: a page of the explorer asks some ten times; a person never comes near, a script that runs away does.
  read: 1_200,
  write: 600,
  // chosen: 500 calls a second of 1,000 records each, which is thirty times what a store takes.
  append: 30_000,
  // chosen: nobody signs in twenty times a minute; several people may share an address.
  'sign-in': 20,
  // Requests of nobody known, by address. chosen: pages that wait for a sign-in ask again and again.
  unknown: 600,
};

interface Bucket {
  tokens: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** chosen: some megabytes. */
const maxBuckets = 20_000;
/** Room that is made at once, so that a flood of callers costs each of them next to nothing. */
const keptBuckets = 15_000;

/**
 * Token buckets: a caller may spend a minute's worth at once, and gets it back evenly. Counted in this process; two hubs on
 * one store allow twice as much.
 * @returns how many seconds the caller has to wait; 0 lets the request pass
 */
export function rateLimiter(limits: RateLimits, now: () => number) {
  const buckets = new Map<string, Bucket>();

  const refilled = (bucket: Bucket, limit: number, time: number): number =>
    Math.min(limit, bucket.tokens + (Math.max(0, time - bucket.at) / 60_000) * limit);

  const forget = (time: number): void => {
    for (const [key, bucket] of buckets) {
      const limit = limits[key.slice(0, key.indexOf(' ')) as RateKind];
      if (refilled(bucket, limit, time) >= limit) buckets.delete(key);
    }
    // All of them are busy: then the oldest go, which lets a flood of callers through rather than the memory go.
    for (const key of buckets.keys()) {
      if (buckets.size <= keptBuckets) return;
      buckets.delete(key);
    }
  };

  return (kind: RateKind, caller: string): number => {
    const limit = limits[kind];
    if (limit === 0) return 0;
    const time = now();
    const key = `${kind} ${caller}`;
    const bucket = buckets.get(key);
    if (bucket === undefined && buckets.size >= maxBuckets) forget(time);
    const tokens = bucket === undefined ? limit : refilled(bucket, limit, time);
    const passes = tokens >= 1;
    buckets.set(key, { tokens: passes ? tokens - 1 : tokens, at: time });
    return passes ? 0 : Math.ceil(((1 - tokens) / limit) * 60);
  };
}

export type RateLimiter = ReturnType<typeof rateLimiter>;
