import { isJsonObject, type JsonValue } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import type { N8nRefusal } from '../n8n/n8n.client.ts';

/** @source n8n 2.40.7, dist/webhooks/constants.js, `WEBHOOK_CONFLICT_MESSAGE`; all that the public API says of a conflict */
const conflictMessage = 'There is a conflict with one of the webhooks.';

/** n8n's refusal of a webhook address that another workflow holds, or null when it refused for something else. */
export function webhookConflict(refusal: N8nRefusal, workflowId: string): ProblemError | null {
  if (!isWebhookConflict(refusal)) return null;
  const { message, hint } = refusal;
  const conflict = readConflict(hint);
  if (!conflict) {
    const detail = `${message} Another workflow in n8n answers at an address of this journey. Choose another path, or unpublish that workflow.`;
    return new ProblemError('webhook_path_taken', { detail, params: { workflowId } });
  }
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

/** Whether the address may be held by this workflow; n8n's public API does not say by which one it is. */
export function mayBeHeldBy(refusal: N8nRefusal, workflowId: string): boolean {
  if (!isWebhookConflict(refusal)) return false;
  const conflict = readConflict(refusal.hint);
  return !conflict || conflict['workflowId'] === workflowId;
}

function isWebhookConflict({ status, message, hint }: N8nRefusal): boolean {
  return status === 409 && (message === conflictMessage || readConflict(hint) !== null);
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
