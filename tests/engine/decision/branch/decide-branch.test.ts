import { describe, expect, test } from 'vitest';
import {
  checkBranch,
  decideBranch,
  describeIssue,
  recordDecision,
  type Branch,
  type Decision,
} from '../../../../engine/index.ts';
import { definite } from '../../../definite.ts';

const branch: Branch = {
  field: 'order.amount',
  valueType: 'number',
  cases: [
    { id: 'c7', label: 'Large', test: '>= 1000' },
    { id: 'c2', label: 'Medium', test: '[100..1000)' },
    { id: 'c9', label: 'Not known', test: 'null' },
  ],
};

describe('a branch', () => {
  test('takes the first case whose test passes, and names it by its label', () => {
    expect(decideBranch(branch, { order: { amount: 1000 } })).toEqual({
      ok: true,
      value: {
        port: 'c7',
        decision: {
          kind: 'branch',
          outcome: 'Large',
          reasons: [{ row: 'Large', text: 'order.amount meets >= 1000.' }],
          ruleId: 'Large',
          matched: ['Large'],
          tableId: 'branch',
          tableVersion: '',
          tableDigest: '',
        },
      },
    });
  });
  test('goes otherwise when no case takes the item', () => {
    expect(decideBranch(branch, { order: { amount: 99 } })).toMatchObject({
      value: { port: 'otherwise', decision: { outcome: 'Otherwise', ruleId: null } },
    });
  });
  test('has a way for absent values', () => {
    expect(decideBranch(branch, {})).toMatchObject({ value: { port: 'c9' } });
  });
  test('refuses a value of another type', () => {
    const decided = decideBranch(branch, { order: { amount: '1000' } });
    expect(decided).toMatchObject({ ok: false, issues: [{ code: 'wrong_type', path: ['order', 'amount'] }] });
  });
  test('tells that a number is written as text, as a table does', () => {
    const decided = decideBranch(branch, { order: { amount: '1000' } });
    expect(decided.ok ? '' : describeIssue(definite(decided.issues[0]))).toContain('a number written as text');
  });
  test('names a case without a label by its test', () => {
    const unlabelled: Branch = { ...branch, cases: [{ id: 'a', label: '', test: '> 5' }] };
    expect(decideBranch(unlabelled, { order: { amount: 6 } })).toMatchObject({
      value: { port: 'a', decision: { outcome: '> 5', ruleId: '> 5', reasons: [{ row: '> 5' }] } },
    });
  });
  test('says which case cannot be read', () => {
    const broken: Branch = { ...branch, field: '', cases: [{ id: 'a', label: 'Big ones', test: '=> 5 EUR' }] };
    const issues = checkBranch(broken);
    expect(issues).toMatchObject([
      { code: 'invalid_field_path', path: ['field'] },
      { code: 'operator_spelling', path: ['cases', 0, 'test'], params: { suggestion: '>= 5' } },
    ]);
    expect(describeIssue(definite(issues[1]))).toBe(
      'Case "Big ones": => is spelled differently here. Write >= 5 instead.',
    );
    expect(decideBranch(broken, {})).toMatchObject({ ok: false });
  });
});

describe('the record of decisions', () => {
  const decision: Decision = {
    kind: 'branch',
    outcome: 'A',
    reasons: [{ row: 'A', text: 'x' }],
    ruleId: 'A',
    matched: ['A'],
    tableId: 'branch',
    tableVersion: '',
    tableDigest: '',
  };

  test('begins with the first decision and names the step', () => {
    expect(recordDecision({ id: 1 }, 'Fork', decision)).toEqual({
      id: 1,
      steward: { decisions: [{ ...decision, step: 'Fork' }] },
    });
  });
  test('keeps the decisions that a decision required, in objects of their own', () => {
    const chained: Decision = {
      ...decision,
      required: [{ ...decision, tableId: 'tier', reasons: [{ row: 'r', text: 'y' }] }],
    };
    const recorded = recordDecision({}, 'Chain', chained);
    expect(recorded).toEqual({ steward: { decisions: [{ ...chained, step: 'Chain' }] } });
    definite(chained.required?.[0]).reasons[0] = { row: 'changed', text: 'changed' };
    definite(chained.required?.[0]).matched.push('changed');
    expect(JSON.stringify(recorded)).not.toContain('changed');
  });
  test('appends, keeps what else is there, and leaves the item alone', () => {
    const item = Object.freeze({
      steward: Object.freeze({ risk: { level: 'high' }, decisions: Object.freeze([{ step: 'First' }]) }),
    });
    const recorded = recordDecision(item as never, 'Second', decision);
    expect(recorded).toMatchObject({
      steward: { risk: { level: 'high' }, decisions: [{ step: 'First' }, { step: 'Second' }] },
    });
    expect(item.steward.decisions).toHaveLength(1);
  });
  test('replaces a steward field that is not ours', () => {
    expect(recordDecision({ steward: 'mine' }, 'Fork', decision)).toMatchObject({
      steward: { decisions: [{ step: 'Fork' }] },
    });
  });
});
