import { defaultIdentityModel } from '../../../engine/index.ts';
import { rulePacks } from '../../../rules/index.ts';
import { ada, bruno, customer } from '../identity/test-identity.ts';
import { record, request as append } from '../ledger/records.ts';
import { journey } from '../test-hub.ts';
import { titleOf, type Route } from './openapi-document.ts';

const table = Object.values(rulePacks.tables)[0]?.table;
const records = ['r1', 'r2', 'r3'].map((key) => record(key, { subject: `customer ${key}` }));

/** In order: p_2, p_4 with the question q_5, p_7 with r_6 and r_8, p_10, p_12; changes c_1 to c_6; then c_7 is the first merge. */
const customers = [
  customer('1', ada),
  customer('2', { given_name: 'Ada', family_name: 'Kowalczyk' }),
  customer('3', bruno),
  customer('4', bruno, 'shop'),
  customer('5', { given_name: 'Carla', family_name: 'Unger', email: 'carla@example.net' }),
  customer('6', { given_name: 'Dora', family_name: 'Ivarsson', email: 'dora@example.net' }),
];

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
  'POST /api/v1/identity/match': [
    { records: customers, keep: 'new-and-known', region: 'DE' },
    { records: customers.slice(1), keep: 'no', askedBy: { journey: 'j', step: 's', execution: null } },
  ],
  'POST /api/v1/identity/profiles/search': [{ query: 'Kowalczyk', limit: 1 }, {}],
  'POST /api/v1/identity/merges': [
    { profiles: ['p_4', 'p_2'], reason: 'the same voice' },
    { profiles: ['p_10', 'p_12'], reason: 'the same voice' },
  ],
  'POST /api/v1/identity/profiles/{profileId}/split': [{ records: ['r_8'], reason: 'two voices' }],
  'POST /api/v1/identity/changes/{changeId}/undo': [{ reason: 'too quick' }],
  'POST /api/v1/identity/reviews/{reviewId}/answers': [{ same: 'yes', reason: 'called them', seen: '0'.repeat(32) }],
  'PUT /api/v1/identity/policy': [
    {
      model: defaultIdentityModel('person'),
      survivorship: { otherwise: { by: 'most-recent' }, fields: { email: { by: 'longest' } } },
      apply: 'from-now',
      reason: 'longest address',
    },
  ],
  'POST /api/v1/identity/policy/trainings': [{ kind: 'person' }],
  'POST /api/v1/identity/policy/simulations': [{ model: defaultIdentityModel('company') }],
  'POST /api/v1/identity/erasures': [{ profileId: 'p_10', reason: 'they asked' }],
  'POST /api/v1/ledger/streams/{stream}/export': [{ format: 'jsonl' }, { format: 'csv', filter: { kind: 'decision' } }],
};

/** What stands in addresses of things that are there. */
export const sampleParams: Readonly<Record<string, readonly string[]>> = {
  id: ['refunds', 'other'],
  stream: ['decisions', 'audit'],
  sequence: ['1', '2', '3', '4'],
  profileId: ['p_7', 'p_2'],
  reviewId: ['q_5'],
  changeId: ['c_7', 'c_1'],
};

/** In order, these put something there. */
export const seedOrder: readonly string[] = [
  'POST /api/v1/journeys',
  'PUT /api/v1/journeys/{id}/samples',
  'POST /api/v1/journeys/{id}/publish',
  'PUT /api/v1/ledger/tables',
  'POST /api/v1/ledger/records',
  'POST /api/v1/identity/match',
  'POST /api/v1/identity/merges',
];

export function samplesOf(route: Route): readonly unknown[] {
  return sampleBodies[titleOf(route)] ?? [];
}
