import { seededRandom, type JsonObject } from '../../engine/index.ts';

/** Reasons and tiers as often as they occur among each other. */
const reasons = repeat({ damaged: 4, not_as_described: 3, late_delivery: 3, changed_mind: 5, duplicate_charge: 2 });
const tiers = repeat({ standard: 3, gold: 2, platinum: 1 });

/**
 * Synthetic refund requests, as a shop would post them to the journey's webhook. The same count and seed give the same
 * requests on every machine. Nobody in them exists: addresses end in example.com.
 *
 * @param count how many
 * @param seed any whole number
 * @example refundCustomers(3, 1).map((request) => request.requestId) // ['R-0001', 'R-0002', 'R-0003']
 */
export function refundCustomers(count = 200, seed = 2026): JsonObject[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => refundRequest(index + 1, random));
}

function refundRequest(number: number, random: () => number): JsonObject {
  const chance = (probability: number) => random() < probability;
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const pick = <Value>(values: readonly Value[]): Value => values[whole(0, values.length - 1)] as Value;
  const id = String(number).padStart(4, '0');
  const tier = pick(tiers);
  const amount = chance(0.02) ? whole(5000, 9000) : Math.round(Math.exp(2.5 + random() * 3.8) * 100) / 100;
  const isHealthRelated = chance(0.03);
  return {
    requestId: `R-${id}`,
    request: {
      purpose: 'refund',
      reason: pick(reasons),
      // A medical aid that somebody depends on is no small matter, and the request tells of an illness.
      decisionEffect: isHealthRelated ? 'similarly_significant' : 'minor',
      specialCategories: isHealthRelated,
    },
    automation: { solelyAutomated: true, usesAi: false },
    customer: {
      id: `C-${id}`,
      email: `customer-${id}@example.com`,
      age: chance(0.03) ? whole(14, 17) : whole(18, 84),
      tier,
      lifetimeValue: tier === 'platinum' ? whole(4000, 16_000) : whole(20, 6000),
      vulnerable: chance(0.04),
    },
    order: {
      id: `O-${id}`,
      amount,
      currency: 'EUR',
      daysSinceDelivery: chance(0.1) ? whole(600, 900) : Math.floor(60 * random() ** 2),
    },
    history: {
      failures30d: pick([0, 0, 0, 0, 0, 0, 1, 1, 2, 3]),
      refunds12m: pick([0, 0, 0, 0, 1, 1, 1, 2, 3, 6]),
      openComplaint: chance(0.06),
      ...(chance(0.02) && { escalatedTo: 'ombudsman' }),
    },
    exposure: { publicFollowers: chance(0.03) ? whole(5000, 90_000) : whole(0, 1500), pressInvolved: chance(0.01) },
  };
}

function repeat(times: Record<string, number>): string[] {
  return Object.entries(times).flatMap(([value, count]) => Array<string>(count).fill(value));
}
