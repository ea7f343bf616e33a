import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  compileRuleSet,
  readRuleSet,
  runRuleSet,
  type JsonObject,
  type RuleResult,
  type RuleSet,
} from '../../../../engine/index.ts';
import { runQuickRules } from '../../../../engine/decision/json-rules/quick-rules.ts';
import { askRealEngine, failureName, realEngine, type EngineAnswer } from './real-engine.ts';
import { factsOf, manyPlainRules, plainRuleSets, ruleSets } from './rule-set-arbitraries.ts';

/** Chosen: 100 facts per rule set, since making the real engine costs as much as running it many times. */
const factsPerRuleSet = 100;
const isQuick = process.env['STEWARD_QUICK'] === '1';
const wildCount = isQuick ? 80 : 800;
const plainCount = isQuick ? 25 : 220;
const manyCount = isQuick ? 3 : 30;

/** Chosen: results of the first ten, for writing them out takes longer than the run. */
const resultsPerRuleSet = 10;

function ourAnswer(ruleSet: RuleSet, facts: JsonObject, withResults: boolean): EngineAnswer {
  const run = runRuleSet(compileRuleSet(ruleSet), facts, { results: withResults });
  if (!run.ok) return { failed: run.issues.map(failureName).join() };
  const { events, failureEvents, results = [], failureResults = [] } = run.value;
  if (!withResults) return { events, failureEvents };
  return { events, failureEvents, results: results.map(asWritten), failureResults: failureResults.map(asWritten) };
}

/** json-rules-engine writes no `result` on `all`, `any`, `not` and references, and leaves a missing name undefined. */
function asWritten(result: RuleResult): unknown {
  return { name: undefined, ...result, conditions: withoutGroupResults(result.conditions) };
}

function withoutGroupResults(condition: object): unknown {
  const written = { ...condition } as Record<string, unknown>;
  if (!('operator' in written)) delete written['result'];
  for (const kind of ['all', 'any']) {
    if (kind in written) written[kind] = (written[kind] as object[]).map(withoutGroupResults);
  }
  if ('not' in written) written['not'] = withoutGroupResults(written['not'] as object);
  return written;
}

describe('a rule set gives what the real json-rules-engine gives', () => {
  // Where json-rules-engine throws between two conditions, the promise of the first is nobody's any more.
  const listeners = process.listeners('unhandledRejection');
  beforeAll(() => {
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', () => undefined);
  });
  afterAll(() => {
    process.removeAllListeners('unhandledRejection');
    for (const listener of listeners) process.on('unhandledRejection', listener);
  });

  /** Compares every run; gives how many there were of each kind. */
  async function compare(
    sets: fc.Arbitrary<RuleSet>,
    kind: 'any' | 'plain',
    numRuns: number,
  ): Promise<Record<'events' | 'failed' | 'quick', number>> {
    const counts = { events: 0, failed: 0, quick: 0 };
    await fc.assert(
      fc.asyncProperty(sets, factsOf(factsPerRuleSet, kind), async (written, items) => {
        const read = readRuleSet(written, { missingConditions: 'at-run' });
        if (!read.ok) throw new Error(JSON.stringify(read.issues));
        const engine = realEngine(written);
        const { quick } = compileRuleSet(read.value);
        for (const [index, facts] of items.entries()) {
          const withResults = index < resultsPerRuleSet;
          const theirs = await askRealEngine(engine, facts, withResults);
          const ours = ourAnswer(read.value, facts, withResults);
          if (!isDeepStrictEqual(ours, theirs)) {
            throw new Error(`${JSON.stringify(facts)}\nours ${JSON.stringify(ours)}\ntheirs ${JSON.stringify(theirs)}`);
          }
          counts['failed' in theirs ? 'failed' : 'events'] += 1;
          if (!withResults && quick !== null && runQuickRules(quick, facts) !== null) counts.quick += 1;
        }
      }),
      { numRuns },
    );
    return counts;
  }

  test(
    `events, their order, results and failures, over ${wildCount * factsPerRuleSet} runs of anything that JSON can say`,
    { timeout: 600_000 },
    async () => {
      const { events, failed } = await compare(ruleSets, 'any', wildCount);
      expect(events + failed).toBe(wildCount * factsPerRuleSet);
      // Neither kind may be so rare that the comparison says little about it.
      expect(events).toBeGreaterThan(failed);
      expect(failed).toBeGreaterThan(events / 10);
    },
  );

  test(
    `events and their order, over ${plainCount * factsPerRuleSet} runs of plain rules, which take the short way`,
    { timeout: 600_000 },
    async () => {
      const { events, failed, quick } = await compare(plainRuleSets, 'plain', plainCount);
      expect(events + failed).toBe(plainCount * factsPerRuleSet);
      expect(quick).toBeGreaterThan(events / 4);
    },
  );

  test(
    `events and their order, over ${manyCount * factsPerRuleSet} runs of many plain rules, which are looked at together`,
    { timeout: 600_000 },
    async () => {
      const { events, failed, quick } = await compare(manyPlainRules, 'plain', manyCount);
      expect([events, failed]).toEqual([manyCount * factsPerRuleSet, 0]);
      expect(quick).toBeGreaterThan(events / 10);
    },
  );
});
