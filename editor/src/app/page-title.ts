import { useEffect } from 'react';

/** Names the document while a page shows: "Refund triage · Steward". */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Steward' : `${title} · Steward`;
  }, [title]);
}
