import { accessContract } from './access.contract.ts';
import { addedToOnlyContract } from './added-to-only.contract.ts';
import { identityHubsContract } from './identity-hubs.contract.ts';
import { identityContract } from './identity.contract.ts';
import { journeysContract } from './journeys.contract.ts';
import { ledgerContract } from './ledger.contract.ts';
import { publishingContract } from './publishing.contract.ts';
import { searchContract } from './search.contract.ts';
import { subjectsContract } from './subjects.contract.ts';
import type { StoreContract } from './store-under-test.ts';

/** What every store must do, whichever database is behind it. */
export const contracts: Record<string, StoreContract> = {
  journeys: journeysContract,
  ledger: ledgerContract,
  subjects: subjectsContract,
  'what is only added to': addedToOnlyContract,
  search: searchContract,
  access: accessContract,
  publishing: publishingContract,
  identity: identityContract,
  'two hubs and their customers': identityHubsContract,
};
