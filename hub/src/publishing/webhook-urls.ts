import type { N8nNode } from '../../../engine/index.ts';

const webhookType = 'n8n-nodes-base.webhook';

/**
 * Production addresses of the webhook nodes that callers can reach, by node id. Left out: disabled ones, and ones whose
 * path is an expression, which only n8n can work out.
 * @param base such as `https://n8n.example.com/webhook`
 * @source n8n 2.40 `NodeHelpers.getNodeWebhookUrl`: a path with a `:parameter` is prefixed by the node's webhook id
 */
export function webhookUrls(nodes: readonly N8nNode[], base: string): Record<string, string> {
  const urls: Record<string, string> = {};
  for (const node of nodes) {
    if (node.type !== webhookType || node.disabled === true || node.id === undefined) continue;
    const path = webhookPath(node);
    if (path !== null) urls[node.id] = `${base}/${path}`;
  }
  return urls;
}

function webhookPath({ parameters, webhookId }: N8nNode): string | null {
  const id = typeof webhookId === 'string' ? webhookId : '';
  const raw = parameters['path'] ?? '';
  if (typeof raw !== 'string' || raw.startsWith('=')) return null;
  const path = raw.replace(/^\//, '');
  if (raw.startsWith(':') || raw.includes('/:')) return id === '' ? null : `${id}/${path}`;
  return path || id || null;
}
