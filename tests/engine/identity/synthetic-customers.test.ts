import { describe, expect, it } from 'vitest';
import { syntheticCustomers } from '../../identity/synthetic-customers.ts';

const records = [...syntheticCustomers({ records: 20_000 })];

describe('synthetic customers', () => {
  it('are the same for the same seed, and others for another', () => {
    expect([...syntheticCustomers({ records: 20_000 })]).toEqual(records);
    expect([...syntheticCustomers({ records: 20_000, seed: 7 })]).not.toEqual(records);
  });

  it('have one record more often than several, and no id twice', () => {
    const perCustomer = new Map<number, number>();
    for (const { customer } of records) perCustomer.set(customer, (perCustomer.get(customer) ?? 0) + 1);
    const counts = [...perCustomer.values()];
    const ofOne = counts.filter((count) => count === 1).length;
    expect(ofOne / counts.length).toBeGreaterThan(0.5);
    expect(Math.max(...counts)).toBeGreaterThan(4);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  });

  it('share a few names often and most names seldom', () => {
    const perName = new Map<string, number>();
    for (const { values } of records) {
      const name = values.family_name ?? '';
      perName.set(name, (perName.get(name) ?? 0) + 1);
    }
    perName.delete('');
    const counts = [...perName.values()].sort((one, other) => other - one);
    const total = counts.reduce((sum, count) => sum + count, 0);
    expect((counts[0] ?? 0) / total).toBeGreaterThan(0.005);
    expect(counts.filter((count) => count === 1).length / counts.length).toBeGreaterThan(0.3);
  });

  it('are written down differently from one system to another', () => {
    const namesOf = new Map<number, Set<string>>();
    for (const { customer, values } of records) {
      const names = namesOf.get(customer) ?? new Set();
      if (values.family_name !== undefined) names.add(values.family_name.toLowerCase());
      namesOf.set(customer, names);
    }
    const differing = [...namesOf.values()].filter(({ size }) => size > 1).length;
    expect(differing).toBeGreaterThan(100);
    expect(records.some(({ values }) => values.full_name !== undefined && values.given_name === undefined)).toBe(true);
    expect(records.some(({ values }) => values.email === 'test@test.com')).toBe(true);
  });
});
