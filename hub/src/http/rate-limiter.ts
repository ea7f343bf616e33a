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

/** chosen: some megabytes. */
const maxCallers = 20_000;
/** Room that is made at once, so that a flood of callers costs each of them next to nothing. */
const keptCallers = 15_000;

const minuteMs = 60_000;
/** Below what a clock tells; evens out sums of fractions. */
const epsilonMs = 1e-3;

/**
 * A caller may spend a minute's worth at once, and gets it back evenly. Counted in this process; two hubs on one store allow
 * twice as much.
 * @source GCRA, ATM Forum Traffic Management 4.0, 4.4.2: per caller one moment, at which all would be paid back
 * @returns how many seconds the caller has to wait; 0 lets the request pass
 */
export function rateLimiter(limits: RateLimits, now: () => number) {
  const paidBackAt = new Map<string, number>();

  const forget = (time: number): void => {
    for (const [key, moment] of paidBackAt) if (moment <= time) paidBackAt.delete(key);
    // All of them are busy: then the oldest go, which lets a flood of callers through rather than the memory go.
    for (const key of paidBackAt.keys()) {
      if (paidBackAt.size <= keptCallers) return;
      paidBackAt.delete(key);
    }
  };

  return (kind: RateKind, caller: string): number => {
    const limit = limits[kind];
    if (limit === 0) return 0;
    const time = now();
    const key = `${kind} ${caller}`;
    const known = paidBackAt.get(key);
    if (known === undefined && paidBackAt.size >= maxCallers) forget(time);
    // A clock that was set back owes nobody more than a minute.
    const before = Math.min(Math.max(known ?? time, time), time + minuteMs);
    const after = before + minuteMs / limit;
    const waitMs = after - time - minuteMs;
    const passes = waitMs <= epsilonMs;
    paidBackAt.set(key, passes ? after : before);
    return passes ? 0 : Math.ceil((waitMs - epsilonMs) / 1000);
  };
}

export type RateLimiter = ReturnType<typeof rateLimiter>;
