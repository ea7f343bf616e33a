import { useCallback, useLayoutEffect, useState, type RefObject, type UIEvent } from 'react';

export const rowHeightPx = 36;
export const headerHeightPx = 52;
/** Rows above and below what is seen, so that scrolling never shows a hole. */
const overscan = 12;
/** Fewer rows than this are all drawn. */
const drawsAllBelow = 80;

/** The rows to draw of a long table. Every row has the same height. */
export function useVisibleRows(scroller: RefObject<HTMLDivElement | null>, count: number) {
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(720);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  const scrollTo = useCallback(
    (row: number) => {
      const element = scroller.current;
      if (element === null || row < 0) return;
      const rowTop = row * rowHeightPx;
      const seen = element.clientHeight - headerHeightPx - 2;
      if (rowTop < element.scrollTop) element.scrollTop = rowTop;
      else if (rowTop + rowHeightPx > element.scrollTop + seen) element.scrollTop = rowTop + rowHeightPx - seen;
    },
    [scroller],
  );

  const all = count < drawsAllBelow;
  const first = all ? 0 : Math.max(0, Math.min(count, Math.floor(top / rowHeightPx) - overscan));
  const last = all ? count : Math.min(count, Math.ceil((top + height) / rowHeightPx) + overscan);
  return {
    first,
    last,
    scrollTo,
    onScroll: (event: UIEvent<HTMLDivElement>) => {
      // A step of a few rows is enough for the overscan and spares renders.
      const next = Math.floor(event.currentTarget.scrollTop / (rowHeightPx * 4)) * rowHeightPx * 4;
      if (next !== top) setTop(next);
    },
  };
}
