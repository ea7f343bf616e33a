import { createHash } from 'node:crypto';
import { isJsonObject, type N8nWorkflow } from '../../../engine/index.ts';

/**
 * Tells whether two workflows do the same and look the same: nodes and connections, whatever the order of their members.
 * n8n gives a new version id to a workflow that was only opened and saved; this does not change then.
 */
export function contentHash({ nodes, connections }: Pick<N8nWorkflow, 'nodes' | 'connections'>): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted({ nodes, connections })))
    .digest('base64');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
