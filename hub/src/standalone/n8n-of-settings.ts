import type { Place } from '../compose/open-hub.ts';
import { noN8nClient } from '../n8n/no.n8n-client.ts';
import { httpTransport } from '../n8n/n8n.transport.ts';
import { publicN8nClient } from '../n8n/public.n8n-client.ts';
import type { Settings } from '../settings/settings.ts';

/** The n8n that a standalone hub publishes to: the one whose API key it was given, or none. */
export function n8nOfSettings({
  n8nUrl,
  n8nApiKey,
  n8nWebhookUrl,
  n8nTimeoutMs,
}: Settings): Pick<Place, 'n8n' | 'closeN8n'> {
  if (n8nUrl === null || n8nApiKey === null) return { n8n: noN8nClient, closeN8n: () => undefined };
  const transport = httpTransport({ url: n8nUrl, timeoutMs: n8nTimeoutMs });
  const n8n = publicN8nClient({ transport, apiKey: n8nApiKey, webhookBase: n8nWebhookUrl ?? `${n8nUrl}/webhook` });
  return { n8n, closeN8n: () => transport.close() };
}
