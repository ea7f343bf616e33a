import { describe, expect, it } from 'vitest';
import { defaultSurvivorship } from '../../../../engine/identity/golden/default-survivorship.ts';
import { goldenRecord } from '../../../../engine/identity/golden/golden-record.ts';
import type { SourceRecord, SurvivorshipRule } from '../../../../engine/identity/model/golden-record.ts';

const crm: SourceRecord = {
  id: 'crm-1',
  source: 'crm',
  updatedAt: '2026-03-01T09:00:00Z',
  values: {
    given_name: 'Kate',
    family_name: 'Meier',
    email: 'kate@example.com',
    street: 'Lindenweg',
    house_number: '4',
    city: 'Ulm',
    postcode: '89073',
    newsletter: 'yes',
  },
};
const shop: SourceRecord = {
  id: 'shop-9',
  source: 'shop',
  updatedAt: '2026-05-01T09:00:00Z',
  values: { given_name: 'Katharina', family_name: 'Schulz', email: 'k.schulz@example.com', country: 'DE' },
};
const chat: SourceRecord = {
  id: 'chat-3',
  source: 'chat',
  updatedAt: '2025-12-31',
  values: { given_name: 'K', family_name: 'Meier', newsletter: 'unsubscribed', birth_date: '1990-02-03' },
};

function valuesOf(records: readonly SourceRecord[], rules: Readonly<Record<string, SurvivorshipRule>> = {}) {
  const { values } = goldenRecord(records, {
    otherwise: defaultSurvivorship.otherwise,
    fields: { ...defaultSurvivorship.fields, ...rules },
  });
  return Object.fromEntries(Object.entries(values).map(([field, { value }]) => [field, value]));
}

function saying(field: string, ...values: string[]): SourceRecord[] {
  return values.map((value, at) => ({ id: `r${at}`, updatedAt: `2026-01-0${at + 1}`, values: { [field]: value } }));
}

