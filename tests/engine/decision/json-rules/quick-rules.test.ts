import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runQuickRules } from '../../../../engine/decision/json-rules/quick-rules.ts';
import { compileRuleSet, readRuleSet, runRuleSet, type JsonValue, type RuleSet } from '../../../../engine/index.ts';
import { factsOf, manyPlainRules, plainRuleSets } from './rule-set-arbitraries.ts';

function compiled(ruleSet: RuleSet) {
  const read = readRuleSet(ruleSet);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return compileRuleSet(read.value);
}

describe('the short way', () => {
  test.each([
    ['plain rules', plainRuleSets],
    ['many plain rules', manyPlainRules],
  ])('gives what the exact way gives, run after run: %s', (_, sets) => {
    let short = 0;
    fc.assert(
      fc.property(sets, factsOf(25, 'plain'), (ruleSet, items) => {
        const ready = compileRuleSet(ruleSet);
        for (const facts of items) {
          const quick = ready.quick === null ? null : runQuickRules(ready.quick, facts);
          if (quick === null) continue;
          // Results are made the exact way.
          const exact = runRuleSet(ready, facts, { results: true });
          expect(exact).toMatchObject({ ok: true, value: quick });
          short += 1;
        }
      }),
      { numRuns: 200 },
    );
    expect(short).toBeGreaterThan(1000);
  });

  test('tells numbers apart by every number that a rule names, and by nothing else', () => {
    const operators = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'equal', 'notEqual'];
    const rules = operators.flatMap((operator) =>
      [-1, 0, 0.5, 1e21].map((value) => ({
        conditions: { all: [{ fact: 'n', operator, value }] },
        event: { type: `${operator} ${value}` },
      })),
    );
    const ready = compiled({ rules });
    for (const n of [-2, -1, -0, 0, 0.25, 0.5, 7, 1e21, 1e300, Infinity, '0.5', '7 EUR', '', null, true, [0.5], []]) {
      for (let time = 0; time < 2; time++) {
        const run = runRuleSet(ready, { n: n as JsonValue });
        const exact = runRuleSet(ready, { n: n as JsonValue }, { results: true });
        expect(run.ok && run.value.events.map(({ type }) => type)).toEqual(
          exact.ok && exact.value.events.map(({ type }) => type),
        );
      }
    }
  });

  test('is left for facts that are objects, and for facts that are not there', () => {
    const rules = [{ conditions: { all: [{ fact: 'n', operator: 'lessThan', value: 5 }] }, event: { type: 'x' } }];
    expect(runRuleSet(compiled({ rules }), {})).toMatchObject({ ok: false, issues: [{ code: 'undefined_fact' }] });
    expect(runRuleSet(compiled({ rules }), { n: { toString: 1, valueOf: 1 } })).toMatchObject({
      issues: [{ code: 'operator_failed' }],
    });
    expect(runRuleSet(compiled({ rules, allowUndefinedFacts: true }), {})).toEqual({
      ok: true,
      value: { events: [], failureEvents: [{ type: 'x' }] },
    });
  });

  test('does not remember every text that it has seen', () => {
    const rules = Array.from({ length: 40 }, (_, index) => ({
      conditions: { all: [{ fact: 's', operator: 'equal', value: `text ${index}` }] },
      event: { type: `e${index}` },
    }));
    const ready = compiled({ rules });
    for (let index = 0; index < 20_000; index++) runRuleSet(ready, { s: `${'x'.repeat(100)}${index}` });
    expect(runRuleSet(ready, { s: 'text 7' })).toMatchObject({ ok: true, value: { events: [{ type: 'e7' }] } });
  });
});
