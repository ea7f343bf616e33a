import { describe, expect, it } from 'vitest';
import { describeIssue } from '../../../../engine/issue-messages.ts';
import { defaultIdentityModel } from '../../../../engine/identity/compare/default-identity-model.ts';
import type { IdentityRecord } from '../../../../engine/identity/model/identity-record.ts';
import type { ResolveProgress } from '../../../../engine/identity/resolve/resolve-options.ts';
import { resolveRecords } from '../../../../engine/identity/resolve/resolve-records.ts';

const model = defaultIdentityModel('person');

const ann = { given_name: 'Ann', family_name: 'Thornton', birth_date: '1984-07-02', email: 'ann.thornton@example.com' };
const records: IdentityRecord[] = [
  { id: 'crm-1', values: ann },
  { id: 'crm-2', values: { given_name: 'Piet', family_name: 'Verhoeven', birth_date: '1971-01-30' } },
  { id: 'shop-1', values: { ...ann, given_name: 'ANN', family_name: 'Thorntn' } },
  { id: 'chat-1', values: { given_name: 'Ann', family_name: 'Thornton' } },
];

describe('resolveRecords', () => {
  it('joins records of one customer and leaves others alone', () => {
    const resolved = resolveRecords(records, model);
    expect(resolved.profileOf[0]).toBe(resolved.profileOf[2]);
    expect(resolved.profileOf[0]).not.toBe(resolved.profileOf[1]);
    expect(resolved.profiles[0]?.records.slice(0, 2)).toEqual([0, 2]);
    expect(resolved.profiles[1]).toEqual({ records: [1], probability: 1 });
    expect(resolved.report).toMatchObject({ records: 4, candidatePairs: 6 });
    expect(resolved.model).toBe(model);
    expect(resolved.issues).toEqual([]);
  });

  it('lists pairs inside profiles and in doubt, highest first', () => {
    const { pairs } = resolveRecords(records, model);
    expect(pairs[0]).toMatchObject({ left: 0, right: 2, zone: 'same' });
    const bits = pairs.map((pair) => pair.bits);
    expect(bits).toEqual([...bits].sort((one, other) => other - one));
  });

  it('follows answers of persons', () => {
    const { profileOf } = resolveRecords(records, model, {
      answers: [
        { left: 0, right: 2, same: false },
        { left: 1, right: 3, same: true },
      ],
    });
    expect(profileOf[0]).not.toBe(profileOf[2]);
    expect(profileOf[1]).toBe(profileOf[3]);
  });

  it('keeps apart two different national ids and says so', () => {
    const withIds = [ann, ann].map((values, at) => ({
      id: `r${at}`,
      values: { ...values, national_id: at === 0 ? '123456782' : '987654324' },
    }));
    const { profileOf, pairs } = resolveRecords(withIds, model);
    expect([...profileOf]).toEqual([0, 1]);
    expect(pairs[0]?.zone).toBe('ask');
    expect(pairs[0]?.keptApart).toMatchObject({ by: 'guard', findings: [{ guard: 'never-together' }] });
  });

  it('tells how far it is, each stage from its beginning to its end', () => {
    const seen: ResolveProgress[] = [];
    resolveRecords(records, model, { onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ stage }) => stage)).toEqual([
      ...['prepare', 'candidates', 'candidates', 'score', 'score', 'cluster', 'cluster'],
    ]);
    expect(seen.every(({ done, of }) => done <= of)).toBe(true);
  });

  describe('of bad input', () => {
    it('makes no profile of nothing, and says so', () => {
      const resolved = resolveRecords([], model);
      expect(resolved.profiles).toEqual([]);
      expect(resolved.issues.map(describeIssue)).toEqual([
        'There are no records to resolve. Check the file, or the step before.',
      ]);
    });

    it('makes one profile of one record', () => {
      const resolved = resolveRecords(records.slice(0, 1), model);
      expect(resolved.profiles).toEqual([{ records: [0], probability: 1 }]);
      expect(resolved.issues).toEqual([]);
    });

    it('keeps apart records without values, and says how many', () => {
      const empty = [...records.slice(0, 2), { id: 'a', values: {} }, { id: 'b', values: { email: 'test@test.com' } }];
      const resolved = resolveRecords(empty, model);
      expect(resolved.report.profiles).toBe(4);
      expect(resolved.issues.map(({ code, params }) => [code, params['count']])).toEqual([
        ['identity_records_without_values', 2],
      ]);
      expect(resolved.report.setAside).toEqual([{ field: 'email', reason: 'placeholder', count: 1 }]);
      expect(resolveRecords(empty.slice(2), model).issues[0]?.code).toBe('identity_nothing_to_compare');
    });

    it('names ids that occur twice and keeps each a record', () => {
      const twice = [...records.slice(0, 2), { id: 'crm-1', values: {} }];
      const resolved = resolveRecords(twice, model);
      expect(resolved.report.records).toBe(3);
      expect(resolved.issues[0]).toMatchObject({ code: 'identity_duplicate_ids', severity: 'error' });
      expect(resolved.issues.map(describeIssue)[0]).toContain('Ids occur more than once: 1, such as crm-1.');
    });
  });
});
