import { accessContract } from './access.contract.ts';
import { journeysContract } from './journeys.contract.ts';
import { ledgerContract } from './ledger.contract.ts';
import { searchContract } from './search.contract.ts';
import type { StoreContract } from './store-under-test.ts';

/** What every store must do, whichever database is behind it. */
export const contracts: Record<string, StoreContract> = {
  journeys: journeysContract,
  ledger: ledgerContract,
  search: searchContract,
  access: accessContract,
};
