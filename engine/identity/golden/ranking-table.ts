import type { DecisionTable } from '../../decision/model.ts';

/**
 * A table to begin with where a table ranks the values of a customer: every fact of `ClaimFacts` that tells one value from
 * another is a column, and what most records say comes first.
 * @returns a new table on each call
 * @example { by: 'table', table: rankingTable() }
 */
export function rankingTable(): DecisionTable {
  return {
    schemaVersion: 1,
    id: 'which-value-holds',
    name: 'Which value holds',
    version: '1',
    description: 'Ranks what the records of one customer say of a field: the value with the least rank holds.',
    hitPolicy: 'first',
    inputs: [
      { id: 'source', path: 'source', name: 'Source', type: 'string' },
      { id: 'updatedOn', path: 'updatedOn', name: 'Last changed', type: 'date' },
      { id: 'latest', path: 'latest', name: 'Latest record', type: 'boolean' },
      { id: 'records', path: 'records', name: 'Records that say so', type: 'number' },
    ],
    outputs: [{ id: 'rank', name: 'Rank', type: 'number' }],
    rows: [
      { id: 'several', when: { records: '>= 2' }, then: { rank: 1 }, reason: 'Two records or more say so.' },
      { id: 'latest', when: { latest: 'true' }, then: { rank: 2 }, reason: 'The latest record says so.' },
      { id: 'others', when: {}, then: { rank: 3 }, reason: 'An older record alone says so.' },
    ],
  };
}
