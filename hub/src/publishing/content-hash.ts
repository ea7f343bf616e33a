import { createHash } from 'node:crypto';
import { isJsonObject, type N8nWorkflow } from '../../../engine/index.ts';

/**
 * Tells whether two workflows do the same and look the same, whatever the order of their members. n8n's version id does
 * not tell: it changes when a workflow was only opened and saved, and stays when its name or a setting was changed. Left
 * out is `meta`, in which n8n's pages keep notes of their own.
 */
export function contentHash(workflow: N8nWorkflow): string {
  const { meta: _, ...content } = workflow;
  return createHash('sha256')
    .update(JSON.stringify(sorted(content)))
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
