import type { LedgerLine, LedgerSearch } from '../../../../engine/index.ts';
import { ledgerApi } from '../../app/ledger-api.ts';
import { usePages } from '../../app/use-pages.ts';

/** How many lines come at a time. */
const pageSize = 50;

/**
 * Asks the ledger whenever the question changes; `more` puts the next page under what is there, `again` asks anew.
 * @param key tells one question from another
 */
export function useLedgerSearch(search: LedgerSearch, key: string) {
  const { items, ...pages } = usePages<LedgerLine, number>(
    async (before, signal) => {
      const body = { ...search, limit: pageSize, ...(before === null ? {} : { before }) };
      const { lines, next } = await ledgerApi.search(body, signal);
      return { items: lines, next };
    },
    key,
    true,
  );
  return { ...pages, lines: items };
}
