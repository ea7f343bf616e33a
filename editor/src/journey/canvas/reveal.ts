import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { useSession } from '../store/session.ts';
import { selectSteps } from '../store/view-store.ts';
import { stepWidthPx } from './step-box.ts';

/** Puts the focus on a step's card once it is drawn. */
export function focusStep(step: string): void {
  requestAnimationFrame(() => {
    document
      .querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(step)}"]`)
      ?.focus({ preventScroll: true });
  });
}

/** Selects a step, opens its settings, and brings it into view when it is out of sight. */
export function useReveal(): (step: string) => void {
  const { document: store, view } = useSession();
  const flow = useReactFlow();
  return useCallback(
    (id) => {
      const step = store.getState().journey.steps.find((entry) => entry.id === id);
      if (step === undefined) return;
      selectSteps(view, [id]);
      view.setState({ inspectorOpen: true });
      const pane = document.querySelector('.jn-canvas')?.getBoundingClientRect();
      if (pane === undefined) return;
      const topLeft = flow.flowToScreenPosition(step.position);
      const bottomRight = flow.flowToScreenPosition({ x: step.position.x + stepWidthPx, y: step.position.y + 56 });
      const inSight =
        topLeft.x >= pane.left && topLeft.y >= pane.top && bottomRight.x <= pane.right && bottomRight.y <= pane.bottom;
      if (inSight) return;
      const zoom = Math.max(0.6, flow.getZoom());
      void flow.setCenter(step.position.x + stepWidthPx / 2, step.position.y + 28, { zoom, duration: motionMs() });
    },
    [store, view, flow],
  );
}

/** No movement for people who asked for less of it. */
export function motionMs(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200;
}
