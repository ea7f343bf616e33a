import type { JsonObject, N8nWorkflow } from '../../engine/index.ts';

type BenchNode = N8nWorkflow['nodes'][number];

/** A node of a workflow that is measured. */
export function benchNode(
  name: string,
  type: string,
  typeVersion: number,
  [x, y]: [number, number],
  parameters: JsonObject,
): BenchNode {
  return {
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    type,
    typeVersion,
    position: [x, y],
    parameters,
  };
}

/** Risk Classification with its default rule pack. @param credentialId the hub that its decisions are recorded in; null: in none */
export function riskNode(name: string, place: [number, number], credentialId: string | null): BenchNode {
  const type = 'n8n-nodes-steward.riskClassification';
  if (credentialId === null) return benchNode(name, type, 1, place, {});
  return {
    ...benchNode(name, type, 1, place, { record: 'hub', subjectField: 'customer.id' }),
    credentials: { stewardHubApi: { id: credentialId, name: 'Steward hub' } },
  };
}

/** One item for each of the requests in a list, in n8n's own way. */
export function itemsNode(listField: string): BenchNode {
  return benchNode('Items', 'n8n-nodes-base.splitOut', 1, [200, 0], { fieldToSplitOut: listField, options: {} });
}

/** Connects a node to others, in the order in which n8n is to run them. */
export function leadsTo(...names: string[]): N8nWorkflow['connections'][string] {
  return { main: [names.map((node) => ({ node, type: 'main', index: 0 }))] };
}
