import { useEffect } from 'react';
import { create } from 'zustand';
import { identityApi } from './identity-api.ts';

const useCount = create<{ open: number | null }>(() => ({ open: null }));

/** Puts in what another answer of the hub said about the number of open questions. */
export function setOpenReviews(open: number): void {
  useCount.setState({ open });
}

/**
 * How many questions wait for a person, as the hub said last; null while it is not known.
 * @param asks false: for whom the answer is not, the hub is not asked
 */
export function useOpenReviews(asks = true): number | null {
  const open = useCount((state) => state.open);
  useEffect(() => {
    if (!asks) return;
    const controller = new AbortController();
    identityApi.reviews('open', null, 1, controller.signal).then(
      (page) => setOpenReviews(page.open),
      // The count is an extra: the page's own requests tell what is wrong.
      () => undefined,
    );
    return () => controller.abort();
  }, [asks]);
  return open;
}
