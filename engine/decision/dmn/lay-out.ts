import type { DmnDecision, DmnElement, DmnInputData, DmnRequirement } from './dmn-elements.ts';
import { idOf } from './dmn-elements.ts';
import type { DmnWriter } from './dmn-moddle-port.ts';
import type { WrittenIds } from './written-ids.ts';

/** Sizes that dmn-js gives to what is drawn anew, in pixels, and room between. @source dmn-js 17, DrdElementFactory */
const decisionSize = { width: 180, height: 80 };
const inputSize = { width: 125, height: 45 };
const gap = { across: 60, down: 80 };
const margin = 100;

interface Placed {
  element: DmnElement;
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Draws the requirements: who needs stands above what is needed, input data at the bottom.
 * @returns the `dmndi:DMNDI` of the document
 */
export function layOut(decisions: DmnDecision[], inputs: DmnInputData[], writer: DmnWriter, ids: WrittenIds): unknown {
  const placed = place(decisions, inputs);
  const shapes = [...placed.values()].map(({ element, x, y, width, height }) =>
    writer.create('dmndi:DMNShape', {
      id: ids.claim(`${element.id ?? ''}-shape`),
      dmnElementRef: element,
      bounds: writer.create('dc:Bounds', { height, width, x, y }),
    }),
  );
  const edges = decisions.flatMap((decision) =>
    (decision.informationRequirement ?? []).map((requirement) => {
      const from = placed.get(neededBy(requirement)) as Placed;
      const to = placed.get(decision.id ?? '') as Placed;
      return writer.create('dmndi:DMNEdge', {
        id: ids.claim(`${requirement.id ?? ''}-edge`),
        dmnElementRef: requirement,
        waypoint: [
          writer.create('dc:Point', { x: from.x + from.width / 2, y: from.y }),
          writer.create('dc:Point', { x: to.x + to.width / 2, y: to.y + to.height }),
        ],
      });
    }),
  );
  const diagram = writer.create('dmndi:DMNDiagram', {
    id: ids.claim('diagram'),
    diagramElements: [...shapes, ...edges],
  });
  return writer.create('dmndi:DMNDI', { diagrams: [diagram] });
}

function neededBy(requirement: DmnRequirement): string {
  return idOf(requirement.requiredDecision ?? requirement.requiredInput) ?? '';
}

function place(decisions: DmnDecision[], inputs: DmnInputData[]): Map<string, Placed> {
  const levels = levelsOf(decisions);
  const rows: DmnElement[][] = [];
  for (const decision of decisions) (rows[levels.get(decision.id ?? '') ?? 0] ??= []).push(decision);
  if (inputs.length > 0) rows.push(inputs);
  const placed = new Map<string, Placed>();
  let y = margin;
  for (const [at, row] of rows.entries()) {
    const size = at === rows.length - 1 && inputs.length > 0 ? inputSize : decisionSize;
    for (const [column, element] of row.entries()) {
      placed.set(element.id ?? '', { element, x: margin + column * (size.width + gap.across), y, ...size });
    }
    y += size.height + gap.down;
  }
  return placed;
}

/** How far below the top a decision stands: below everything that needs it. */
function levelsOf(decisions: DmnDecision[]): Map<string, number> {
  const levels = new Map(decisions.map(({ id }) => [id ?? '', 0]));
  // Without circles, as many rounds as there are decisions are enough.
  for (let round = 0, changed = true; changed && round <= decisions.length; round++) {
    changed = false;
    for (const decision of decisions) {
      const below = (levels.get(decision.id ?? '') ?? 0) + 1;
      for (const requirement of decision.informationRequirement ?? []) {
        const needed = neededBy(requirement);
        if (!levels.has(needed) || (levels.get(needed) ?? 0) >= below) continue;
        levels.set(needed, Math.min(below, decisions.length - 1));
        changed = true;
      }
    }
  }
  return levels;
}
