import { describe, expect, it } from 'vitest';
import { filtersOf, ledgerSearchOf, searchOf, setFilters, withFilter } from '../../../editor/src/ledger/filters.ts';

describe('the filters of the explorer', () => {
  it('are all decisions when the address names nothing', () => {
    expect(filtersOf('')).toEqual({ stream: 'decisions' });
    expect(searchOf({ stream: 'decisions' })).toBe('');
  });

  it('come back from the address that they were written to', () => {
    const filters = {
      stream: 'claims',
      person: 's_AbC-1',
      journey: 'wf 1',
      step: 'How risky?',
      outcome: 'a & b',
      table: 't',
      rule: 'r',
      kind: 'decision',
      from: '2026-11-01',
      until: '2026-11-22',
    };
    expect(filtersOf(searchOf(filters))).toEqual(filters);
  });

  it.each(['yesterday', '2026-13-45', '22.11.2026'])('take %s for no day', (from) => {
    expect(filtersOf(`?from=${from}`)).toEqual({ stream: 'decisions' });
  });

  it('lose one that is emptied, and keep the others', () => {
    const filters = { stream: 'decisions', step: 'A', outcome: 'high' };
    expect(withFilter(filters, 'step', '')).toEqual({ stream: 'decisions', outcome: 'high' });
    expect(withFilter(filters, 'step', 'B')).toEqual({ ...filters, step: 'B' });
    expect(setFilters(filters)).toEqual(['step', 'outcome']);
  });

  it('ask the hub from the first midnight to the one after the last day, in the reader’s time zone', () => {
    const { from, until } = ledgerSearchOf({ stream: 'decisions', from: '2026-11-01', until: '2026-11-01' });
    expect(from).toBe(new Date(2026, 10, 1).toISOString());
    expect(until).toBe(new Date(2026, 10, 2).toISOString());
  });

  it('name a person by the random name alone', () => {
    expect(ledgerSearchOf({ stream: 'decisions', person: 's_x' })).toEqual({ stream: 'decisions', subjectRef: 's_x' });
  });
});
