import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useView } from '../store/session.ts';
import { motionMs } from './reveal.ts';

/** When the panel opens over what was wholly in sight, the canvas makes everything fit again; a close look at a part stays. */
export function useStayInSight(): void {
  const flow = useReactFlow();
  const isOpen = useView((state) => state.panel !== null);
  const heightPx = useView((state) => state.panelHeightPx);
  const before = useRef(isOpen);
  useEffect(() => {
    const opened = isOpen && !before.current;
    before.current = isOpen;
    if (!opened) return;
    const pane = document.querySelector('.jn-canvas')?.getBoundingClientRect();
    if (pane === undefined) return;
    const bounds = flow.getNodesBounds(flow.getNodes());
    const topLeft = flow.flowToScreenPosition({ x: bounds.x, y: bounds.y });
    const bottomRight = flow.flowToScreenPosition({ x: bounds.x + bounds.width, y: bounds.y + bounds.height });
    const wasInSight =
      topLeft.x >= pane.left &&
      topLeft.y >= pane.top &&
      bottomRight.x <= pane.right &&
      bottomRight.y <= pane.bottom + heightPx;
    if (!wasInSight || bottomRight.y <= pane.bottom) return;
    // React Flow has to measure the smaller canvas first.
    const timer = setTimeout(() => void flow.fitView({ padding: 0.08, maxZoom: 1, duration: motionMs() }), 60);
    return () => clearTimeout(timer);
  }, [isOpen, heightPx, flow]);
}
