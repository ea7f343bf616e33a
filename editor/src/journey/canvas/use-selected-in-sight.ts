import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useView } from '../store/session.ts';
import { onlySelected } from '../store/view-store.ts';
import { motionMs } from './reveal.ts';

const marginPx = 16;

/**
 * When the inspector opens beside or, on a phone, over the canvas, the drawing moves just so far that the selected step
 * stays in sight. It never moves a step that can be seen.
 */
export function useSelectedInSight(): void {
  const flow = useReactFlow();
  const step = useView((state) => (state.inspectorOpen ? onlySelected(state) : null));
  useEffect(() => {
    if (step === null) return;
    // The inspector is laid out, and React Flow has measured what is left, only after the next frame.
    const timer = setTimeout(() => {
      const shift = shiftIntoSight(
        document.querySelector(`.react-flow__node[data-id="${CSS.escape(step)}"]`)?.getBoundingClientRect(),
        document.querySelector('.jn-canvas')?.getBoundingClientRect(),
        document.querySelector('.jn-inspector')?.getBoundingClientRect(),
      );
      if (shift === null) return;
      const { x, y, zoom } = flow.getViewport();
      void flow.setViewport({ x: x + shift.x, y: y + shift.y, zoom }, { duration: motionMs() });
    }, 50);
    return () => clearTimeout(timer);
  }, [step, flow]);
}

type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** How far a card has to move to lie in the part of the pane that no sheet covers; null when it does. */
export function shiftIntoSight(
  card: Box | undefined,
  pane: Box | undefined,
  sheet: Box | undefined,
): { x: number; y: number } | null {
  if (card === undefined || pane === undefined) return null;
  const isOver = sheet !== undefined && sheet.left < pane.right && sheet.top < pane.bottom && sheet.top > pane.top;
  const x = intoRange(card.left, card.right, pane.left + marginPx, pane.right - marginPx);
  const y = intoRange(card.top, card.bottom, pane.top + marginPx, (isOver ? sheet.top : pane.bottom) - marginPx);
  return x === 0 && y === 0 ? null : { x, y };
}

/** The least shift of `from`–`to` into `low`–`high`; what is larger than that begins at `low`. */
function intoRange(from: number, to: number, low: number, high: number): number {
  if (from < low || to - from > high - low) return low - from;
  return to > high ? high - to : 0;
}
