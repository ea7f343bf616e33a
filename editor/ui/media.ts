import { useEffect, useState, useSyncExternalStore, type RefObject } from 'react';

/** True while the media query holds: `useMedia('(max-width: 640px)')`. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    () => matchMedia(query).matches,
  );
}

/** A phone, or a window as narrow: the rail is a bar at the bottom, panels are sheets. */
export const useNarrow = () => useMedia('(max-width: 640px)');

/** The width of an element in pixels, as it changes; null before the first measurement. */
export function useWidth(ref: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
