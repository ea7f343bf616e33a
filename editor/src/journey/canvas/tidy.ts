import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js';
import type { Journey, Position } from '../../../../engine/index.ts';
import { usedPorts } from './flow-model.ts';
import { onGrid, stepBox, stepWidthPx } from './step-box.ts';

/** Wider than n8n's gap, so that counts and port labels have room on the links. */
const betweenLayersPx = 112;
const betweenStepsPx = 48;

/**
 * New positions for all steps, or only for the given ones: layers from left to right, crossings avoided, ports in
 * order. The laid-out part stays where its top left corner was.
 */
export async function tidyUp(journey: Journey, only: ReadonlySet<string> | null): Promise<Map<string, Position>> {
  const steps = journey.steps.filter((step) => only === null || only.has(step.id));
  const inside = new Set(steps.map((step) => step.id));
  const used = usedPorts(journey.links);
  const graph: ElkNode = {
    id: 'journey',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.layered.spacing.nodeNodeBetweenLayers': String(betweenLayersPx),
      'elk.spacing.nodeNode': String(betweenStepsPx),
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
    },
    children: steps.map((step) => {
      const box = stepBox(step, used.get(step.id) ?? { inputs: [], outputs: [] });
      const ports = [...box.ports.inputs, ...box.ports.outputs].map((port) => ({
        id: portKey(step.id, port.side, port.id),
        ...(port.side === 'left' || port.side === 'right'
          ? { x: port.side === 'left' ? 0 : stepWidthPx, y: port.offsetPx }
          : { x: port.offsetPx, y: port.side === 'top' ? 0 : box.heightPx }),
        layoutOptions: { 'elk.port.side': elkSides[port.side] },
      }));
      return {
        id: step.id,
        width: stepWidthPx,
        height: box.heightPx,
        ports,
        layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      };
    }),
    edges: journey.links
      .filter((link) => inside.has(link.from.step) && inside.has(link.to.step))
      .map((link) => ({
        id: link.id,
        sources: [portKey(link.from.step, sideOf(link.from.port, 'right', 'top'), link.from.port)],
        targets: [portKey(link.to.step, sideOf(link.to.port, 'left', 'bottom'), link.to.port)],
      })),
  };
  const laidOut = await layout(graph);
  const left = Math.min(...steps.map((step) => step.position.x));
  const top = Math.min(...steps.map((step) => step.position.y));
  const children = laidOut.children ?? [];
  const minX = Math.min(...children.map((child) => child.x ?? 0));
  const minY = Math.min(...children.map((child) => child.y ?? 0));
  return new Map(
    children.map((child) => [child.id, onGrid({ x: left + (child.x ?? 0) - minX, y: top + (child.y ?? 0) - minY })]),
  );
}

const elkSides = { left: 'WEST', right: 'EAST', top: 'NORTH', bottom: 'SOUTH' };

function sideOf(port: string, main: string, other: string): string {
  return port.includes('/') && !port.startsWith('main/') ? other : main;
}

function portKey(step: string, side: string, port: string): string {
  return `${step} ${side} ${port}`;
}

let elk: InstanceType<typeof ELK> | null = null;

function layout(graph: ElkNode): Promise<ElkNode> {
  elk ??= new ELK({
    workerFactory: () => new Worker(new URL('elkjs/lib/elk-worker.min.js', import.meta.url)),
  });
  return elk.layout(graph);
}
