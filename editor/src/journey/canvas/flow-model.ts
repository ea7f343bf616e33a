import { Position, type Edge, type Node, type NodeHandle } from '@xyflow/react';
import type { Journey, Link, Position as Place, Step } from '../../../../engine/index.ts';
import { stepBox, stepWidthPx, type DrawnPort, type StepBox, type UsedPorts } from './step-box.ts';

export type StepFlowNode = Node<{ step: Step; box: StepBox }, 'step'>;
/** `leadPx`: over how much of its start the output's words stand, with the number of customers; 0 for an output without words. */
export type LinkFlowEdge = Edge<{ link: Link; leadPx: number }, 'link'>;

/** What of the view shows in the nodes. */
export interface NodeLooks {
  selectedSteps: ReadonlySet<string>;
  dragged: ReadonlyMap<string, Place>;
  measured: ReadonlyMap<string, { width: number; height: number }>;
  /** The one step that Tab reaches; arrow keys lead to the others. */
  tabStop: string | null;
  renaming: string | null;
  ariaLabel(step: Step): string;
}

interface CachedNode {
  step: Step;
  box: StepBox;
  ports: string;
  label: string;
  node: StepFlowNode;
}

/**
 * Translates steps to React Flow nodes and keeps every node object whose step did not change, so that React Flow
 * and React skip it. One such translator lives as long as its canvas.
 */
export function createNodeTranslator(): (journey: Journey, looks: NodeLooks) => StepFlowNode[] {
  let cache = new Map<string, CachedNode>();
  return (journey, looks) => {
    const used = usedPorts(journey.links);
    const next = new Map<string, CachedNode>();
    const nodes = journey.steps.map((step) => {
      const cached = cache.get(step.id);
      const usedHere = used.get(step.id) ?? noPorts;
      const ports = `${usedHere.inputs.join()}|${usedHere.outputs.join()}`;
      const box =
        cached !== undefined && cached.step === step && cached.ports === ports ? cached.box : stepBox(step, usedHere);
      const label = looks.ariaLabel(step);
      const node = translate(step, box, label, looks, cached?.step === step && cached.box === box ? cached.node : null);
      next.set(step.id, { step, box, ports, label, node });
      return node;
    });
    cache = next;
    return nodes;
  };
}

const noPorts: UsedPorts = { inputs: [], outputs: [] };

function translate(
  step: Step,
  box: StepBox,
  label: string,
  looks: NodeLooks,
  before: StepFlowNode | null,
): StepFlowNode {
  const position = looks.dragged.get(step.id) ?? step.position;
  const selected = looks.selectedSteps.has(step.id);
  const measured = looks.measured.get(step.id);
  const tabIndex = looks.tabStop === step.id ? 0 : -1;
  const ariaRole = looks.renaming === step.id ? 'group' : 'button';
  const same =
    before !== null &&
    before.position === position &&
    before.selected === selected &&
    before.measured === measured &&
    before.domAttributes?.tabIndex === tabIndex &&
    before.ariaRole === ariaRole &&
    before.ariaLabel === label;
  if (same) return before;
  return {
    id: step.id,
    type: 'step',
    position,
    data: { step, box },
    selected,
    // Known sizes spare React Flow the first measuring round.
    width: stepWidthPx,
    height: box.heightPx,
    // So are the ports: links are drawn at once, and also from far away, where ports are not.
    handles: handlesOf(box),
    ...(measured === undefined ? {} : { measured }),
    ariaRole,
    ariaLabel: label,
    domAttributes: {
      tabIndex,
      'aria-roledescription': 'step',
      ...(ariaRole === 'button' ? { 'aria-pressed': selected } : {}),
    },
  };
}

const handles = new WeakMap<StepBox, NodeHandle[]>();
const sides = { left: Position.Left, right: Position.Right, top: Position.Top, bottom: Position.Bottom };

/** Ports as React Flow would measure them: without extent, in the middle of their dot. */
function handlesOf(box: StepBox): NodeHandle[] {
  let known = handles.get(box);
  if (known === undefined) {
    const at = (port: DrawnPort, type: 'source' | 'target'): NodeHandle => ({
      id: port.id,
      type,
      position: sides[port.side],
      x: port.side === 'left' ? 0 : port.side === 'right' ? stepWidthPx : port.offsetPx,
      y: port.side === 'top' ? 0 : port.side === 'bottom' ? box.heightPx : port.offsetPx,
      width: 0,
      height: 0,
    });
    known = [
      ...box.ports.inputs.map((port) => at(port, 'target')),
      ...box.ports.outputs.map((port) => at(port, 'source')),
    ];
    handles.set(box, known);
  }
  return known;
}

/** The ports that links use, by step. */
export function usedPorts(links: readonly Link[]): Map<string, { inputs: string[]; outputs: string[] }> {
  const used = new Map<string, { inputs: string[]; outputs: string[] }>();
  const of = (step: string) => {
    let entry = used.get(step);
    if (entry === undefined) {
      entry = { inputs: [], outputs: [] };
      used.set(step, entry);
    }
    return entry;
  };
  for (const link of links) {
    const { outputs } = of(link.from.step);
    if (!outputs.includes(link.from.port)) outputs.push(link.from.port);
    const { inputs } = of(link.to.step);
    if (!inputs.includes(link.to.port)) inputs.push(link.to.port);
  }
  return used;
}

export interface EdgeLooks {
  selectedLinks: ReadonlySet<string>;
  ariaLabel(link: Link): string;
  leadPx(link: Link): number;
}

/** The same for links. */
export function createEdgeTranslator(): (journey: Journey, looks: EdgeLooks) => LinkFlowEdge[] {
  let cache = new Map<string, { link: Link; edge: LinkFlowEdge }>();
  return (journey, looks) => {
    const next = new Map<string, { link: Link; edge: LinkFlowEdge }>();
    const edges = journey.links.map((link) => {
      const selected = looks.selectedLinks.has(link.id);
      const ariaLabel = looks.ariaLabel(link);
      const leadPx = looks.leadPx(link);
      const cached = cache.get(link.id);
      const kept =
        cached?.link === link &&
        cached.edge.selected === selected &&
        cached.edge.ariaLabel === ariaLabel &&
        cached.edge.data?.leadPx === leadPx;
      const edge: LinkFlowEdge =
        kept && cached !== undefined
          ? cached.edge
          : {
              id: link.id,
              type: 'link',
              source: link.from.step,
              sourceHandle: link.from.port,
              target: link.to.step,
              targetHandle: link.to.port,
              data: { link, leadPx },
              selected,
              ariaLabel,
              focusable: false,
            };
      next.set(link.id, { link, edge });
      return edge;
    });
    cache = next;
    return edges;
  };
}
