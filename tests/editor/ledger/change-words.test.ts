import { describe, expect, it } from 'vitest';
import { whatWouldChange, type InputChange, type JsonValue } from '../../../engine/index.ts';
import { changedResults, changeInWords } from '../../../editor/src/ledger/entry/change-words.ts';
import { refundTable } from './sample-ledger.ts';

const between = (low: JsonValue, lowIncluded: boolean, high: JsonValue, highIncluded: boolean): InputChange => ({
  kind: 'between',
  low,
  lowIncluded,
  high,
  highIncluded,
});

describe('what would have changed an outcome, in words', () => {
  it.each<[InputChange, string]>([
    [between(null, false, 500, true), 'at most 500'],
    [between(null, false, 500, false), 'below 500'],
    [between(50, false, null, false), 'above 50'],
    [between(5000, true, null, false), 'at least 5,000'],
    [between(18, true, 65, false), 'from 18 to below 65'],
    [between(18, true, 65, true), 'from 18 to 65'],
    [between('2026-01-01', true, '2026-01-01', true), '2026-01-01'],
    [{ kind: 'one-of', values: ['a'] }, 'a'],
    [{ kind: 'one-of', values: ['a', 'b', true] }, 'a, b or yes'],
    [{ kind: 'none-of', values: ['a', 'b'] }, 'anything but a or b'],
    [{ kind: 'with', member: 'x' }, 'a list with x'],
    [{ kind: 'without', member: 'x' }, 'a list without x'],
    [{ kind: 'absent' }, 'missing'],
  ])('%j', (change, words) => {
    expect(changeInWords(change)).toBe(words);
  });

  it('has words for whatever the engine finds in the sample table', () => {
    const inputs = { reason: 'late_delivery', amount: 25.8, days: 34, tier: 'standard', refunds: 0, risk: 'high' };
    const found = whatWouldChange(refundTable, inputs);
    if (!found.ok) throw new Error(JSON.stringify(found.issues));
    expect(found.value.map(({ input, change }) => `${input} ${changeInWords(change)}`)).toContain('amount above 50');
  });

  it('tells only the results that differ', () => {
    expect(changedResults({ pay: true, days: 3 }, { pay: false, days: 3 })).toEqual({ pay: false });
    expect(changedResults({ pay: true }, null)).toBeNull();
    expect(changedResults(null, { pay: false })).toEqual({ pay: false });
    expect(changedResults({ pay: true }, [{ pay: true }])).toEqual([{ pay: true }]);
  });
});
