import { describe, expect, it } from 'vitest';
import { defaultIdentityModel } from '../../../../engine/identity/compare/default-identity-model.ts';
import { normalizeRecord } from '../../../../engine/identity/fields/normalize-record.ts';
import type { IdentityRecord } from '../../../../engine/identity/model/identity-record.ts';
import { knownRecords, type KnownRecord } from '../../../../engine/identity/resolve/known-records.ts';
import { matchAgainst, type MatchFinding } from '../../../../engine/identity/resolve/match-against.ts';

const model = defaultIdentityModel('person');
const ann = { given_name: 'Ann', family_name: 'Thornton', birth_date: '1984-07-02', email: 'ann.thornton@example.com' };

function known(profileId: string, values: IdentityRecord['values']): KnownRecord {
  return { profileId, record: normalizeRecord({ id: profileId, values }) };
}

function match(values: IdentityRecord['values'], records: readonly KnownRecord[]): MatchFinding {
  return matchAgainst(normalizeRecord({ id: 'x', values }), knownRecords(records, model));
}

/** Strangers, so many that only near ones are compared. */
const strangers = Array.from({ length: 400 }, (_none, at) =>
  known(`S-${at}`, { given_name: 'Piet', family_name: `Verhoeven${at}`, birth_date: '1971-01-30' }),
);

describe('matchAgainst', () => {
  it.each([
    ['few', []],
    ['many', strangers],
  ])('knows somebody among %s', (_words, others) => {
    const found = match({ ...ann, family_name: 'Thorntn' }, [...others, known('P-1', ann)]);
    expect(found).toMatchObject({ decision: 'known', profileId: 'P-1' });
    expect(found.candidates[0]?.explanation.zone).toBe('same');
  });

  it('calls new whom nobody is near, and everybody where nobody is known', () => {
    const nobody = { decision: 'new', profileId: null, probability: 0, candidates: [] };
    expect(match(ann, strangers)).toEqual(nobody);
    expect(match(ann, [])).toEqual(nobody);
  });

  it('asks about a name alone', () => {
    expect(match({ given_name: 'Ann', family_name: 'Thornton' }, [known('P-1', ann)]).decision).toBe('ask');
  });

  it('asks where two profiles are certain, the likelier first, at most five', () => {
    const twins = Array.from({ length: 7 }, (_none, at) => known(`P-${7 - at}`, ann));
    const found = match(ann, twins);
    expect(found.decision).toBe('ask');
    expect(found.candidates.map(({ profileId }) => profileId)).toEqual(['P-1', 'P-2', 'P-3', 'P-4', 'P-5']);
  });

  it('asks where a guard speaks against it', () => {
    const found = match({ ...ann, national_id: '123456782' }, [known('P-1', { ...ann, national_id: '987654324' })]);
    expect(found.decision).toBe('ask');
    expect(found.candidates[0]?.explanation.guards).toMatchObject([{ guard: 'never-together' }]);
  });

  it('takes the average over the records of a profile, and explains the likeliest', () => {
    const other = { given_name: 'Ann', family_name: 'Marsh', birth_date: '1990-11-23', email: 'marsh@example.net' };
    const found = match(ann, [known('P-1', other), known('P-1', ann)]);
    expect(found.candidates[0]?.explanation.zone).toBe('same');
    expect(found.decision).toBe('ask');
  });
});
