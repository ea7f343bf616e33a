import { stepType, type Step } from '../../../../engine/index.ts';
import { stepBox, stepWidthPx } from './step-box.ts';

/** What React Flow calls a viewport: the shift of the drawing in pixels of the screen, and its scale. */
export interface OpeningView {
  x: number;
  y: number;
  zoom: number;
}

/** Below it the names of steps are hard to read (13 px text becomes 7 px). */
const readableFrom = 0.55;
/** chosen: two steps and the link between them on a phone. */
const readingZoom = 0.75;
const marginPx = 20;

/**
 * How a journey opens in a pane of `width` by `height` pixels: null when all of it can be shown and read, else its
 * start, large enough to read. Showing everything is one press away.
 */
export function openingView(steps: readonly Step[], pane: { width: number; height: number }): OpeningView | null {
  const [first] = steps;
  if (first === undefined || pane.width === 0 || pane.height === 0) return null;
  const box = bounds(steps);
  const zoomOfAll = Math.min(
    (pane.width - 2 * marginPx) / (box.right - box.left),
    (pane.height - 2 * marginPx) / (box.bottom - box.top),
  );
  if (zoomOfAll >= readableFrom) return null;
  const start = steps.find((step) => stepType(step).inputs(step).length === 0) ?? first;
  const middle = start.position.y + heightOf(start) / 2;
  return {
    x: Math.round(marginPx - start.position.x * readingZoom),
    y: Math.round(pane.height / 2 - middle * readingZoom),
    zoom: readingZoom,
  };
}

function bounds(steps: readonly Step[]): { left: number; top: number; right: number; bottom: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const step of steps) {
    left = Math.min(left, step.position.x);
    top = Math.min(top, step.position.y);
    right = Math.max(right, step.position.x + stepWidthPx);
    bottom = Math.max(bottom, step.position.y + heightOf(step));
  }
  return { left, top, right, bottom };
}

function heightOf(step: Step): number {
  return stepBox(step, { inputs: [], outputs: [] }).heightPx;
}
