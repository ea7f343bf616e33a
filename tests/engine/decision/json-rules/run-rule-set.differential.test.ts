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
import { askRealEngine, failureName, realEngine, type EngineAnswer } from './real-engine.ts';
import { factsOf, ruleSets } from './rule-set-arbitraries.ts';

/** Chosen: 100 facts per rule set, since making the real engine costs as much as running it many times. */
const factsPerRuleSet = 100;
const ruleSetCount = process.env['STEWARD_QUICK'] === '1' ? 100 : 1050;

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

  test(
    `events, their order, results and failures, over ${ruleSetCount * factsPerRuleSet} random runs`,
    { timeout: 120_000 },
    async () => {
      let compared = 0;
      const kinds = { events: 0, failed: 0 };
      await fc.assert(
        fc.asyncProperty(ruleSets, factsOf(factsPerRuleSet), async (written, items) => {
          const read = readRuleSet(written, { missingConditions: 'at-run' });
          if (!read.ok) throw new Error(JSON.stringify(read.issues));
          const engine = realEngine(written);
          for (const [index, facts] of items.entries()) {
            const withResults = index < resultsPerRuleSet;
            const theirs = await askRealEngine(engine, facts, withResults);
            const ours = ourAnswer(read.value, facts, withResults);
            if (!isDeepStrictEqual(ours, theirs)) {
              throw new Error(
                `${JSON.stringify(facts)}\nours ${JSON.stringify(ours)}\ntheirs ${JSON.stringify(theirs)}`,
              );
            }
            compared += 1;
            kinds['failed' in theirs ? 'failed' : 'events'] += 1;
          }
        }),
        { numRuns: ruleSetCount },
      );
      expect(compared).toBeGreaterThanOrEqual(ruleSetCount * factsPerRuleSet);
      // Neither kind may be so rare that the comparison says little about it.
      expect(kinds.events).toBeGreaterThan(compared / 2);
      expect(kinds.failed).toBeGreaterThan(compared / 10);
    },
  );
});
