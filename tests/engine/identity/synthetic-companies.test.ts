import { describe, expect, it } from 'vitest';
import { defaultIdentityModel, pairwiseAccuracy, resolveRecords } from '../../../engine/index.ts';
import { syntheticCompanies } from '../../identity/synthetic-companies.ts';

const records = syntheticCompanies({ records: 1_500 });

function byCustomer(): string[][] {
  const groups = new Map<number, string[]>();
  for (const { customer, values } of records)
    groups.set(customer, [...(groups.get(customer) ?? []), values.company ?? '']);
  return [...groups.values()];
}

describe('synthetic companies', () => {
  it('are the same for the same seed, and others for another, with no id twice', () => {
    expect(syntheticCompanies({ records: 1_500 })).toEqual(records);
    expect(syntheticCompanies({ records: 1_500, seed: 7 })).not.toEqual(records);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  });

  it('are written in many ways, and have groups of companies at one address and one domain', () => {
    const differing = byCustomer().filter((names) => new Set(names).size > 1);
    expect(differing.length).toBeGreaterThan(200);
    const customersOfDomain = new Map<string, Set<number>>();
    for (const { values, customer } of records) {
      const domain = values.email?.split('@')[1] ?? '';
      if (domain.endsWith('.example'))
        customersOfDomain.set(domain, (customersOfDomain.get(domain) ?? new Set()).add(customer));
    }
    expect([...customersOfDomain.values()].filter(({ size }) => size > 1).length).toBeGreaterThan(10);
    expect(records.some(({ values }) => /Holding|Verwaltungs|Beteiligungs/.test(values.company ?? ''))).toBe(true);
  });

  it('are joined only where they are one, and mostly where they are', () => {
    const many = syntheticCompanies({ records: 3_000, seed: 5 });
    const resolved = resolveRecords(many, defaultIdentityModel('company'), { region: 'US' });
    const customers = many.map(({ customer }) => String(customer));
    const { precision, recall } = pairwiseAccuracy(resolved.profileOf, customers);
    expect(precision).toBeGreaterThanOrEqual(0.995);
    expect(recall).toBeGreaterThan(0.75);
  });
});
