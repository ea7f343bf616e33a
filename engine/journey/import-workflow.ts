import { errorIssue, type Result } from '../issue.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { checkWorkflow } from './check-workflow.ts';
import { importConnections } from './import-connections.ts';
import { importNodes } from './import-nodes.ts';
import type { Journey } from './model.ts';
import { ownMembers } from './own-members.ts';

/** What an import needs from outside. */
export interface ImportPorts {
  /** The new journey's id. */
  id: string;
  /** Gives a new id, unique and random, for steps whose node has none (or one that is taken) and for links. */
  newId(): string;
}

/**
 * Reads a workflow of n8n as a journey. Nodes that Steward models become steps of their type, all others opaque steps;
 * compiling the journey gives the same workflow back, in every member.
 *
 * Node names that n8n refuses because they occur twice are kept; `journeyProblems` names them. Connections of such a name
 * belong to the last node that bears it, as in n8n.
 *
 * @param workflow anything: what a file, the clipboard or n8n's API gave.
 * @returns the journey, or why it cannot be read: `workflow_not_object`, `workflow_too_deep`, `workflow_without_nodes`,
 *   `node_not_object`, `node_without_name`, `connections_not_object`, `connection_malformed`.
 * @example importWorkflow(JSON.parse(text), { id: 'refunds', newId: () => crypto.randomUUID() })
 */
export function importWorkflow(workflow: unknown, ports: ImportPorts): Result<Journey> {
  const issues = checkWorkflow(workflow);
  if (issues.length > 0) return { ok: false, issues };
  if (!isJsonObject(workflow)) return { ok: false, issues: [errorIssue('workflow_not_object', [])] };
  const { nodes, connections, name, description, ...rest } = ownMembers(workflow);
  const { steps, tables } = importNodes(nodes as JsonObject[], ports.newId);
  const { links, shapes, dangling } = importConnections((connections ?? {}) as JsonObject, steps, ports.newId);
  const isNamed = typeof name === 'string' && name !== '';
  const isDescribed = typeof description === 'string';
  const members: JsonObject = {
    ...(!isNamed && name !== undefined && { name }),
    ...(!isDescribed && description !== undefined && { description }),
    ...rest,
  };
  const journey: Journey = {
    schemaVersion: 1,
    id: ports.id,
    name: isNamed ? name : '',
    ...(isDescribed && { description }),
    steps,
    links,
    tables,
    workflow: {
      members,
      ...(Object.keys(shapes).length > 0 && { connections: shapes }),
      ...(Object.keys(dangling).length > 0 && { danglingConnections: dangling }),
    },
  };
  return { ok: true, value: journey };
}
