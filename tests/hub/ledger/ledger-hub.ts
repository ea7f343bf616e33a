import { permissions, type Permission } from '../../../engine/index.ts';
import { ledgerPart } from '../../../hub/src/ledger/ledger.part.ts';
import type { AccessPorts } from '../../../hub/src/people/access.ts';
import { testHub } from '../test-hub.ts';
import { record, type PlainRecord } from './records.ts';
import { testLedger } from './test-ledger.ts';

/** A machine that holds these permissions. */
export function key(...held: Permission[]): AccessPorts['identify'] {
  return () => Promise.resolve({ kind: 'key', id: 'k1', name: 'Tests', permissions: held, expiresAt: null });
}

/** A person who holds these permissions. */
export function person(...held: Permission[]): AccessPorts['identify'] {
  const me = {
    id: 'u1',
    email: 'olive@example.com',
    name: 'Olive Owner',
    role: '',
    roles: [],
    signedInBy: 'n8n',
  } as const;
  return () => Promise.resolve({ kind: 'person', person: { ...me, roles: [], permissions: held }, n8nSession: null });
}

/** A hub with nothing but a ledger, and whoever asks it. */
export async function ledgerHub(
  identify: AccessPorts['identify'] = person(...permissions),
  options: Parameters<typeof testLedger>[0] = {},
) {
  const world = await testLedger(options);
  const hub = await testHub({ identify, parts: [ledgerPart(world.ledger)] });
  return { ...world, ...hub };
}

/** Records with the keys k1, k2 and so on. */
export function numbered(count: number): PlainRecord[] {
  return Array.from({ length: count }, (_, index) => record(`k${index + 1}`));
}
