import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decideTable,
  describeIssue,
  itemIsFacts,
  readPath,
  type Decision,
  type DecisionTable,
  type JsonObject,
  type JsonValue,
} from '../../engine/index.ts';
import { tablePacks } from '../../rules/index.ts';
import { definite } from '../definite.ts';
import { packFacts, withFact } from './pack-facts.ts';

// What the packs promise beyond their own cases, held against facts in combinations that nobody wrote down.

function packTable(id: string): DecisionTable {
  return definite(tablePacks[id]).table;
}

interface Made {
  outcome: JsonObject;
  decision: Decision;
  /** The outcome of a table that was used. */
  used: (id: string) => unknown;
}

function decide(table: DecisionTable, facts: JsonObject): Made {
  const decided = decideTable(table, facts, itemIsFacts);
  if (!decided.ok) throw new Error(decided.issues.map(describeIssue).join('\n'));
  const { outcome, decision } = decided.value;
  if (outcome === null || Array.isArray(outcome)) throw new Error('not one outcome');
  return { outcome, decision, used: (id) => decision.required?.find((one) => one.tableId === id)?.outcome };
}

const runs = { numRuns: 1000 };

describe.each(Object.keys(tablePacks))('the pack %s', (id) => {
  const table = packTable(id);
  const required = table.inputs.find((input) => input.required === true);

  test('decides whatever the facts are and whatever is missing', () => {
    fc.assert(
      fc.property(packFacts(table), (facts) => {
        if (required !== undefined && (readPath(facts, required.path) ?? null) === null) return;
        expect(decide(table, facts).decision.reasons.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });
});

describe('refunds', () => {
  const table = packTable('refund-goodwill-limits');

  test('are refused only where the law gives no right and the customer has changed their mind', () => {
    fc.assert(
      fc.property(packFacts(table), (facts) => {
        const { outcome, used } = decide(table, facts);
        if (outcome['outcome'] !== 'refuse') return;
        expect(used('statutory-right')).toEqual({ right: 'none' });
        expect(readPath(facts, 'claim.reason')).toBe('change_of_mind');
      }),
      runs,
    );
  });

  test('are never refused to a consumer within the days of withdrawal', () => {
    fc.assert(
      fc.property(packFacts(table), fc.integer({ min: 0, max: 14 }), (facts, days) => {
        const claim = {
          'customer.consumer': true,
          'order.distanceContract': true,
          'order.withdrawalExcluded': false,
          'claim.daysSinceDelivery': days,
          'claim.reason': 'change_of_mind',
          'history.goodwill12m': 9,
        };
        const all = Object.entries(claim).reduce((before, [path, value]) => withFact(before, path, value), facts);
        expect(decide(table, all).outcome['outcome']).not.toBe('refuse');
      }),
      runs,
    );
  });

  test('that a right gives do not depend on value, earlier goodwill or whose mistake it was', () => {
    fc.assert(
      fc.property(packFacts(table), packFacts(table), (facts, others) => {
        const before = decide(table, facts);
        if (before.outcome['basis'] !== 'statutory') return;
        const purse = ['customer.lifetimeValue', 'history.goodwill12m', 'claim.ourMistake'];
        const changed = purse.reduce((now, path) => withFact(now, path, readPath(others, path) ?? null), facts);
        expect(decide(table, changed).outcome).toEqual(before.outcome);
      }),
      runs,
    );
  });

  test('are paid without a person only up to the limit, and never beyond what was paid', () => {
    fc.assert(
      fc.property(packFacts(table), (facts) => {
        const { outcome } = decide(table, facts);
        if (outcome['outcome'] !== 'approve' || outcome['approval'] !== 'none') return;
        const amount = readPath(facts, 'claim.amount') as number;
        expect(amount).toBeLessThanOrEqual(outcome['limit'] as number);
        expect(amount).toBeLessThanOrEqual(readPath(facts, 'order.amount') as number);
      }),
      runs,
    );
  });
});

describe('escalation', () => {
  const table = packTable('escalation');
  const rank = ['urgent', 'escalate', 'continue'];

  test('does not depend on the order of its rows', () => {
    const reversed = { ...table, rows: [...table.rows].reverse() };
    fc.assert(
      fc.property(packFacts(table), (facts) => {
        expect(decide(reversed, facts).outcome).toEqual(decide(table, facts).outcome);
      }),
      runs,
    );
  });

  test('never becomes milder or slower by a further ground', () => {
    const worse = [
      ['signals.distress', true],
      ['signals.vulnerability', true],
      ['signals.asksForPerson', true],
      ['signals.threats', ['violence', 'legal', 'regulator', 'press', 'leave']],
      ['conversation.sentiment', -1],
      ['conversation.worstSentiment', -1],
      ['conversation.unansweredMessages', 9],
      ['conversation.hoursWaiting', 99],
      ['conversation.contacts7d', 9],
    ] satisfies [string, JsonValue][];
    fc.assert(
      fc.property(packFacts(table), fc.constantFrom<[string, JsonValue]>(...worse), (facts, [path, value]) => {
        // With one fact at least, so that the case is not one of which nothing is known.
        const known = withFact(facts, 'order.amount', 10);
        const before = decide(table, known).outcome;
        const after = decide(table, withFact(known, path, value)).outcome;
        const ranks = [before, after].map((outcome) => rank.indexOf(outcome['outcome'] as string));
        expect(ranks[1]).toBeLessThanOrEqual(definite(ranks[0]));
        if (ranks[0] === ranks[1])
          expect(after['respondWithinHours']).toBeLessThanOrEqual(before['respondWithinHours'] as number);
      }),
      runs,
    );
  });
});

describe('messages', () => {
  const table = packTable('communication-tone-channel');

  test('promote only with permission, by the preferred channel', () => {
    fc.assert(
      fc.property(packFacts(table), (facts) => {
        if ((readPath(facts, 'message.purpose') ?? null) === null) return;
        const { outcome, used } = decide(table, facts);
        if (outcome['mayPromote'] !== true) return;
        expect(used('promotion-permission')).toEqual({ permitted: true });
        expect(outcome).toMatchObject({ handling: 'send', channel: 'preferred' });
      }),
      runs,
    );
  });

  test('that promote are sent only where they may promote', () => {
    fc.assert(
      fc.property(packFacts(table), (facts) => {
        const { outcome } = decide(table, withFact(facts, 'message.purpose', 'promotion'));
        expect(outcome['handling']).toBe(outcome['mayPromote'] === true ? 'send' : 'hold');
      }),
      runs,
    );
  });

  test('go only by channels that are open', () => {
    fc.assert(
      fc.property(packFacts(table), (facts) => {
        if ((readPath(facts, 'message.purpose') ?? null) === null) return;
        const { outcome } = decide(table, facts);
        if (outcome['handling'] !== 'send') return;
        const open = (readPath(facts, 'contact.availableChannels') ?? []) as string[];
        const channel =
          outcome['channel'] === 'preferred' ? readPath(facts, 'contact.preferredChannel') : outcome['channel'];
        expect(open).toContain(channel);
      }),
      runs,
    );
  });

  test('say what they are for: a message without a purpose is an error', () => {
    expect(decideTable(table, { consent: { marketing: 'granted' } }, itemIsFacts)).toMatchObject({
      ok: false,
      issues: [{ code: 'missing_input' }],
    });
  });

  test('to a situation that the table does not know stop with an error', () => {
    const facts = { message: { purpose: 'service' }, customer: { sensitivity: 'divorce' } };
    expect(decideTable(table, facts, itemIsFacts)).toMatchObject({ ok: false });
  });
});

describe('service levels', () => {
  const table = packTable('service-level-priority');

  test('are never below the matrix of impact and urgency, and do not depend on the order of the rows', () => {
    const reversed = { ...table, rows: [...table.rows].reverse() };
    fc.assert(
      fc.property(packFacts(table), (facts) => {
        const { outcome, used } = decide(table, facts);
        const base = (used('impact-urgency') as { base: string }).base;
        expect((outcome['priority'] as string) <= base, `${String(outcome['priority'])} under ${base}`).toBe(true);
        expect(decide(reversed, facts).outcome).toEqual(outcome);
      }),
      runs,
    );
  });

  test('are not bought: no tier gives a P1', () => {
    fc.assert(
      fc.property(packFacts(table), fc.constantFrom('platinum', 'gold', 'diamond'), (facts, tier) => {
        const isP1 = (name: string) =>
          decide(table, withFact(facts, 'customer.tier', name)).outcome['priority'] === 'P1';
        expect(isP1(tier)).toBe(isP1('standard'));
      }),
      runs,
    );
  });
});

describe('suitability', () => {
  const table = packTable('automation-suitability');

  test('leaves to automation alone only what is harmless, measured and known', () => {
    fc.assert(
      fc.property(packFacts(table), (facts) => {
        if (decide(table, facts).outcome['outcome'] !== 'automate') return;
        expect(readPath(facts, 'process.decisionEffect')).toBe('minor');
        expect(readPath(facts, 'process.automationErrorPercent')).toBeLessThanOrEqual(3);
        expect(readPath(facts, 'process.emotionalLoad')).not.toBe('high');
        expect(readPath(facts, 'process.reversibility')).not.toBe('never');
        expect(readPath(facts, 'process.oftenVulnerable')).not.toBe(true);
      }),
      runs,
    );
  });

  test('shows the points and all limits as decisions of the tables that it used', () => {
    const facts = { process: { casesPerMonth: 5000, decisionEffect: 'legal', emotionalLoad: 'high' } };
    const { used, outcome } = decide(table, facts);
    expect(outcome['outcome']).toBe('human');
    expect(used('suitability-score')).toEqual({ points: 0 });
    expect((used('suitability-limits') as JsonObject[]).map((one) => one['limit'])).toEqual(
      new Array(4).fill('assist_only'),
    );
  });
});
