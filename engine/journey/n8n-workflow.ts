import type { JsonObject } from '../json.ts';

/** A node of an n8n workflow as its JSON holds it; members not named here are kept as they are. */
export interface N8nNode extends JsonObject {
  id?: string;
  name: string;
  type: string;
  typeVersion: number;
  position: [number, number];
  parameters: JsonObject;
  disabled?: boolean;
}

/** One target of a connection. */
export interface N8nConnection extends JsonObject {
  node: string;
  type: string;
  index: number;
}

/** Connections of one source node: connection type → outputs → targets. */
export type N8nOutputs = Record<string, (N8nConnection[] | null)[]>;

/** An n8n workflow as its JSON holds it. `connections` is keyed by the name of the source node. */
export interface N8nWorkflow {
  name?: string;
  nodes: N8nNode[];
  connections: Record<string, N8nOutputs>;
  [member: string]: unknown;
}
