import { useEffect, useRef } from 'react';

/**
 * Moves the focus to a page that was gone to, so that the keyboard and a screen reader start there: what had the focus is
 * gone with the page before. A page that took the focus itself keeps it.
 */
export function useFocusOnPage(location: string): void {
  const shown = useRef(location);
  useEffect(() => {
    if (shown.current === location) return;
    shown.current = location;
    if (document.activeElement === null || document.activeElement === document.body) {
      document.getElementById('st-page')?.focus({ preventScroll: true });
    }
  }, [location]);
}
