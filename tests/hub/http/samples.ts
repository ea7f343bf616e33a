import { rulePacks } from '../../../rules/index.ts';
import { record, request as append } from '../ledger/records.ts';
import { journey } from '../test-hub.ts';
import { titleOf, type Route } from './openapi-document.ts';

const table = Object.values(rulePacks.tables)[0]?.table;
const records = ['r1', 'r2', 'r3'].map((key) => record(key, { subject: `customer ${key}` }));

/** Bodies that are taken, from which the fuzzing goes on: by chance alone nobody draws a journey. */
export const sampleBodies: Readonly<Record<string, readonly unknown[]>> = {
  'POST /api/v1/journeys': ['refunds', 'other', 'third'].map((id) => ({ document: journey({ id }) })),
  'PUT /api/v1/journeys/{id}': [{ document: journey() }, { document: journey({ name: 'Renamed' }) }],
  'PUT /api/v1/journeys/{id}/samples': [{ name: 's', customers: [{ amount: 1 }] }],
  'POST /api/v1/journeys/{id}/publish': [{ revision: 1 }, { revision: 2, overwrite: true }],
  'POST /api/v1/ledger/records': [
    append(records),
    append([record('r1', { subject: 'somebody else' })]),
    append(records, { stream: 'other' }),
    append([], { tables: table ? [table] : [] }),
  ],
  'PUT /api/v1/ledger/tables': [{ tables: table ? [table] : [] }],
  'POST /api/v1/ledger/search': [{ subject: 'customer r1' }, { stream: 'audit', limit: 1, before: 2 }],
  'POST /api/v1/ledger/erasures': [{ subject: 'customer r2', reason: 'they asked' }],
  'POST /api/v1/ledger/streams/{stream}/entries/{sequence}/inputs': [{ reason: 'a complaint' }],
  'POST /api/v1/ledger/streams/{stream}/export': [{ format: 'jsonl' }, { format: 'csv', filter: { kind: 'decision' } }],
};

/** What stands in addresses of things that are there. */
export const sampleParams: Readonly<Record<string, readonly string[]>> = {
  id: ['refunds', 'other'],
  stream: ['decisions', 'audit'],
  sequence: ['1', '2', '3', '4'],
};

/** In order, these put something there. */
export const seedOrder: readonly string[] = [
  'POST /api/v1/journeys',
  'PUT /api/v1/journeys/{id}/samples',
  'POST /api/v1/journeys/{id}/publish',
  'PUT /api/v1/ledger/tables',
  'POST /api/v1/ledger/records',
];

export function samplesOf(route: Route): readonly unknown[] {
  return sampleBodies[titleOf(route)] ?? [];
}
