import { useEffect } from 'react';
import { create } from 'zustand';
import { identityApi } from '../../app/identity-api.ts';

const useCount = create<{ open: number | null }>(() => ({ open: null }));

/** Puts in what another answer of the hub said about the number of open questions. */
export function setOpenReviews(open: number): void {
  useCount.setState({ open });
}

/** How many questions wait for a person, as the hub said last; null while it is not known. */
export function useOpenReviews(): number | null {
  const open = useCount((state) => state.open);
  useEffect(() => {
    const controller = new AbortController();
    identityApi.reviews('open', null, 1, controller.signal).then(
      (page) => setOpenReviews(page.open),
      // The count is an extra: the page's own requests tell what is wrong.
      () => undefined,
    );
    return () => controller.abort();
  }, []);
  return open;
}
