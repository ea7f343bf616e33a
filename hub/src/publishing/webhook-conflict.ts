import { isJsonObject, type JsonValue } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import type { N8nRefusal } from '../n8n/n8n.client.ts';

/** n8n's refusal of a webhook address that another workflow holds, or null when it refused for something else. */
export function webhookConflict({ status, message, hint }: N8nRefusal, workflowId: string): ProblemError | null {
  const conflict = status === 409 ? readConflict(hint) : null;
  if (!conflict) return null;
  const { method, webhookPath, node } = conflict;
  const detail = `${message} ${String(method)} ${String(webhookPath)} is answered by the node “${String(node)}” of another workflow. Choose another path, or unpublish that workflow.`;
  return new ProblemError('webhook_path_taken', {
    detail,
    params: {
      workflowId,
      takenBy: conflict['workflowId'] ?? null,
      method: method ?? null,
      path: webhookPath ?? null,
    },
  });
}

/** The hint is JSON text: `[{trigger, conflict: {workflowId, webhookPath, method, node}}]`. */
function readConflict(hint: string | undefined): Record<string, JsonValue | undefined> | null {
  try {
    const list: unknown = JSON.parse(hint ?? '');
    const first: unknown = Array.isArray(list) ? list[0] : null;
    return isJsonObject(first) && isJsonObject(first['conflict']) ? first['conflict'] : null;
  } catch {
    return null;
  }
}
