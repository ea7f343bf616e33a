import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useSimulation } from '../store/session.ts';
import { chosenOf } from '../simulate/simulation-store.ts';
import { motionMs } from './reveal.ts';

/** Choosing a customer brings the whole path into sight when a step of it is outside, or too small to read. */
export function usePathInSight(): void {
  const flow = useReactFlow();
  const path = useSimulation((state) => chosenOf(state)?.simulation.path ?? null);
  useEffect(() => {
    if (path === null) return;
    // The panel may just have opened: React Flow has to measure the smaller canvas first.
    const timer = setTimeout(() => {
      const pane = document.querySelector('.jn-canvas')?.getBoundingClientRect();
      const nodes = path.flatMap((id) => flow.getNode(id) ?? []);
      if (pane === undefined || nodes.length === 0) return;
      const box = flow.getNodesBounds(nodes);
      const from = flow.flowToScreenPosition({ x: box.x, y: box.y });
      const to = flow.flowToScreenPosition({ x: box.x + box.width, y: box.y + box.height });
      const isInSight =
        from.x >= pane.left && from.y >= pane.top && to.x <= pane.right && to.y <= pane.bottom && flow.getZoom() > 0.4;
      if (!isInSight) void flow.fitView({ nodes, padding: 0.08, maxZoom: 1, duration: motionMs() });
    }, 60);
    return () => clearTimeout(timer);
  }, [path, flow]);
}
