import { expect, test } from 'vitest';
import { changedResults } from '../../../editor/src/ledger/entry/changed-results.ts';

test('of another outcome, only the results that differ are told', () => {
  expect(changedResults({ pay: true, days: 3 }, { pay: false, days: 3 })).toEqual({ pay: false });
  expect(changedResults({ pay: true }, null)).toBeNull();
  expect(changedResults(null, { pay: false })).toEqual({ pay: false });
  expect(changedResults({ pay: true }, [{ pay: true }])).toEqual([{ pay: true }]);
});
