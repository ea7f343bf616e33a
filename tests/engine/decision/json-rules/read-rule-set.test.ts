import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRuleSet, describeIssue, readRuleSet, runRuleSet, type JsonValue } from '../../../../engine/index.ts';
import { ruleSets } from './rule-set-arbitraries.ts';

const leaf = { fact: 'a', operator: 'equal', value: 1 };
const event = { type: 'yes' };

function ruleWith(condition: unknown): unknown {
  return [{ conditions: { all: [condition] }, event }];
}

function codesOf(value: unknown): string[] {
  const read = readRuleSet(value);
  return read.ok ? [] : read.issues.map(({ code, path }) => `${code} ${path.join('.')}`.trim());
}

describe('reading a rule set', () => {
  test('takes a list of rules, or an object with shared conditions and options', () => {
    expect(readRuleSet([{ conditions: { all: [leaf] }, event }])).toEqual({
      ok: true,
      value: { rules: [{ conditions: { all: [leaf] }, event }] },
    });
    const whole = {
      rules: [{ conditions: { condition: 'one' }, event, priority: 2, name: 'r' }],
      conditions: { one: { not: leaf } },
      allowUndefinedFacts: true,
    };
    expect(readRuleSet(whole)).toEqual({ ok: true, value: whole });
  });

  test('reads what it gave again, unchanged', () => {
    fc.assert(
      fc.property(ruleSets, (ruleSet) => {
        const read = readRuleSet(ruleSet, { missingConditions: 'at-run' });
        expect(read.ok).toBe(true);
        if (read.ok) expect(readRuleSet(read.value, { missingConditions: 'at-run' })).toEqual(read);
      }),
    );
  });

  test('leaves out what json-rules-engine ignores, and reads priorities as it does', () => {
    const rule = { conditions: { all: [{ ...leaf, description: 'x', priority: '5' }] }, event: { ...event, id: 1 } };
    expect(readRuleSet([{ ...rule, priority: '7', note: 'x', name: '' }])).toEqual({
      ok: true,
      value: { rules: [{ conditions: { all: [{ ...leaf, priority: 5 }] }, event, priority: 7 }] },
    });
  });

  test.each<[string, unknown, string[]]>([
    ['a text', 'rules', ['rule_set_shape']],
    ['an object without rules', {}, ['rule_set_shape rules']],
    ['a rule that is a text', ['x'], ['rule_shape 0']],
    ['a rule without conditions', [{ event }], ['condition_shape 0.conditions']],
    ['a rule without event', [{ conditions: { all: [] } }], ['rule_event 0.event']],
    ['an event without type', [{ conditions: { all: [] }, event: {} }], ['rule_event 0.event.type']],
    ['a comparison at the root', [{ conditions: leaf, event }], ['root_condition 0.conditions']],
    ['all that is no list', [{ conditions: { all: leaf }, event }], ['condition_list_expected 0.conditions.all']],
    ['not that is a list', [{ conditions: { not: [leaf] }, event }], ['condition_shape 0.conditions.not']],
    ['two things at once', ruleWith({ all: [], any: [] }), ['condition_ambiguous 0.conditions.all.0']],
    ['no value', ruleWith({ fact: 'a', operator: 'equal' }), ['condition_incomplete 0.conditions.all.0']],
    ['an empty fact', ruleWith({ ...leaf, fact: '' }), ['fact_name 0.conditions.all.0.fact']],
    ['an unknown operator', ruleWith({ ...leaf, operator: 'like' }), ['unknown_operator 0.conditions.all.0.operator']],
    [
      'an unknown decorator',
      ruleWith({ ...leaf, operator: 'no:in' }),
      ['unknown_decorator 0.conditions.all.0.operator'],
    ],
    [
      'a name of a method',
      ruleWith({ ...leaf, operator: 'toString' }),
      ['unknown_operator 0.conditions.all.0.operator'],
    ],
    ['a number as path', ruleWith({ ...leaf, path: 5 }), ['path_shape 0.conditions.all.0.path']],
    ['a filter', ruleWith({ ...leaf, path: '$[?(@.x)]' }), ['path_runs_code 0.conditions.all.0.path']],
    [
      'a filter where a fact is compared with',
      ruleWith({ ...leaf, value: { fact: 'b', path: '$[(x)]' } }),
      ['path_runs_code 0.conditions.all.0.value.path'],
    ],
    ['a priority of a rule below 1', [{ conditions: { all: [] }, event, priority: -1 }], ['bad_priority 0.priority']],
    ['a priority in words', ruleWith({ ...leaf, priority: 'high' }), ['bad_priority 0.conditions.all.0.priority']],
    ['a callback', [{ conditions: { all: [] }, event, onSuccess: 'alert(1)' }], ['code_not_run 0.onSuccess']],
    ['custom operators', { rules: [], operators: {} }, ['code_not_run operators']],
    ['an option in words', { rules: [], allowUndefinedFacts: 'yes' }, ['option_shape allowUndefinedFacts']],
    ['a missing shared condition', ruleWith({ condition: 'x' }), ['missing_condition 0.conditions.all.0.condition']],
    [
      'shared conditions in a circle',
      { rules: [], conditions: { x: { all: [{ condition: 'y' }] }, y: { not: { condition: 'x' } } } },
      ['cyclic_condition conditions.y.not.condition'],
    ],
    ['a wrong shared condition', { rules: [], conditions: { x: leaf } }, ['root_condition conditions.x']],
    [
      'a param that names no fact',
      {
        rules: [{ conditions: { all: [] }, event: { type: 'x', params: { p: { fact: 5 } } } }],
        replaceFactsInEventParams: true,
      },
      ['fact_name rules.0.event.params.p.fact'],
    ],
  ])('says what is wrong with %s, and where', (_, value, codes) => {
    expect(codesOf(value)).toEqual(codes);
  });

  test('has words for every problem, which name what to do', () => {
    const read = readRuleSet({ rules: ['x'], conditions: { a: { condition: 'a' } }, pathResolver: 'eval' });
    if (read.ok) throw new Error('read');
    expect(read.issues.map(describeIssue)).toEqual([
      'pathResolver is code, and Steward never runs code of a rule set. Remove it.',
      'A rule is an object with "conditions" and "event"; this is string.',
    ]);
  });
});

