import type { Edge, Node } from '@xyflow/react';
import type { Journey, Link, Position, Step } from '../../../../engine/index.ts';
import { stepBox, stepWidthPx, type StepBox, type UsedPorts } from './step-box.ts';

export type StepFlowNode = Node<{ step: Step; box: StepBox }, 'step'>;
/** `leadPx`: over how much of its start the output's words stand, with the number of customers; 0 for an output without words. */
export type LinkFlowEdge = Edge<{ link: Link; leadPx: number }, 'link'>;

/** What of the view shows in the nodes. */
export interface NodeLooks {
  selectedSteps: ReadonlySet<string>;
  dragged: ReadonlyMap<string, Position>;
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
