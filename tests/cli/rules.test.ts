import { describe, expect, it } from 'vitest';
import type { JsonObject, RuleSet } from '../../engine/index.ts';
import { askRealEngine, realEngine } from '../engine/decision/json-rules/real-engine.ts';
import { linesOf, runSteward } from './run-steward.ts';
import { scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();

interface EngineResults {
  results: object[];
  failureResults: object[];
}

const ruleSet: RuleSet = {
  allowUndefinedFacts: true,
  replaceFactsInEventParams: true,
  conditions: { loyal: { any: [{ fact: 'tier', operator: 'in', value: ['gold', 'platinum'] }] } },
  rules: [
    {
      name: 'small',
      priority: 5,
      conditions: { all: [{ fact: 'order', path: '$.amount', operator: 'lessThanInclusive', value: 50 }] },
      event: { type: 'pay', params: { amount: { fact: 'order', path: '$.amount' }, why: 'small' } },
    },
    {
      name: 'loyal',
      conditions: { all: [{ condition: 'loyal' }, { not: { fact: 'blocked', operator: 'equal', value: true } }] },
      event: { type: 'pay', params: { why: 'loyal' } },
    },
    {
      name: 'unused',
      priority: 9,
      conditions: { any: [{ fact: 'limit', operator: 'greaterThan', value: { fact: 'order', path: '$.amount' } }] },
      event: { type: 'review' },
    },
  ],
};

const facts: JsonObject[] = [
  { order: { amount: 20 }, tier: 'gold' },
  { order: { amount: 200 }, tier: 'gold', blocked: true },
  { order: { amount: 200 }, limit: 300 },
  { order: {} },
  {},
];
const lines = facts.map((one) => `${JSON.stringify(one)}\n`).join('');

describe('steward decide with rules of json-rules-engine', () => {
  it('gives the events that json-rules-engine gives, in its order', async () => {
    const run = await runSteward(['decide', files.written('shop.rules.json', ruleSet)], lines);
    expect(run).toMatchObject({ code: 0, err: '' });
    const engine = realEngine(ruleSet);
    for (const [index, line] of linesOf(run).entries()) {
      const answer = await askRealEngine(engine, facts[index] ?? {}, false);
      expect(line).toEqual({ ...JSON.parse(JSON.stringify(answer)), error: null });
    }
  });

  it('takes a bare array of rules; what json-rules-engine fails on is an error of the line', async () => {
    const rules = ruleSet.rules.slice(0, 1);
    const run = await runSteward(['decide', files.written('bare.rules.json', rules)], '{}\n{"order":{"amount":20}}\n');
    expect(run.code).toBe(1);
    expect(await askRealEngine(realEngine({ rules }), {}, false)).toEqual({ failed: 'undefined_fact order' });
    const failed = { code: 'undefined_fact', message: expect.stringContaining('order'), path: expect.any(Array) };
    expect(linesOf(run)).toMatchObject([
      { events: [], failureEvents: [], error: failed },
      { events: [{ type: 'pay' }], failureEvents: [], error: null },
    ]);
  });

  it('explains by the results of json-rules-engine', async () => {
    const run = await runSteward(['decide', files.path('shop.rules.json'), '--explain'], lines);
    const engine = realEngine(ruleSet);
    for (const [index, line] of (linesOf(run) as { explanation: object }[]).entries()) {
      const answer = JSON.parse(JSON.stringify(await askRealEngine(engine, facts[index] ?? {}, true))) as EngineResults;
      const { results, failureResults } = answer;
      // Ours also says what became of each `all`, `any` and `not`.
      expect(line.explanation).toMatchObject({ results, failureResults });
    }
  });

  it('names the place of what is wrong in a rule set', async () => {
    const bad = structuredClone(ruleSet);
    Object.assign(bad.rules[1] as object, { conditions: { all: [{ fact: 'a', operator: 'like', value: 1 }] } });
    const run = await runSteward(['decide', files.written('bad.rules.json', bad)], lines);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(/bad\.rules\.json cannot be used:\n {2}error: rules\[1\]\.conditions\.all\[0\].*: .*like/);
  });
});
