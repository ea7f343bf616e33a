import { describe, expect, it } from 'vitest';
import {
  checkPlacing,
  decideTable,
  itemIsFacts,
  recordTableOutcome,
  tableDigest,
  type DecisionTable,
} from '../../../../engine/index.ts';

const table: DecisionTable = {
  schemaVersion: 1,
  id: 'flags',
  name: 'Flags',
  version: '1',
  hitPolicy: 'collect',
  inputs: [{ id: 'amount', name: 'Amount', path: 'amount', type: 'number' }],
  outputs: [{ id: 'flag', name: 'Flag', type: 'string' }],
  rows: [
    { id: 'large', when: { amount: '> 10' }, then: { flag: 'large' } },
    { id: 'huge', when: { amount: '> 100' }, then: { flag: 'huge' } },
  ],
};

function record(item: { amount: number; flag?: string }, outputField: string, of: DecisionTable = table) {
  const decided = decideTable(of, item, itemIsFacts);
  if (!decided.ok) throw new Error(JSON.stringify(decided.issues));
  return recordTableOutcome(item, 'Step', decided.value, outputField);
}

describe('the outcome of a table in an item', () => {
  it('is a list under its field where the table gives several', () => {
    const recorded = record({ amount: 500 }, 'found.flags');
    expect(recorded).toMatchObject({ found: { flags: [{ flag: 'large' }, { flag: 'huge' }] } });
    expect(recorded['steward']).toMatchObject({
      decisions: [{ matched: ['large', 'huge'], tableDigest: tableDigest(table), step: 'Step' }],
    });
  });

  it('is null under its field where no row matches', () => {
    expect(record({ amount: 1 }, 'flags')).toMatchObject({ amount: 1, flags: null });
  });

  it('stands beside the fields of the item when it is single; a list never does, and that is told beforehand', () => {
    const single: DecisionTable = { ...table, hitPolicy: 'first' };
    expect(record({ amount: 500 }, '', single)).toMatchObject({ amount: 500, flag: 'large' });
    expect(record({ amount: 500, flag: 'own' }, '')).toMatchObject({ amount: 500, flag: 'own' });
    const placing = { outputField: '', several: 'list', route: null } as const;
    expect(checkPlacing(placing, table)).toMatchObject([{ code: 'merge_needs_single', path: ['outputField'] }]);
    expect(checkPlacing(placing, single)).toEqual([]);
  });

  it('is a figure under the id of the result', () => {
    const counted: DecisionTable = { ...table, aggregation: 'count' };
    expect(record({ amount: 500 }, 'count', counted)).toMatchObject({ count: { flag: 2 } });
    expect(record({ amount: 1 }, 'count', counted)).toMatchObject({ count: { flag: 0 } });
  });
});
