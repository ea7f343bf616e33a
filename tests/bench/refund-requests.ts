import type { JsonObject } from '../../engine/index.ts';
import { SeededRandom } from './seeded-random.ts';

/**
 * Refund requests as a shop's customers would make them, with every kind of fact that the risk pack asks for: most are
 * harmless and run through the whole table, a few are grave. The same seed gives the same requests.
 */
export function refundRequests(count: number, seed = 20_261_122): JsonObject[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: count }, (_, index) => refundRequest(index, random));
}

function refundRequest(index: number, random: SeededRandom): JsonObject {
  return {
    request: {
      id: `R-${100_000 + index}`,
      purpose: random.pick(['refund', 'refund', 'refund', 'goodwill', 'complaint']),
      decisionEffect: random.chance(0.03) ? 'similarly_significant' : 'minor',
      legalGround: random.pick(['contract_necessity', 'contract_necessity', 'explicit_consent']),
      specialCategories: random.chance(0.01),
      channel: random.pick(['web', 'app', 'mail']),
    },
    automation: {
      solelyAutomated: random.chance(0.8),
      usesAi: random.chance(0.5),
      profiling: random.chance(0.2),
      talksToPeople: random.chance(0.1),
      obviouslyAi: true,
      generatesContent: false,
    },
    customer: {
      id: `C-${random.below(90_000)}`,
      name: `Customer ${index}`,
      email: `customer${index}@example.com`,
      age: 16 + random.below(70),
      vulnerable: random.chance(0.01),
      lifetimeValue: Math.round(random.next() ** 3 * 15_000),
      tier: random.pick(['none', 'silver', 'gold']),
    },
    order: { id: `O-${random.below(900_000)}`, amount: Math.round(random.next() ** 2 * 80_000) / 100, currency: 'EUR' },
    history: { failures30d: random.chance(0.9) ? 0 : random.below(4), openComplaint: random.chance(0.04) },
    exposure: { publicFollowers: random.chance(0.98) ? random.below(800) : random.below(90_000), pressInvolved: false },
  };
}
