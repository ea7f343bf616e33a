import { seededRandom, type JsonObject } from '../../engine/index.ts';

const channels = ['email', 'letter', 'phone'] as const;
const stages = ['prospect', 'onboarding', 'active', 'active', 'active', 'renewal', 'at_risk', 'lapsed', 'former'];
const firstDay = Date.UTC(2026, 3, 1);
const dayMs = 86_400_000;

/**
 * Synthetic cases of a service desk, as its system would post them to the journey's webhook. The same count and seed give
 * the same cases on every machine. Nobody in them exists: addresses end in example.com.
 *
 * @param count how many
 * @param seed any whole number
 * @example serviceCases(2, 1).map((entry) => entry.case.id) // ['S-0001', 'S-0002']
 */
export function serviceCases(count = 200, seed = 2026): JsonObject[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => serviceCase(index + 1, random));
}

function serviceCase(number: number, random: () => number): JsonObject {
  const chance = (probability: number) => random() < probability;
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const pick = <Value>(values: readonly Value[]): Value => values[whole(0, values.length - 1)] as Value;
  const id = String(number).padStart(4, '0');
  const kind = pick(['fault', 'fault', 'fault', 'question', 'question', 'complaint', 'order', 'order', 'data']);
  const reportedAt = new Date(firstDay + whole(0, 210) * dayMs + whole(0, 86_399) * 1000).toISOString();
  const hasDeadline = chance(0.1);
  const hasPromise = chance(0.4);
  const isBereaved = chance(0.03);
  return {
    case: {
      id: `S-${id}`,
      kind,
      reportedAt,
      impact: pick(['low', 'low', 'medium', 'medium', 'high']),
      urgency: pick(['low', 'low', 'medium', 'medium', 'high']),
      safetyRisk: kind === 'fault' && chance(0.03),
      securityIncident: kind === 'data' && chance(0.1),
      personalDataBreach: kind === 'data' && chance(0.2),
      accessibilityBarrier: chance(0.02),
      reopenedTimes: pick([0, 0, 0, 0, 0, 1, 1, 2]),
      ...(hasDeadline && { timeToDeadline: `PT${whole(1, 120)}H` }),
      ...(hasPromise && { promisedWithin: pick(['P1D', 'P2D', 'PT36H']), waiting: `PT${whole(0, 70)}H` }),
    },
    message: { purpose: purposeOf(kind, chance) },
    customer: {
      id: `C-${id}`,
      email: `customer-${id}@example.com`,
      tier: pick(['standard', 'standard', 'standard', 'gold', 'platinum']),
      age: whole(18, 88),
      lifecycleStage: pick(stages),
      vulnerable: chance(0.06),
      ...(isBereaved ? { sensitivity: 'bereavement' } : chance(0.03) && { sensitivity: 'financial_hardship' }),
    },
    consent: { marketing: pick(['given', 'none', 'withdrawn']) },
    contact: {
      preferredChannel: pick(channels),
      availableChannels: chance(0.9) ? channels.filter(() => chance(0.75)) : [],
    },
    engagement: { ignoredInARow: pick([0, 0, 0, 1, 2, 3, 4]), daysSinceActivity: whole(0, 120) },
    history: { openComplaint: kind === 'complaint' || chance(0.05), openFault: kind === 'fault' },
    signals: { threats: chance(0.06) ? [pick(['legal', 'regulator', 'leave', 'press'])] : [] },
  };
}

/** What the answer is for: a few are about security, and with some orders an offer would go along. */
function purposeOf(kind: string, chance: (probability: number) => boolean): string {
  if (kind === 'data') return chance(0.3) ? 'security' : 'service';
  return kind === 'order' && chance(0.2) ? 'promotion' : 'service';
}
