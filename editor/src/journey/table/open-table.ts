import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

/** The key of the table that is open, from the address: a table has its own link, and the Back button leaves it. */
export function useOpenTableKey(): string | null {
  const [search] = useSearchParams();
  return search.get('table');
}

/** Opens a table over the canvas; null goes back. */
export function useOpenTable(): (key: string | null) => void {
  const [, setSearch] = useSearchParams();
  return useCallback(
    (key) => {
      setSearch((before) => {
        const after = new URLSearchParams(before);
        if (key === null) after.delete('table');
        else after.set('table', key);
        return after;
      });
    },
    [setSearch],
  );
}
