import { useEffect, useRef } from 'react';

/** A dialog or menu that led to the page has given back the focus by then. */
const settledMs = 50;

/**
 * Moves the focus to a page that was gone to, so that the keyboard and a screen reader start there: what had the focus is
 * gone with the page before. A page that took the focus itself keeps it.
 */
export function useFocusOnPage(location: string): void {
  const shown = useRef(location);
  useEffect(() => {
    if (shown.current === location) return;
    shown.current = location;
    const timer = setTimeout(() => {
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      document.getElementById('st-page')?.focus({ preventScroll: true });
    }, settledMs);
    return () => clearTimeout(timer);
  }, [location]);
}