describe('goldenRecord', () => {
  it('takes the latest family name and e-mail, the fullest given name, and says where each comes from', () => {
    const { values } = goldenRecord([crm, shop, chat]);
    expect(values.family_name).toEqual({ value: 'Schulz', from: 'shop-9', source: 'shop', rule: 'most-recent' });
    expect(values.given_name).toEqual({ value: 'Katharina', from: 'shop-9', source: 'shop', rule: 'longest' });
    expect(values.email?.value).toBe('k.schulz@example.com');
    expect(Object.keys(values).slice(0, 3)).toEqual(['given_name', 'family_name', 'birth_date']);
  });

  it.each<[SurvivorshipRule, string]>([
    [{ by: 'most-recent' }, 'Schulz'],
    [{ by: 'most-frequent' }, 'Meier'],
    [{ by: 'longest' }, 'Schulz'],
    [{ by: 'most-trusted', sources: ['chat', 'crm'] }, 'Meier'],
    [{ by: 'conservative', order: ['meier', 'schulz'] }, 'Meier'],
  ])('follows the rule %o', (rule, expected) => {
    expect(valuesOf([crm, shop, chat], { family_name: rule }).family_name).toBe(expected);
  });

  it('lets the answer that forbids win, and reports the conflict with it first', () => {
    const { values, conflicts } = goldenRecord([crm, shop, chat]);
    expect(values['newsletter']).toEqual({
      value: 'unsubscribed',
      from: 'chat-3',
      source: 'chat',
      rule: 'conservative',
    });
    expect(conflicts).toEqual([
      {
        field: 'newsletter',
        values: [
          { value: 'unsubscribed', records: ['chat-3'] },
          { value: 'yes', records: ['crm-1'] },
        ],
      },
    ]);
  });

  it.each([
    ['marketing_consent', 'no', 'yes'],
    ['marketingConsent', 'FALSE', 'true'],
    ['email_opt_in', 'opt_out', 'opt_in'],
    ['newsletter', 'pending', 'subscribed'],
    ['do_not_contact', 'true', 'false'],
    ['opt_out', '1', '0'],
    ['doNotCall', 'yes', 'no'],
    ['contact_preference', 'none', 'email'],
    ['contact_preference', 'phone', 'all'],
    ['consent', 'withdrawn', 'granted'],
    ['newsletter', 'nein', 'ja'],
  ])('knows of %s that %s is more careful than %s', (field, careful, other) => {
    expect(valuesOf(saying(field, careful, other))[field]).toBe(careful);
    expect(valuesOf(saying(field, other, careful))[field]).toBe(careful);
  });

  it('does not read permissions into fields that only sound like them', () => {
    expect(valuesOf(saying('loyalty_tier', 'none', 'gold')).loyalty_tier).toBe('gold');
    expect(goldenRecord(saying('loyalty_tier', 'none', 'gold')).conflicts).toEqual([]);
  });

  it('takes an address as a whole: no street of one record with the town of another', () => {
    const moved: SourceRecord = {
      id: 'erp-2',
      updatedAt: '2026-04-01',
      values: { street: 'Hafenstr.', house_number: '12', city: 'Kiel' },
    };
    const golden = valuesOf([crm, shop, moved]);
    expect([golden.street, golden.house_number, golden.city, golden.postcode]).toEqual([
      'Hafenstr.',
      '12',
      'Kiel',
      undefined,
    ]);
    // The shop knows nothing but the country, which contradicts nobody.
    expect(golden.country).toBe('DE');
  });

  it('takes address fields one by one where one has a rule of its own', () => {
    const golden = valuesOf([crm, { id: 'erp', updatedAt: '2026-04-01', values: { street: 'Hafenstr.' } }], {
      postcode: { by: 'longest' },
    });
    expect([golden.street, golden.postcode]).toEqual(['Hafenstr.', '89073']);
  });

  it('reports two birth dates and takes the one that most records have', () => {
    const { values, conflicts } = goldenRecord(saying('birth_date', '1990-02-03', '1990-02-03', '1990-03-02'));
    expect(values.birth_date?.value).toBe('1990-02-03');
    expect(conflicts[0]?.values[0]).toEqual({ value: '1990-02-03', records: ['r0', 'r1'] });
  });

  it('sees no conflict in letter case or spaces, nor in what the caller calls equal', () => {
    expect(goldenRecord(saying('newsletter', 'Yes', ' yes ')).conflicts).toEqual([]);
    const keyOf = (_field: string, value: string): string => value.replaceAll(/\D/gu, '');
    expect(goldenRecord(saying('birth_date', '1990-02-03', '1990.02.03'), undefined, { keyOf }).conflicts).toEqual([]);
  });

  it('leaves out blanks and what the caller sets aside', () => {
    const counts = (_field: string, value: string): boolean => value !== 'test@test.com';
    const records = saying('email', 'ann@example.com', ' ', 'test@test.com');
    expect(goldenRecord(records, undefined, { counts }).values.email?.from).toBe('r0');
    expect(goldenRecord([]).values).toEqual({});
  });

  it('counts a record whose moment cannot be read as the oldest', () => {
    const records = saying('email', 'ann@example.com', 'b@example.com');
    const unreadable = { ...(records[1] as SourceRecord), updatedAt: 'yesterday' };
    expect(goldenRecord([unreadable, records[0] as SourceRecord]).values.email?.value).toBe('ann@example.com');
  });

  it('reads offsets: a later clock is not a later moment', () => {
    const east = { id: 'a', updatedAt: '2026-01-01T10:00:00+09:00', values: { email: 'a@example.com' } };
    const west = { id: 'b', updatedAt: '2026-01-01T09:00:00Z', values: { email: 'b@example.com' } };
    expect(goldenRecord([east, west]).values.email?.from).toBe('b');
  });

  it('keeps a field called __proto__ a field', () => {
    const values = JSON.parse('{"__proto__":"x"}') as Record<string, string>;
    expect(Object.entries(goldenRecord([{ id: 'a', values }]).values).map(([field]) => field)).toEqual(['__proto__']);
  });
});
