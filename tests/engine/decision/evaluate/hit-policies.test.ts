import { describe, expect, it } from 'vitest';
import {
  decideTable,
  describeIssue,
  itemIsFacts,
  tableDigest,
  type Aggregation,
  type DecisionTable,
  type HitPolicy,
  type JsonObject,
  type JsonValue,
} from '../../../../engine/index.ts';
import { readCases } from '../cases.ts';

interface Expectation {
  outcome?: JsonValue;
  matched?: string[];
  /** Rows that the reasons name. */
  reasons?: string[];
  issue?: string;
  /** Rows that the issue names. */
  rows?: string[];
}

const situations = ['oneMatch', 'severalThatAgree', 'severalThatDiffer', 'noMatch'] as const;
type Situation = (typeof situations)[number];

interface PolicyCases extends Record<Situation | 'noMatchWithDefaults', Expectation> {
  hitPolicy: HitPolicy;
  aggregation?: Aggregation;
}

interface HitPolicyCases {
  table: DecisionTable;
  items: Record<Situation, JsonObject>;
  sameAsNoMatch: Record<string, JsonObject>;
  errors: Record<string, { item: JsonObject; issue: string }>;
  policies: PolicyCases[];
}

const { table: base, items, sameAsNoMatch, errors, policies } = readCases<HitPolicyCases>('hit-policies');

/** The table under a policy: a figure is made of the fee alone. */
function tableFor({ hitPolicy, aggregation }: PolicyCases, withDefaults = false): DecisionTable {
  const outputs = base.outputs
    .filter(({ id }) => aggregation === undefined || id === 'fee')
    .map((output) => (withDefaults && output.id === 'fee' ? { ...output, default: 9 } : output));
  const rows = base.rows.map((row) => ({
    ...row,
    then: Object.fromEntries(Object.entries(row.then).filter(([id]) => outputs.some((output) => output.id === id))),
  }));
  return { ...base, hitPolicy, outputs, rows, ...(aggregation === undefined ? {} : { aggregation }) };
}

function expectDecision(table: DecisionTable, item: JsonObject, expected: Expectation): void {
  const decided = decideTable(table, item, itemIsFacts);
  if (expected.issue !== undefined) {
    expect(decided).toMatchObject({ ok: false, issues: [{ code: expected.issue, params: { rows: expected.rows } }] });
    if (!decided.ok && decided.issues[0]) expect(describeIssue(decided.issues[0])).toContain(expected.rows?.join(', '));
    return;
  }
  if (!decided.ok) throw new Error(decided.issues.map(describeIssue).join(' '));
  const { decision, outcome } = decided.value;
  expect(outcome).toEqual(expected.outcome);
  expect(decision).toMatchObject({
    kind: 'table',
    outcome: expected.outcome,
    matched: expected.matched,
    ruleId: expected.reasons?.find((row) => row !== 'default') ?? null,
    tableDigest: tableDigest(table),
  });
  expect(decision.reasons.map(({ row }) => row)).toEqual(expected.reasons);
}

describe.each(policies)('the hit policy $hitPolicy $aggregation', (policy) => {
  const table = tableFor(policy);

  it.each(situations)('decides: %s', (situation) => expectDecision(table, items[situation], policy[situation]));

  it('takes the defaults when no row matches and the table has some', () => {
    expectDecision(tableFor(policy, true), items.noMatch, policy.noMatchWithDefaults);
  });

  it.each(Object.entries(sameAsNoMatch))('matches no row on %s', (_, item) => {
    expectDecision(table, item, policy.noMatch);
  });

  it.each(Object.entries(errors))('gives an error for %s', (_, { item, issue }) => {
    expect(decideTable(table, item, itemIsFacts)).toMatchObject({ ok: false, issues: [{ code: issue }] });
  });

  it('gives objects that nobody else holds', () => {
    const [one, other] = [0, 1].map(() => decideTable(table, items.oneMatch, itemIsFacts));
    if (one?.ok !== true || other?.ok !== true) throw new Error('not decided');
    const outcome = Array.isArray(one.value.outcome) ? one.value.outcome[0] : one.value.outcome;
    if (outcome) outcome['fee'] = 'changed';
    one.value.decision.matched.push('changed');
    for (const reason of one.value.decision.reasons) reason.text = 'changed';
    expect(decideTable(table, items.oneMatch, itemIsFacts)).toEqual(other);
  });
});

describe('the sum of a table', () => {
  const sumOf = (...fees: number[]) => {
    const rows = fees.map((fee, index) => ({ id: `r${index}`, when: {}, then: { fee } }));
    const outputs = base.outputs.slice(1);
    return decideTable({ ...base, hitPolicy: 'collect', aggregation: 'sum', outputs, rows }, {}, itemIsFacts);
  };

  it.each([
    [[0.1, 0.2], 0.3],
    [[0.1, 0.7, -0.8], 0],
    [[1e21, 1, -1e21], 1],
    [[1.005, 2.01, 1e-7], 3.0150001],
    [[9007199254740991, 3], 9007199254740994],
    [[-0, 0], 0],
  ])('of %j is %d, as people add', (fees, sum) => {
    expect(sumOf(...fees)).toMatchObject({ value: { outcome: { fee: sum } } });
  });

  it('that no number can hold is an error', () => {
    expect(sumOf(1e308, 1e308)).toMatchObject({ ok: false, issues: [{ code: 'figure_too_large' }] });
  });

  it('of numbers far apart takes no time', () => {
    expect(sumOf(1e308, 5e-324)).toMatchObject({ value: { outcome: { fee: 1e308 } } });
  });
});

describe('priorities', () => {
  const ranked = (rows: DecisionTable['rows']): DecisionTable => ({
    ...base,
    hitPolicy: 'output-order',
    outputs: [
      { id: 'note', name: 'Note', type: 'string' },
      { id: 'level', name: 'Level', type: 'string', allowed: ['high', 'low'] },
      { id: 'team', name: 'Team', type: 'list', allowed: ['legal', 'sales'] },
    ],
    rows,
  });
  const orderOf = (...results: JsonObject[]) => {
    const rows = results.map((then, index) => ({ id: `r${index}`, when: {}, then: then as Record<string, JsonValue> }));
    const decided = decideTable(ranked(rows), {}, itemIsFacts);
    return decided.ok ? decided.value.decision.matched.join(' ') : decided.issues;
  };

  it('count left to right; columns without allowed values do not', () => {
    expect(orderOf({ note: 'z', level: 'low', team: ['legal'] }, { note: 'a', level: 'high', team: ['sales'] })).toBe(
      'r1 r0',
    );
    expect(orderOf({ level: 'low', team: ['sales'] }, { level: 'low', team: ['legal'] })).toBe('r1 r0');
  });
  it('leave equal rows in their order, and put rows without a result last', () => {
    expect(orderOf({ level: 'low' }, {}, { level: 'low' }, { level: 'high' })).toBe('r3 r0 r2 r1');
  });
  it('of a list are those of its first-ranking member', () => {
    expect(orderOf({ team: ['sales'] }, { team: ['sales', 'legal'] }, { team: [] })).toBe('r1 r0 r2');
  });
});
