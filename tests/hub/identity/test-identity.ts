import type { EventRecord, LedgerEntry, MatchRecord, MatchRequest } from '../../../engine/index.ts';
import { openIdentity } from '../../../hub/src/identity/identity.service.ts';
import type { Storage } from '../../../hub/src/hub.ports.ts';
import { ledgerOver, testLedger } from '../ledger/test-ledger.ts';

export const staff = { id: 'u1', name: 'Olive Owner' };
export const machine = { id: 'key:k1', name: 'n8n workers' };
export const eraser = { ...staff, recordedBy: 'person:u1' };

let names = 0;

/** Who a customer is, over an empty store in memory. */
export async function testIdentity() {
  const opened = await testLedger();
  return identityOver(opened.storage, opened);
}

/** Another hub on a store. */
export async function identityOver(
  storage: Storage,
  opened?: Pick<Awaited<ReturnType<typeof ledgerOver>>, 'ledger' | 'clock' | 'logLines'>,
) {
  const { ledger, clock, logLines } = opened ?? (await ledgerOver(storage));
  const identity = await openIdentity({
    storage,
    ledger,
    clock,
    newId: () => String(++names).padStart(6, '0'),
    log: { warn: (fields) => void logLines.push(fields) },
  });
  return { identity, ledger, storage, graph: storage.identity, clock, logLines };
}

/** What the audit stream tells, the oldest first. */
export async function auditEvents({ ledger }: Pick<Storage, 'ledger'>): Promise<EventRecord[]> {
  const rows = await ledger.search('audit', {}, { before: null, limit: 200 });
  return rows.map(({ entry }) => (JSON.parse(entry) as LedgerEntry).record as EventRecord).reverse();
}

/** A customer whom nobody else resembles. */
export function customer(id: string, values: Record<string, string> = {}, source = 'crm'): MatchRecord {
  return { id, source, values };
}

export function asking(records: MatchRecord[], changes: Partial<MatchRequest> = {}): MatchRequest {
  return { records, keep: 'new-and-known', ...changes };
}

/** Three customers: two that have nothing in common, and a namesake of the first, of whom a person has to be asked. */
export const ada = {
  given_name: 'Ada',
  family_name: 'Kowalczyk',
  birth_date: '1984-03-12',
  email: 'ada.kowalczyk@example.com',
  phone: '+49 30 901820',
  street: 'Lindenstrasse',
  house_number: '12',
  postcode: '10969',
  city: 'Berlin',
};
export const bruno = {
  given_name: 'Bruno',
  family_name: 'Thiessen',
  birth_date: '1971-11-02',
  email: 'thiessen@example.org',
  phone: '+49 40 428120',
  street: 'Hafenweg',
  house_number: '3',
  postcode: '20457',
  city: 'Hamburg',
};
/** As Ada is written down by a shop. */
export const adaInShop = { ...ada, phone: '030 901820', email: 'Ada.Kowalczyk@example.com' };
