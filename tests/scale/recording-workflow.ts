import { readFileSync } from 'node:fs';
import type { Journey, JsonObject, N8nWorkflow } from '../../engine/index.ts';
import type { N8nSession } from '../../host/n8n-session.ts';

export const webhookPath = 'scale-refunds';

/** The shop's table of the refund example. */
function refundLimits(): string {
  const file = new URL('../../examples/refund-triage/journey.json', import.meta.url);
  const journey = JSON.parse(readFileSync(file, 'utf8')) as Journey;
  return JSON.stringify(journey.tables['refund-limits']);
}

/** Takes some refund requests in one call, decides each, and answers with what was decided of the first. */
export function recordingWorkflow(credentialId: string): N8nWorkflow {
  const node = (name: string, type: string, typeVersion: number, x: number, parameters: JsonObject) => ({
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    type,
    typeVersion,
    position: [x, 0] as [number, number],
    parameters,
  });
  return {
    name: 'Scale-out',
    nodes: [
      {
        ...node('Requests', 'n8n-nodes-base.webhook', 2.1, 0, {
          path: webhookPath,
          httpMethod: 'POST',
          responseMode: 'lastNode',
        }),
        webhookId: 'scale-out-webhook',
      },
      node('Each', 'n8n-nodes-base.splitOut', 1, 200, { fieldToSplitOut: 'body.requests', options: {} }),
      {
        ...node('Refund limits', 'n8n-nodes-steward.decisionTable', 1, 400, {
          table: refundLimits(),
          record: 'hub',
          subjectField: 'customer.id',
        }),
        credentials: { stewardHubApi: { id: credentialId, name: 'Steward hub' } },
        // As docs/scale-out.md says.
        retryOnFail: true,
        maxTries: 3,
        waitBetweenTries: 1000,
      },
    ],
    connections: {
      Requests: { main: [[{ node: 'Each', type: 'main', index: 0 }]] },
      Each: { main: [[{ node: 'Refund limits', type: 'main', index: 0 }]] },
    },
    settings: { executionOrder: 'v1' },
  } as N8nWorkflow;
}

/** Keeps the hub's address and key in n8n; the credential's id. */
export async function createHubCredential(session: N8nSession, url: string, apiKey: string): Promise<string> {
  const answer = await session.request('POST', '/rest/credentials', {
    name: 'Steward hub',
    type: 'stewardHubApi',
    data: { url, apiKey },
  });
  const { data } = answer.body as { data?: { id?: string } };
  if (answer.status !== 200 || data?.id === undefined)
    throw new Error(`n8n refused the credential: ${answer.status} ${JSON.stringify(answer.body)}`);
  return data.id;
}