describe('a hostile rule set gets an issue, in bounded time', () => {
  const nested = (depth: number): unknown => {
    let condition: unknown = leaf;
    for (let level = 0; level < depth; level++) condition = level % 2 === 0 ? { all: [condition] } : { not: condition };
    return condition;
  };

  test('10,000 conditions deep', () => {
    expect(codesOf(ruleWith(nested(10_000)))[0]).toMatch(/^conditions_too_deep 0\.conditions/);
  });

  test('10,000 shared conditions in a chain', () => {
    const conditions = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`c${index}`, { all: [{ condition: `c${index + 1}` }] }]),
    );
    const codes = codesOf({ rules: [], conditions: { ...conditions, c10000: { all: [leaf] } } });
    expect(codes[0]).toMatch(/^conditions_too_deep/);
    expect(codes.length).toBeLessThanOrEqual(100);
  });

  test('a value 10,000 lists deep', () => {
    let value: JsonValue = 1;
    for (let level = 0; level < 10_000; level++) value = [value];
    expect(codesOf(ruleWith({ ...leaf, value }))[0]).toMatch(/^value_too_deep/);
  });

  test.each(['__proto__', 'constructor', 'toString'])('%s as a name', (key) => {
    const written = JSON.stringify(key);
    const read = (text: string) => codesOf(JSON.parse(text));
    const rule = `[{"conditions":{"all":[{"fact":"a","operator":"equal","value":{${written}:1}}]},"event":{"type":"x"}}]`;
    expect(read(rule)).toEqual([`unsafe_key 0.conditions.all.0.value.${key}`]);
    expect(read(`[{"conditions":{"all":[]},"event":{"type":${written}}}]`)).toEqual(['unsafe_key 0.event.type']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a fact called __proto__ or constructor is a fact like any other', () => {
    const rules = ['__proto__', 'constructor'].map((fact) => ({
      conditions: { all: [{ ...leaf, fact }] },
      event: { type: fact.slice(0, 2) },
    }));
    const read = readRuleSet({ rules, allowUndefinedFacts: true });
    if (!read.ok) throw new Error('not read');
    const run = (text: string) => runRuleSet(compileRuleSet(read.value), JSON.parse(text));
    expect(run('{"__proto__":1,"constructor":1}')).toMatchObject({
      value: { events: [{ type: '__' }, { type: 'co' }] },
    });
    expect(run('{}')).toMatchObject({ value: { events: [] } });
  });

  test('a list of a million values', () => {
    const value = Array.from({ length: 1_000_000 }, (_, index) => `value ${index}`);
    const read = readRuleSet(ruleWith({ ...leaf, operator: 'in', value }));
    if (!read.ok) throw new Error('not read');
    expect(runRuleSet(compileRuleSet(read.value), { a: 'value 999999' })).toMatchObject({ value: { events: [event] } });
  });

  test('shared conditions that double 60 times are looked at once each', () => {
    const conditions = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `c${index}`,
        { all: [{ condition: `c${index + 1}` }, { condition: `c${index + 1}` }] },
      ]),
    );
    const read = readRuleSet({
      rules: [{ conditions: { condition: 'c0' }, event }],
      conditions: { ...conditions, c60: { all: [leaf] } },
    });
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const run = runRuleSet(compileRuleSet(read.value), { a: 1 }, { results: true });
    expect(run.ok && run.value.events).toEqual([event]);
  });

  test('facts 100,000 lists deep end in an issue, not in an overflow', () => {
    let deep: JsonValue = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    const rules = [
      { ...leaf, operator: 'lessThan' },
      { ...leaf, path: '$..x' },
    ].map((condition) => ({ conditions: { all: [condition] }, event }));
    for (const rule of rules) {
      const read = readRuleSet([rule]);
      if (!read.ok) throw new Error('not read');
      const run = runRuleSet(compileRuleSet(read.value), { a: deep });
      expect(run).toMatchObject({ ok: false, issues: [{ code: 'operator_failed' }] });
    }
  });
});
