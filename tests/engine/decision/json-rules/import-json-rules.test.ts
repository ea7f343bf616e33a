import { describe, expect, test } from 'vitest';
import {
  importJsonRules,
  readRuleSet,
  type JsonCondition,
  type JsonValue,
  type RuleSet,
} from '../../../../engine/index.ts';
import { definite } from '../../../definite.ts';
import { ruleSetOf, tableOf } from './imported-rules.ts';

describe('an import', () => {
  const leafOf = (fact: string, operator: string, value: JsonValue) => ({ fact, operator, value });

  test('writes cells that a person would write', () => {
    const ruleSet = ruleSetOf(
      [
        {
          all: [
            leafOf('age', 'greaterThanInclusive', 18),
            leafOf('age', 'lessThan', 65),
            leafOf('tier', 'in', ['gold', 'vip']),
          ],
        },
        { any: [leafOf('age', 'lessThan', 18), leafOf('age', 'equal', 99)] },
        { all: [leafOf('tier', 'notIn', ['gold', 'basic']), { not: leafOf('tags', 'contains', 'blocked') }] },
        { any: [leafOf('age', 'greaterThan', 90), leafOf('tier', 'equal', 'basic')] },
      ],
      { allowUndefinedFacts: true },
    );
    expect(tableOf(ruleSet).rows.map(({ id, when }) => [id, when])).toEqual([
      ['rule-1', { age: '[18..65)', tier: '"gold", "vip"' }],
      ['rule-2', { age: '< 18, 99' }],
      ['rule-4', { age: '> 90' }],
      ['rule-4/2', { age: '<= 90, null', tier: '"basic"' }],
      ['rule-3', { tier: 'null', tags: 'null' }],
      ['rule-3/2', { tier: 'null', tags: 'not("blocked")' }],
      ['rule-3/3', { tier: 'not("gold", "basic")', tags: 'null' }],
      ['rule-3/4', { tier: 'not("gold", "basic")', tags: 'not("blocked")' }],
    ]);
  });

  test('makes outputs of types and params, and of the first event alone where that is wanted', () => {
    const conditions = { all: [leafOf('n', 'greaterThan', 1)] };
    const read = readRuleSet([
      { name: 'much', conditions, event: { type: 'stop', params: { fee: 5, tags: ['a'] } }, priority: 2 },
      { name: 'little', conditions: { not: conditions }, event: { type: 'go' } },
    ]);
    const imported = importJsonRules(definite(read.ok ? read.value : undefined), {
      hitPolicy: 'first',
      id: 'fees',
      name: 'Fees',
    });
    expect(imported).toMatchObject({ value: { table: { id: 'fees', name: 'Fees', hitPolicy: 'first' } } });
    expect(imported.ok && imported.value.table.outputs.map(({ id, type }) => `${id} ${type}`)).toEqual([
      'event string',
      'fee number',
      'tags list',
    ]);
    expect(imported.ok && imported.value.table.rows).toEqual([
      { id: 'much', when: { n: '> 1' }, then: { event: 'stop', fee: 5, tags: ['a'] } },
      { id: 'little', when: { n: '<= 1, null' }, then: { event: 'go' } },
    ]);
    expect(imported.ok && imported.value.notes.map(({ code }) => code)).toEqual(['absent_facts_decide']);
  });

  test.each<[string, JsonCondition]>([
    ['fact_against_fact', { all: [leafOf('a', 'equal', { fact: 'b' })] }],
    ['path', { all: [{ ...leafOf('a', 'equal', 1), path: '$.x[*]' }] }],
    ['path', { all: [{ ...leafOf('a', 'equal', 1), path: '$.length' }] }],
    ['path', { all: [leafOf('constructor', 'equal', 1)] }],
    ['mixed_types', { any: [leafOf('a', 'equal', 1), leafOf('a', 'equal', '1')] }],
    ['mixed_types', { any: [leafOf('a', 'equal', { x: 1 })] }],
    ['mixed_types', { all: [leafOf('a', 'greaterThan', ''), leafOf('a', 'equal', 3)] }],
    ['text_order', { all: [leafOf('a', 'lessThan', 'm')] }],
    ['text_order', { all: [leafOf('a', 'lessThan', '2026-01-01T00:00:00Z')] }],
    ['operator', { all: [leafOf('a', 'in', 'abc')] }],
    ['operator', { all: [leafOf('a', 'lessThan', null)] }],
    ['operator', { all: [leafOf('a', 'everyFact:lessThan', 3)] }],
    ['operator', { all: [leafOf('a', 'swap:someFact:in', ['x'])] }],
    ['may_fail', { all: [leafOf('a', 'someValue:equal', 3)] }],
    ['null_or_absent', { all: [leafOf('a', 'equal', null)] }],
    ['missing_condition', { condition: 'gone' }],
    [
      'too_many_values',
      {
        all: [
          leafOf(
            'a',
            'in',
            Array.from({ length: 2001 }, (_, index) => index),
          ),
        ],
      },
    ],
    [
      'too_many_rows',
      {
        all: Array.from({ length: 12 }, (_, index) => ({
          any: [leafOf(`a${index}`, 'equal', 1), leafOf(`b${index}`, 'equal', 1)],
        })),
      },
    ],
  ])('is refused for %s, by rule (%#)', (reason, condition) => {
    const ruleSet: RuleSet = {
      rules: [{ name: 'r', conditions: condition as RuleSet['rules'][number]['conditions'], event: { type: 'x' } }],
      allowUndefinedFacts: true,
    };
    expect(importJsonRules(ruleSet)).toMatchObject({
      ok: false,
      issues: [{ code: 'rule_not_importable', path: ['rules', 0], params: { rule: 'r', reason } }],
    });
  });

  test('is refused for events that cannot be results', () => {
    const withParams = (...list: JsonValue[]): RuleSet => ({
      rules: list.map((params) => ({ conditions: { all: [] }, event: { type: 'x', params } })),
    });
    const codesOf = (ruleSet: RuleSet) => {
      const imported = importJsonRules(ruleSet);
      return imported.ok ? [] : imported.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
    };
    expect(codesOf(withParams({ a: { b: 1 } }))).toEqual(['params_not_importable rules.0.event.params.a']);
    expect(codesOf(withParams('text'))).toEqual(['params_not_importable rules.0.event.params']);
    expect(codesOf(withParams({ event: 1 }))).toEqual(['params_not_importable rules.0.event.params.event']);
    expect(codesOf(withParams({ a: 1 }, { a: 'x' }))).toEqual(['param_types_differ rules.1.event.params.a']);
    expect(codesOf({ ...withParams({ a: { fact: 'n' } }), replaceFactsInEventParams: true })[0]).toBe(
      'param_from_fact rules.0.event.params.a',
    );
    expect(codesOf({ rules: [{ conditions: { all: [] }, event: { type: 'error' } }] })).toEqual([
      'error_event rules.0.event.type',
    ]);
  });

  test('says which rules never hold, and which may change places', () => {
    const never = { all: [leafOf('n', 'lessThan', 1), leafOf('n', 'greaterThan', 2)] };
    const quick = { any: [{ ...leafOf('n', 'equal', 1), priority: 5 }, leafOf('n', 'equal', 2)] };
    const slow = {
      all: [{ any: [leafOf('n', 'lessThan', 9), leafOf('n', 'lessThan', 8)] }, leafOf('n', 'lessThan', 7)],
    };
    const imported = importJsonRules(ruleSetOf([never, quick, slow], { allowUndefinedFacts: true }));
    expect(imported.ok && imported.value.notes.map(({ code, params }) => [code, params['rule']])).toEqual([
      ['order_within_priority', 'rule 3'],
      ['rule_never_holds', 'rule 1'],
    ]);
  });

  test('ends in bounded time for alternatives that multiply', () => {
    const pair = (index: number): JsonCondition => ({
      all: [leafOf(`a${index}`, 'equal', 1), leafOf(`a${index + 1}`, 'equal', 1)],
    });
    const conditions: JsonCondition[] = [
      { any: Array.from({ length: 400 }, (_, index) => pair(index)) },
      { not: { all: Array.from({ length: 400 }, (_, index) => ({ not: pair(index) })) } },
    ];
    const imported = importJsonRules(ruleSetOf(conditions, { allowUndefinedFacts: true }));
    expect(imported).toMatchObject({
      ok: false,
      issues: [{ params: { reason: 'too_many_rows' } }, { params: { reason: 'too_many_rows' } }],
    });
  });

  test('reads shared conditions that double 60 times once each', () => {
    const conditions = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `c${index}`,
        { all: [{ condition: `c${index + 1}` }, { condition: `c${index + 1}` }] },
      ]),
    );
    const last = { any: [leafOf('a', 'equal', 1), leafOf('b', 'equal', 1)] };
    const table = tableOf(
      ruleSetOf([{ condition: 'c0' }], { conditions: { ...conditions, c60: last }, allowUndefinedFacts: true }),
    );
    expect(table.rows).toHaveLength(2);
  });
});
