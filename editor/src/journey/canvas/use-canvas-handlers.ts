import { useReactFlow, type Connection, type ReactFlowProps } from '@xyflow/react';
import { useMemo } from 'react';
import type { LinkEnd } from '../../../../engine/index.ts';
import { useSession } from '../store/session.ts';
import { announce } from '../store/view-store.ts';
import type { LinkFlowEdge, StepFlowNode } from './flow-model.ts';
import { onGrid } from './step-box.ts';

type FlowProps = ReactFlowProps<StepFlowNode, LinkFlowEdge>;
type Handlers = Required<
  Pick<
    FlowProps,
    | 'onConnect'
    | 'onConnectEnd'
    | 'isValidConnection'
    | 'onNodeClick'
    | 'onNodeDoubleClick'
    | 'onEdgeMouseEnter'
    | 'onEdgeMouseLeave'
    | 'onPaneClick'
    | 'onPaneContextMenu'
    | 'onError'
  >
>;

/** The pointer needs a moment to get from a line to the buttons on it. */
const lingerMs = 200;

/**
 * What happens on the canvas. The functions stay the same as long as the canvas lives: a new one would make React Flow
 * draw every step again with every movement of a drag.
 */
export function useCanvasHandlers(): Handlers {
  const { view, edits } = useSession();
  const flow = useReactFlow();
  return useMemo((): Handlers => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    return {
      onConnect(connection) {
        const ends = endsOf(connection);
        if (ends !== null) edits.connect(ends.from, ends.to);
      },
      onConnectEnd(event, { isValid, fromHandle, toNode }) {
        if (isValid || toNode !== null || fromHandle?.type !== 'source' || !fromHandle.id) return;
        const point = 'changedTouches' in event ? event.changedTouches[0] : event;
        if (point === undefined) return;
        const at = flow.screenToFlowPosition({ x: point.clientX, y: point.clientY });
        const from = { step: fromHandle.nodeId, port: fromHandle.id };
        view.setState({ palette: { at: onGrid({ x: at.x, y: at.y - 28 }), from } });
      },
      isValidConnection(connection) {
        const ends = endsOf(connection);
        return ends !== null && edits.mayConnect(ends.from, ends.to);
      },
      onNodeClick(event) {
        if (!event.shiftKey && !event.ctrlKey && !event.metaKey) view.setState({ inspectorOpen: true });
      },
      onNodeDoubleClick(_, node) {
        view.setState({ inspectorOpen: true, selectedSteps: new Set([node.id]) });
      },
      onEdgeMouseEnter(_, edge) {
        clearTimeout(leaving);
        view.setState({ hoveredLink: edge.id });
      },
      onEdgeMouseLeave() {
        leaving = setTimeout(() => {
          if (!document.querySelector('.jn-link-tools:hover')) view.setState({ hoveredLink: null });
        }, lingerMs);
      },
      onPaneClick: () => view.setState({ palette: null }),
      onPaneContextMenu: (event) => event.preventDefault(),
      onError(code, message) {
        // 008: a link of an imported workflow to a port that is gone; the problems list tells of it.
        if (code !== '008') announce(view, message);
      },
    };
  }, [view, edits, flow]);
}

function endsOf(connection: Connection | LinkFlowEdge): { from: LinkEnd; to: LinkEnd } | null {
  const { source, target, sourceHandle, targetHandle } = connection;
  if (!sourceHandle || !targetHandle) return null;
  return { from: { step: source, port: sourceHandle }, to: { step: target, port: targetHandle } };
}
