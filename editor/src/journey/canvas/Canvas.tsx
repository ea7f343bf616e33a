import {
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  SelectionMode,
  useReactFlow,
  useStore,
  type EdgeChange,
  type NodeChange,
} from '@xyflow/react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import { stepType, stepTypes } from '../../../../engine/index.ts';
import { cx, useTheme } from '../../../ui/index.ts';
import { useDocument, useSession } from '../store/session.ts';
import { ariaWords } from './aria-words.ts';
import { CanvasPalette } from './CanvasPalette.tsx';
import { CanvasTools } from './CanvasTools.tsx';
import { ConnectDialog } from './ConnectDialog.tsx';
import { DistanceContext, distanceOf } from './distance.ts';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import type { LinkFlowEdge, StepFlowNode } from './flow-model.ts';
import { LinkLine } from './LinkLine.tsx';
import { openingView, type OpeningView } from './opening-view.ts';
import { paletteDragType } from './palette-entries.ts';
import { gridPx, onGrid, stepWidthPx } from './step-box.ts';
import { StepNode } from './StepNode.tsx';
import { useCanvasHandlers } from './use-canvas-handlers.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useClipboard } from './use-clipboard.ts';
import { usePathInSight } from './use-path-in-sight.ts';
import { useSelectedInSight } from './use-selected-in-sight.ts';
import { useStayInSight } from './use-stay-in-sight.ts';
import { useFlow } from './use-flow.ts';

const nodeTypes = { step: StepNode };
const edgeTypes = { link: LinkLine };
/** Culling costs more than it gains on small journeys, and hidden steps cannot be reached by Tab. */
const cullsFrom = 100;
const minimapFrom = 20;
const grid: [number, number] = [gridPx, gridPx];
const proOptions = { hideAttribution: true };
const fitOptions = { padding: 0.06, maxZoom: 1 };
const coarsePointer = typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches;

/** The drawing of the journey. */
export function Canvas() {
  const session = useSession();
  const { view, edits, document } = session;
  const flow = useReactFlow();
  const { theme } = useTheme();
  const stepCount = useDocument((state) => state.journey.steps.length);
  const [measured, setMeasured] = useState<ReadonlyMap<string, { width: number; height: number }>>(new Map());
  const { nodes, edges } = useFlow(measured);
  useCanvasKeys();
  useClipboard();
  useStayInSight();
  useSelectedInSight();
  usePathInSight();
  const distance = useStore(distanceOf);

  const onNodesChange = useCallback(
    (changes: NodeChange<StepFlowNode>[]) => {
      const sizes = changes.filter((change) => change.type === 'dimensions');
      if (sizes.length > 0) {
        setMeasured((before) => {
          const after = new Map(before);
          for (const { id, dimensions } of sizes) if (dimensions !== undefined) after.set(id, dimensions);
          return after;
        });
      }
      const moves = changes.filter((change) => change.type === 'position');
      if (moves.length > 0) {
        const at = new Map(
          moves.flatMap(({ id, position }) => (position === undefined ? [] : [[id, position] as const])),
        );
        if (moves.some((move) => move.dragging)) view.setState({ dragged: at });
        else {
          const dragged = view.getState().dragged;
          view.setState({ dragged: new Map() });
          edits.moveSteps(at.size > 0 ? at : dragged);
        }
      }
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length > 0) view.setState((state) => ({ selectedSteps: applied(state.selectedSteps, chosen) }));
    },
    [view, edits],
  );

  const onEdgesChange = useCallback(
    (changes: EdgeChange<LinkFlowEdge>[]) => {
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length > 0) view.setState((state) => ({ selectedLinks: applied(state.selectedLinks, chosen) }));
    },
    [view],
  );

  // Known before React Flow draws: a large journey that opens at its start need not be drawn as a whole first.
  const pane = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState<OpeningView | 'all' | null>(null);
  useLayoutEffect(() => {
    const { clientWidth: width, clientHeight: height } = pane.current ?? { clientWidth: 0, clientHeight: 0 };
    setStart(openingView(document.getState().journey.steps, { width, height }) ?? 'all');
  }, [document]);

  const handlers = useCanvasHandlers();
  const minimapClass = useMemo(() => familyClass(document), [document]);

  const onDrop = (event: DragEvent) => {
    const type = stepTypes[event.dataTransfer.getData(paletteDragType)];
    if (type === undefined) return;
    event.preventDefault();
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    edits.addStep(type, { at: onGrid({ x: at.x - stepWidthPx / 2, y: at.y - 28 }) });
  };

  return (
    <div
      ref={pane}
      className={cx('jn-canvas', distance !== 'near' && 'is-far', distance === 'farther' && 'is-farther')}
      data-area="canvas"
      onDrop={onDrop}
      onDragOver={allowDrop}
    >
      {start !== null && (
        <DistanceContext value={distance}>
          <ReactFlow<StepFlowNode, LinkFlowEdge>
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            colorMode={theme}
            onNodesChange={onNodesChange}
            onEdgesChange={onEdgesChange}
            {...handlers}
            connectionRadius={28}
            deleteKeyCode={null}
            disableKeyboardA11y
            selectionKeyCode={null}
            multiSelectionKeyCode={['Shift', 'Control', 'Meta']}
            selectionOnDrag={!coarsePointer}
            selectionMode={SelectionMode.Partial}
            panOnDrag={coarsePointer ? true : [1]}
            panOnScroll
            zoomOnDoubleClick={false}
            snapToGrid
            snapGrid={grid}
            minZoom={0.05}
            maxZoom={2}
            {...(start === 'all' ? { fitView: true, fitViewOptions: fitOptions } : { defaultViewport: start })}
            onlyRenderVisibleElements={stepCount > cullsFrom}
            ariaLabelConfig={ariaWords}
            proOptions={proOptions}
          >
            {/* From far away the dots would be as close as pixels. */}
            {distance === 'near' && <Background variant={BackgroundVariant.Dots} gap={gridPx} size={1.2} />}
            {stepCount > minimapFrom && distance !== 'farther' && (
              <MiniMap pannable zoomable className="jn-minimap" nodeClassName={minimapClass} />
            )}
          </ReactFlow>
        </DistanceContext>
      )}
      {stepCount === 0 && <EmptyCanvas />}
      <CanvasTools />
      <CanvasPalette />
      <ConnectDialog />
    </div>
  );
}

function applied(
  before: ReadonlySet<string>,
  changes: readonly { id: string; selected: boolean }[],
): ReadonlySet<string> {
  const after = new Set(before);
  for (const { id, selected } of changes) {
    if (selected) after.add(id);
    else after.delete(id);
  }
  return after;
}

function allowDrop(event: DragEvent): void {
  if (!event.dataTransfer.types.includes(paletteDragType)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
}

function familyClass(document: ReturnType<typeof useSession>['document']) {
  return (node: { id: string }) => {
    const step = document.getState().journey.steps.find((entry) => entry.id === node.id);
    return `st-f-${step === undefined ? 'n8n' : stepType(step).family}`;
  };
}
