import type { DecisionTable } from '../decision/model.ts';
import type { JsonObject } from '../json.ts';
import type { N8nNode } from './n8n-workflow.ts';

/** Where a step stands on the canvas, in pixels; n8n's grid is 16. */
export interface Position {
  x: number;
  y: number;
}

/** One step of a journey: a node of the n8n workflow it compiles to. */
export interface Step {
  /** Unique in the journey; the id of the n8n node. The first six characters are unique too (n8n's links need that). */
  id: string;
  /** Unique in the journey: n8n keys connections by name. */
  name: string;
  /** Key of the step registry. */
  type: string;
  /** As the step type's `parametersSchema` says. */
  parameters: JsonObject;
  position: Position;
  /** A disabled step passes what it gets to its first output, as n8n does. */
  disabled?: boolean;
  /** The n8n node that this step was imported from, verbatim; what Steward does not model is taken from it on export. */
  source?: N8nNode;
}

/** One end of a link. For ports that a step type does not declare the id is `<connection type>/<index>`: `main/2`, `ai_tool/0`. */
export interface LinkEnd {
  step: string;
  port: string;
}

/** A connection from an output port to an input port. The order of links is n8n's order within one output. */
export interface Link {
  id: string;
  from: LinkEnd;
  to: LinkEnd;
}

/** A drawn journey: the only truth that canvas, inspector, table grid, compiler and simulator share. */
export interface Journey {
  schemaVersion: 1;
  id: string;
  /** Empty for a workflow that was imported without a name. */
  name: string;
  description?: string;
  steps: Step[];
  links: Link[];
  /** The decision tables that steps refer to, by a key unique in the journey. */
  tables: Record<string, DecisionTable>;
  /** What belongs to the n8n workflow but is not modelled here, verbatim. */
  workflow: WorkflowResidue;
}

/** Everything of an imported workflow that steps and links do not hold. */
export interface WorkflowResidue {
  /** Top-level members but `name`, `nodes` and `connections`: `settings`, `meta`, `pinData`, `tags`, … */
  members: JsonObject;
  /** By step id: connections whose shape (empty or null outputs, targets that do not exist) links cannot say. */
  connections?: Record<string, JsonObject>;
  /** Connections whose source node does not exist, by that name. */
  danglingConnections?: Record<string, JsonObject>;
}
