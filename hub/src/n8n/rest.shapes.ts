import { isJsonObject, type JsonObject, type N8nWorkflow } from '../../../engine/index.ts';
import { N8nUnavailable, type HeldWorkflow, type N8nPerson, type PublicationState } from './n8n.client.ts';

/**
 * The members of a workflow that n8n's routes take. Left out: `tags` (an id that n8n does not know makes it answer 500
 * after saving), `staticData` (it belongs to the running workflow), and what n8n sets itself.
 */
const optionalMembers = ['description', 'settings', 'meta', 'pinData', 'nodeGroups'] as const;

/** A name that n8n takes: it wants one, and an imported workflow may have none. */
const unnamed = 'Untitled journey';

export function writableMembers(workflow: N8nWorkflow): JsonObject {
  const { name, nodes, connections } = workflow;
  const members: JsonObject = { name: name?.trim() ? name : unnamed, nodes, connections };
  for (const member of optionalMembers) {
    const value = workflow[member] as JsonObject[string];
    if (value !== undefined) members[member] = value;
  }
  return members;
}

/** What a person takes along when leaving n8n with a workflow: content, no ids, owners or states. */
export function readHeldWorkflow(data: JsonObject): HeldWorkflow {
  const { id, versionId, isArchived, name, nodes, connections } = data;
  if (typeof id !== 'string' || typeof versionId !== 'string' || !Array.isArray(nodes) || !isJsonObject(connections)) {
    throw new N8nUnavailable('n8n gave a workflow in a form that the hub does not know');
  }
  const workflow = { name, nodes, connections } as unknown as N8nWorkflow;
  for (const member of optionalMembers) if (data[member] != null) workflow[member] = data[member];
  return { id, versionId, archived: isArchived === true, workflow };
}

export function readPerson(data: JsonObject): N8nPerson {
  const { id, email, firstName, lastName, role } = data;
  if (typeof id !== 'string') throw new N8nUnavailable('n8n did not say who is signed in');
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const name = `${text(firstName)} ${text(lastName)}`.trim();
  return {
    id,
    email: text(email),
    name: name || text(email),
    role: isJsonObject(role) ? text(role['slug']) : text(role),
  };
}

export function readPublicationState(data: JsonObject, versionId: string): PublicationState {
  const triggers = (Array.isArray(data['triggers']) ? data['triggers'] : []).filter(isJsonObject);
  switch (data['status']) {
    case 'published':
      return data['liveVersionId'] === versionId ? { kind: 'live' } : { kind: 'pending' };
    case 'failed':
    case 'partial':
      return {
        kind: 'failed',
        failures: triggers
          .filter(({ status }) => status === 'failed')
          .map(({ nodeId, errorMessage }) => ({ nodeId: String(nodeId), message: String(errorMessage ?? '') })),
      };
    default:
      return { kind: 'pending' };
  }
}
