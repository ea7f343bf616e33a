import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultIdentityModel } from '../../../../engine/identity/compare/default-identity-model.ts';
import type { IdentityRecord } from '../../../../engine/identity/model/identity-record.ts';
import type { ResolveOptions } from '../../../../engine/identity/resolve/resolve-options.ts';
import { resolveRecords } from '../../../../engine/identity/resolve/resolve-records.ts';

const model = defaultIdentityModel('person');

/** So few values that most records are near one another. */
const values = fc.record(
  {
    given_name: fc.constantFrom('Ann', 'Anna', 'Piet', 'A.'),
    family_name: fc.constantFrom('Thornton', 'Thorntn', 'Verhoeven', 'Ann'),
    birth_date: fc.constantFrom('1984-07-02', '1984-02-07', '1971-01-30'),
    email: fc.constantFrom('ann@example.com', 'ann.t@example.org', 'test@test.com'),
    phone: fc.constantFrom('+49 30 901820', '030 901820', '+49 89 233'),
    national_id: fc.constantFrom('123456782', '987654324'),
  },
  { requiredKeys: [] },
);
const batches = fc
  .array(values, { maxLength: 9 })
  .map((all) => all.map((one, at): IdentityRecord => ({ id: `r${at}`, values: one })));

function profilesOf(records: readonly IdentityRecord[], options: ResolveOptions = {}): string[] {
  const { profiles } = resolveRecords(records, model, { fit: 'never', region: 'DE', ...options });
  return profiles
    .map((profile) =>
      profile.records
        .map((at) => records[at]?.id ?? '')
        .sort()
        .join(' '),
    )
    .sort();
}

describe('resolveRecords, for any records', () => {
  it('makes the same profiles in whatever order they come', () => {
    fc.assert(
      fc.property(
        batches.chain((batch) => fc.tuple(fc.constant(batch), fc.shuffledSubarray(batch, { minLength: batch.length }))),
        ([batch, shuffled]) => {
          expect(profilesOf(shuffled)).toEqual(profilesOf(batch));
        },
      ),
    );
  });

  it('moves nobody for a stranger who is added', () => {
    const stranger: IdentityRecord = {
      id: 'stranger',
      values: { given_name: 'Zoë', family_name: 'Ferrari', birth_date: '2001-11-23', email: 'zoe@example.net' },
    };
    fc.assert(
      fc.property(batches, (batch) => {
        expect(profilesOf([stranger, ...batch])).toEqual([...profilesOf(batch), 'stranger'].sort());
      }),
    );
  });

  it('keeps together what persons confirm of what it found', () => {
    fc.assert(
      fc.property(batches, (batch) => {
        const { profiles } = resolveRecords(batch, model, { fit: 'never', region: 'DE' });
        const answers = profiles.flatMap(({ records: [first, ...others] }) =>
          first === undefined ? [] : others.map((right) => ({ left: first, right, same: true })),
        );
        const { profileOf } = resolveRecords(batch, model, { fit: 'never', region: 'DE', answers });
        for (const { left, right } of answers) expect(profileOf[left]).toBe(profileOf[right]);
      }),
    );
  });

  it('puts every record into one profile, and calls the same only what is in one', () => {
    fc.assert(
      fc.property(batches, (batch) => {
        const { profiles, profileOf, pairs, report } = resolveRecords(batch, model, { region: 'DE' });
        expect(profiles.flatMap(({ records }) => records).sort()).toEqual(batch.map((_record, at) => at).sort());
        for (const { left, right, zone } of pairs) expect(zone === 'same').toBe(profileOf[left] === profileOf[right]);
        expect(report.ask).toBe(pairs.filter(({ zone }) => zone === 'ask').length);
      }),
    );
  });
});
